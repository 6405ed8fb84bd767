package dev.sallyport.protocol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MultipartOfferTest {

    private static final int SIX_KILOBYTES = 6 * 1024;

    private final MultipartOffer offer = offer("10.1.0.10");

    @Test
    void isTwoDescriptionsTheOlderOneFirst() {
        String[] parts = offer.body().split("--" + boundary() + "\r\n", -1);

        assertThat(offer.type()).startsWith("multipart/alternative; boundary=\"----=_NextPart_000_");
        assertThat(parts).hasSize(3);
        assertThat(parts[1])
                .contains("Content-Disposition: session; handling=optional; ms-proxy-2007fallback\r\n")
                .containsPattern(
                        "a=candidate:[0-9A-Za-z+/]{43} 1 [0-9A-Za-z+/]{22} UDP 0\\.830 10\\.1\\.0\\.10 \\d+\r\n")
                .doesNotContain("a=ice-ufrag:");
        assertThat(parts[2])
                .contains("Content-Disposition: session; handling=optional\r\n")
                .containsPattern("a=ice-ufrag:[0-9a-f]{4}\r\na=ice-pwd:[0-9a-f]{24}\r\n")
                .containsPattern("a=candidate:1 1 UDP 2130706431 10\\.1\\.0\\.10 \\d+ typ host\r\n")
                .endsWith("\r\n--" + boundary() + "--\r\n");
    }

    @Test
    void eachDescriptionOffersLyncsAudioAndVideo() {
        assertThat(offer.body().split("m=audio \\d+ RTP/SAVP 117 114 104 9 112 111 0 8 ", -1))
                .hasSize(3);
        assertThat(offer.body().split("m=video \\d+ RTP/SAVP 122 121 123\r\n", -1))
                .hasSize(3);
        assertThat(offer.body()).containsPattern("a=cryptoscale:1 client AES_CM_128_HMAC_SHA1_80 inline:[^ ]{40}\\|");
    }

    @Test
    void anIpv6CandidateHasLyncsOwnAttribute() {
        assertThat(offer("fd00:1::11").body())
                .contains("a=x-candidate-ipv6:1 1 UDP 2130706431 fd00:1:0:0:0:0:0:11 ")
                .doesNotContain("a=candidate:1 1 UDP");
    }

    @ParameterizedTest
    @CsvSource({
        "internal-client, front-end",
        "front-end,       mediation",
        "mediation,       front-end",
        "front-end,       front-end-load-balancer",
        "mediation,       edge"
    })
    void makesEveryInviteTowardsLyncSixKilobytesAndIsUnderstood(String near, String far) {
        MemoryWire.Told told =
                MemoryWire.between(Sip.protocol()).withRoles(near, far).walk("sip/invite", Transport.TCP);

        assertThat(told.near().completed()).isTrue();
        assertThat(told.toFar().get(0)).hasSizeGreaterThanOrEqualTo(SIX_KILOBYTES);
        assertThat(told.textToNear())
                .containsPattern("m=audio [1-9]\\d* RTP/SAVP 0 8 13 101\r\n")
                .containsPattern("m=video 0 RTP/SAVP 122\r\n")
                .contains("a=crypto:2 ")
                .containsPattern("a=ice-ufrag:[0-9a-f]{4}\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "mediation,    pstn-gateway",
        "pstn-gateway, mediation",
        "front-end,    e911-gateway",
        "mediation,    branch-appliance"
    })
    void staysOutOfATrunk(String near, String far) {
        MemoryWire.Told told =
                MemoryWire.between(Sip.protocol()).withRoles(near, far).walk("sip/invite", Transport.TCP);

        assertThat(told.near().completed()).isTrue();
        assertThat(told.textToFar())
                .startsWith("INVITE sip:+12065550199@far1.fabrikam.lab;user=phone SIP/2.0\r\n")
                .contains("Content-Type: application/sdp\r\n")
                .doesNotContain("multipart", "SAVP");
    }

    private String boundary() {
        String type = offer.type();
        return type.substring(type.indexOf('"') + 1, type.length() - 1);
    }

    private static MultipartOffer offer(String local) {
        Setting setting = new Setting(
                MemoryWire.NONCE,
                MemoryWire.NEAR,
                MemoryWire.FAR,
                new InetSocketAddress(local, 40_000),
                new InetSocketAddress("10.2.0.10", 5061),
                Transport.TCP,
                Security.MTLS);
        return MultipartOffer.of(setting, "seed");
    }
}
