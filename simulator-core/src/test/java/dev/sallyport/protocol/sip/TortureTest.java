package dev.sallyport.protocol.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sallyport.exchange.MalformedMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Small messages of our own, each for a case of RFC 4475; the section stands in the file's name. */
class TortureTest {

    @Test
    void aShortTortuousRequestIsGood() throws Exception {
        SipRequest request = (SipRequest) Messages.read(Messages.vector("3.1.1.1-tortuous.sip"));

        assertThat(request.refusal()).isEmpty();
        assertThat(request.identifiers().callId()).isEqualTo("tortuous.0ha0isndaksdj@192.0.2.1");
        assertThat(request.identifiers().sequence()).isEqualTo(9);
        assertThat(request.identifiers().fromTag()).isEqualTo("98asjd8");
        assertThat(request.headers().values("Via")).hasSize(2);
        assertThat(request.body()).startsWith("v=0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3.1.1.2-strange-characters.sip", "3.1.1.6-no-max-forwards.sip", "3.1.1.13-empty-reason.sip"})
    void whatIsStrangeButGoodIsRead(String name) throws Exception {
        SipMessage message = Messages.read(Messages.vector(name));

        assertThat(message instanceof SipRequest request && request.refusal().isPresent())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "3.1.2.1-broken-contact.sip, 400, header Contact",
        "3.1.2.16-another-version.sip, 505, SIP/7.0",
        "3.1.2.17-cseq-of-another-method.sip, 400, header CSeq",
        "3.3.1-max-forwards-too-large.sip, 400, header Max-Forwards"
    })
    void whatCanStillBeAnsweredIsRefusedWithItsPlace(String name, int code, String place) throws Exception {
        Refusal refusal =
                ((SipRequest) Messages.read(Messages.vector(name))).refusal().orElseThrow();

        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.reason()).contains(place);
    }

    @ParameterizedTest
    @CsvSource({
        "3.1.2.3-negative-content-length.sip, header Content-Length \"-999\"",
        "3.1.2.4-cseq-too-large.sip, header CSeq \"36893488147419103232 REGISTER\"",
        "3.1.2.9-spaces-in-request-line.sip, line 1",
        "3.1.2.19-response-with-code-too-large.sip, line 1 \"SIP/2.0 4294967301 better not break the receiver\"",
        "3.3.9-several-of-what-stands-once.sip, header"
    })
    void whatNobodyCanBeAnsweredForIsMalformed(String name, String place) {
        assertThatExceptionOfType(MalformedMessageException.class)
                .isThrownBy(() -> Messages.read(Messages.vector(name)))
                .withMessageStartingWith(place);
    }
}
