package dev.sallyport.protocol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.MalformedMessageException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class SipCodecPropertyTest {

    private static final byte[] CONVERSATION = conversation();

    @Property(tries = 300)
    void anySplitGivesTheSameMessages(@ForAll @Size(max = 40) List<@IntRange(max = 2000) Integer> cuts)
            throws MalformedMessageException {
        List<SipMessage> whole = new SipCodec().decode(CONVERSATION);

        assertThat(whole).hasSize(5);
        assertThat(decodedIn(parts(cuts))).isEqualTo(whole);
    }

    @Property(tries = 2000)
    void randomBytesAreAMessageOrMalformedAndNothingElse(@ForAll byte[] bytes) {
        assertThat(survives(bytes)).isTrue();
    }

    @Property(tries = 2000)
    void anAlteredMessageIsAMessageOrMalformedAndNothingElse(
            @ForAll("places") int at, @ForAll byte by, @ForAll boolean insert) {
        byte[] altered = insert ? inserted(at, by) : CONVERSATION.clone();
        altered[at] = by;

        assertThat(survives(altered)).isTrue();
    }

    @Property(tries = 2000)
    void anyHeaderValueIsAMessageOrMalformedAndNothingElse(
            @ForAll("names") String name, @ForAll("values") String value) {
        byte[] bytes = Messages.bytes(
                "OPTIONS sip:a@b SIP/2.0",
                "Via: SIP/2.0/TCP h;branch=z9hG4bK1",
                "From: <sip:a@b>;tag=1",
                "To: <sip:a@b>",
                "Call-ID: x",
                "CSeq: 1 OPTIONS",
                name + ": " + value,
                "Content-Length: 0",
                "");

        assertThat(survives(bytes)).isTrue();
    }

    @Provide
    Arbitrary<Integer> places() {
        return Arbitraries.integers().between(0, CONVERSATION.length - 1);
    }

    @Provide
    Arbitrary<String> names() {
        return Arbitraries.of(
                "Via",
                "From",
                "To",
                "CSeq",
                "Contact",
                "Route",
                "Record-Route",
                "Content-Type",
                "Expires",
                "Event",
                "Authorization",
                "WWW-Authenticate",
                "Max-Forwards",
                "Require",
                "Session-Expires");
    }

    @Provide
    Arbitrary<String> values() {
        return Arbitraries.strings().withChars("<>\"\\;=,:@ /sip0tag[]()%*").ofMaxLength(40);
    }

    private static boolean survives(byte[] bytes) {
        try {
            return new SipCodec().decode(bytes) != null;
        } catch (MalformedMessageException e) {
            return !e.getMessage().isEmpty();
        }
    }

    private static List<SipMessage> decodedIn(List<byte[]> parts) throws MalformedMessageException {
        SipCodec codec = new SipCodec();
        List<SipMessage> messages = new ArrayList<>();
        for (byte[] part : parts) {
            messages.addAll(codec.decode(part));
        }
        return messages;
    }

    private static List<byte[]> parts(List<Integer> cuts) {
        List<byte[]> parts = new ArrayList<>();
        int from = 0;
        for (int cut : cuts.stream().sorted().toList()) {
            int to = Math.min(cut, CONVERSATION.length);
            parts.add(Arrays.copyOfRange(CONVERSATION, from, to));
            from = to;
        }
        parts.add(Arrays.copyOfRange(CONVERSATION, from, CONVERSATION.length));
        return parts;
    }

    private static byte[] inserted(int at, byte by) {
        byte[] longer = new byte[CONVERSATION.length + 1];
        System.arraycopy(CONVERSATION, 0, longer, 0, at);
        System.arraycopy(CONVERSATION, at, longer, at + 1, CONVERSATION.length - at);
        longer[at] = by;
        return longer;
    }

    private static byte[] conversation() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(Messages.request("OPTIONS", "a@b", "", "Subject: one", " two"));
        all.writeBytes("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(Messages.withBody("MESSAGE", "c@d", "text/plain", "a\r\n\r\nb"));
        all.writeBytes("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(Messages.request("BYE", "e@f", "tag", "Contact: <sip:a@[::1]:5060>"));
        all.writeBytes("\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return all.toByteArray();
    }
}
