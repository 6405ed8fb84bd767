package dev.sallyport.protocol.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SdpAnswerTest {

    private static final InetSocketAddress LOCAL = new InetSocketAddress("10.2.0.10", 5068);

    @Test
    void takesTheFormatsEveryoneSpeaksInTheOffersOrder() {
        assertThat(answer("m=audio 6000 RTP/AVP 117 8 101 0"))
                .containsPattern("m=audio \\d+ RTP/AVP 8 101 0\r\n")
                .contains("a=rtpmap:8 PCMA/8000\r\n")
                .contains("c=IN IP4 10.2.0.10\r\n");
    }

    @Test
    void acceptsTheKeyByItsTag() {
        assertThat(answer("m=audio 6000 RTP/SAVP 0", "a=crypto:2 AES_CM_128_HMAC_SHA1_80 inline:x"))
                .contains("a=crypto:2 AES_CM_128_HMAC_SHA1_80 inline:");
    }

    @Test
    void refusesEveryOtherStreamByPortZero() {
        String answer = answer("m=audio 6000 RTP/AVP 0", "m=video 6002 RTP/AVP 121", "m=audio 6004 RTP/AVP 0");

        assertThat(answer.lines().filter(line -> line.startsWith("m=")))
                .hasSize(3)
                .endsWith("m=video 0 RTP/AVP 121", "m=audio 0 RTP/AVP 0");
    }

    @Test
    void takesAnInstantMessageStream() {
        assertThat(answer("m=message 5060 sip null")).contains("m=message 5060 sip null\r\n");
    }

    @Test
    void isAnOfferWhereNoneCame() {
        assertThat(SdpAnswer.to("", LOCAL, "seed")).contains(" RTP/AVP 0 8 101 13\r\n");
    }

    @Test
    void readsTheLastDescriptionOfAMultipartBody() throws Exception {
        String body = "--x\r\nContent-Type: application/sdp\r\n\r\nv=0\r\ns=old\r\n\r\n--x\r\n"
                + "Content-Type: application/sdp\r\n\r\nv=0\r\ns=new\r\n\r\n--x--\r\n";
        byte[] invite = Messages.withBody("INVITE", "a@b", "multipart/alternative; boundary=x", body);

        assertThat(OfferedSdp.in((SipRequest) Messages.read(invite)))
                .startsWith("v=0\r\ns=new\r\n")
                .doesNotContain("--x");
        assertThat(new String(invite, StandardCharsets.ISO_8859_1)).contains("s=old");
    }

    private static String answer(String... streams) {
        String offer = "v=0\r\no=- 0 0 IN IP4 10.1.0.10\r\ns=-\r\nc=IN IP4 10.1.0.10\r\nt=0 0\r\n"
                + String.join("\r\n", streams) + "\r\n";
        return SdpAnswer.to(offer, LOCAL, "seed");
    }
}
