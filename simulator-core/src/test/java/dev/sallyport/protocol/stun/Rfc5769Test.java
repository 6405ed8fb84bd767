package dev.sallyport.protocol.stun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.Octets;
import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The vectors of RFC 5769; its padding of spaces shows who computes over what came. */
class Rfc5769Test {

    private static final Octets PASSWORD = Octets.utf8("VOkJxbRl1RmTxUk/WvJxBt");
    private static final String USER = "\u30de\u30c8\u30ea\u30c3\u30af\u30b9";

    @Test
    void theSampleRequestIsReadAndAuthentic() throws Exception {
        StunMessage request = read("rfc5769-2.1-request.hex");

        assertThat(request.kind()).isEqualTo(StunMessage.Kind.REQUEST);
        assertThat(request.method()).isEqualTo(StunMessage.BINDING);
        assertThat(request.transaction().hex()).isEqualTo("b7e7a701bc34d686fa87dfae");
        assertThat(request.first(Software.class)).contains(Software.of("STUN test client"));
        assertThat(request.first(Username.class)).contains(Username.of("evtj:h6vY"));
        assertThat(request.attributes()).contains(new RawAttribute(0x0024, Octets.parse("6e0001ff")));
        assertThat(request.first(Fingerprint.class)).contains(new Fingerprint(0xe57a3bcf));
        assertThat(request.hasIntegrityOf(PASSWORD)).isTrue();
        assertThat(request.hasIntegrityOf(Octets.utf8("another"))).isFalse();
    }

    @Test
    void theSampleIpv4ResponseIsReadAndAuthentic() throws Exception {
        StunMessage response = read("rfc5769-2.2-ipv4-response.hex");

        assertThat(response.kind()).isEqualTo(StunMessage.Kind.SUCCESS);
        assertThat(response.first(XorMappedAddress.class))
                .contains(new XorMappedAddress(InetAddress.getByName("192.0.2.1"), 32853));
        assertThat(response.first(Software.class)).contains(Software.of("test vector"));
        assertThat(response.hasIntegrityOf(PASSWORD)).isTrue();
    }

    @Test
    void theSampleIpv6ResponseIsReadAndAuthentic() throws Exception {
        StunMessage response = read("rfc5769-2.3-ipv6-response.hex");

        assertThat(response.first(XorMappedAddress.class))
                .contains(new XorMappedAddress(InetAddress.getByName("2001:db8:1234:5678:11:2233:4455:6677"), 32853));
        assertThat(response.hasIntegrityOf(PASSWORD)).isTrue();
    }

    @Test
    void theLongTermRequestIsWrittenByteForByte() throws Exception {
        Octets key = MessageIntegrity.longTermKey(USER, "example.org", "TheMatrIX");
        StunMessage request = StunMessage.of(
                        StunMessage.Kind.REQUEST,
                        StunMessage.BINDING,
                        Octets.parse("78ad3433c6ad72c029da412e"),
                        List.of(Username.of(USER), Nonce.of("f//499k954d6OL34oL9FSTvy64sA"), Realm.of("example.org")))
                .withIntegrity(key);

        assertThat(request).isEqualTo(read("rfc5769-2.4-long-term-request.hex"));
        assertThat(request.hasIntegrityOf(key)).isTrue();
    }

    private static StunMessage read(String name) throws Exception {
        return new StunFraming().read(Vectors.bytes(name));
    }
}
