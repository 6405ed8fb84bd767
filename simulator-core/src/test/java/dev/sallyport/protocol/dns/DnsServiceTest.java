package dev.sallyport.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsServiceTest {

    private final DnsService service = new DnsService();

    @Nested
    class Answering {

        @ParameterizedTest
        @CsvSource({
            "sip.contoso.lab,                      1, NOERROR,  0a02000a",
            "SIP.Contoso.LAB,                      1, NOERROR,  0a02000a",
            "contoso.lab,                          1, NOERROR,  0a02000a",
            "sip.contoso.lab,                     28, NOERROR,  ''",
            "_sipfederationtls._tcp.contoso.lab,  33, NOERROR,  0000000013c50373697007636f6e746f736f036c616200",
            "_SIP._tls.contoso.lab,               33, NOERROR,  0000000001bb0373697007636f6e746f736f036c616200",
            "_xmpp-server._tcp.contoso.lab,       33, NOERROR,  0000000014950373697007636f6e746f736f036c616200",
            "_sip._tls.contoso.lab,                1, NOERROR,  ''",
            "_ldap._tcp.contoso.lab,              33, NXDOMAIN, ''",
            "fabrikam.lab,                         1, REFUSED,  ''",
            "lab,                                  1, REFUSED,  ''",
            "'',                                   1, REFUSED,  ''"
        })
        void isAuthorityForItsDomain(String name, int type, String code, String data) {
            DnsMessage answer = answer(Transport.TCP, DnsQuestion.of(name, type), List.of());

            assertThat(answer.code()).hasToString(code);
            assertThat(answer.isResponse()).isTrue();
            assertThat(answer.questions()).containsExactly(DnsQuestion.of(name, type));
            assertThat(answer.answers())
                    .extracting(record -> record.data().hex())
                    .containsExactlyElementsOf(data.isEmpty() ? List.of() : List.of(data));
        }

        @Test
        void aLabelWithADotInItIsOneLabel() {
            DnsName odd = new DnsName(Octets.of(new byte[] {4, '_', 's', 'i', 'p', 4, '_', 't', 'l', 's', 2, '.', '.'})
                    .slice(0, 13));
            DnsMessage answer = only(
                    answers(setting(Transport.TCP, ""), DnsMessage.query(1, new DnsQuestion(odd, 33, 1), List.of())));

            assertThat(answer.answers().get(0).data().hex()).isEqualTo("0000000001bb" + "03736970" + "022e2e" + "00");
        }

        @ParameterizedTest
        @CsvSource({"0x0100, 2, FORMERR", "0x0100, 0, FORMERR", "0x2900, 1, NOTIMP", "0x7800, 1, NOTIMP"})
        void whatItCannotAnswerItNames(String flags, int questions, String code) {
            DnsQuestion question = DnsQuestion.of("sip.contoso.lab", 1);
            DnsMessage query = new DnsMessage(
                    9,
                    Integer.decode(flags),
                    Collections.nCopies(questions, question),
                    List.of(),
                    List.of(),
                    List.of());
            DnsMessage answer = only(answers(setting(Transport.TCP, "contoso.lab"), query));

            assertThat(answer.code()).hasToString(code);
            assertThat(answer.id()).isEqualTo(9);
            assertThat(answer.operation()).isEqualTo(query.operation());
        }

        @Test
        void aResponseIsNotAnswered() {
            DnsMessage response = new DnsMessage(
                    1, DnsMessage.RESPONSE, List.of(DnsQuestion.of("contoso.lab", 1)), List.of(), List.of(), List.of());

            assertThat(answers(setting(Transport.UDP, "contoso.lab"), response)).isEmpty();
        }
    }

    @Nested
    class OverUdp {

        private final DnsQuestion question = DnsQuestion.of("sip.contoso.lab", 1);

        @Test
        void aStrangersShortQuestionIsToldToComeOverTcp() {
            DnsMessage answer = answer(Transport.UDP, question, List.of(DnsRecord.extension()));

            assertThat(answer.isTruncated()).isTrue();
            assertThat(answer.answers()).isEmpty();
            assertThat(answer.isExtended()).isTrue();
        }

        @Test
        void aPaddedQuestionIsAnswered() {
            DnsMessage answer = answer(Transport.UDP, question, List.of(DnsRecord.padding(20)));

            assertThat(answer.isTruncated()).isFalse();
            assertThat(answer.answers()).hasSize(1);
        }
    }

    @Nested
    class Recognising {

        @Test
        void queriesAreItsOwnWithOrWithoutTheirLength() {
            DnsMessage query = DnsMessage.query(1, DnsQuestion.of("contoso.lab", 1), List.of());

            assertThat(service.recognises(new DnsFraming().write(query))).isTrue();
            assertThat(service.recognises(new DnsFrame().write(query))).isTrue();
        }

        @ParameterizedTest
        @CsvSource({"000100002112a4420001000000000000", "160301002d0100002903015a5a5a5a5a", "00", "''"})
        void othersAreNot(String head) {
            assertThat(service.recognises(Octets.parse(head).toArray())).isFalse();
        }
    }

    @Test
    void theNonceIsAnyLabelOfItsForm() {
        assertThat(service.nonce(query("sip." + MemoryWire.NONCE + ".contoso.lab")))
                .contains(MemoryWire.NONCE);
        assertThat(service.nonce(query("sip." + MemoryWire.NONCE.toUpperCase(Locale.ROOT) + ".lab")))
                .contains(MemoryWire.NONCE);
        assertThat(service.nonce(query("sip.contoso.lab"))).isEmpty();
        assertThat(service.nonce(query("0" + MemoryWire.NONCE + ".lab"))).isEmpty();
    }

    private DnsMessage answer(Transport transport, DnsQuestion question, List<DnsRecord> additional) {
        return only(answers(setting(transport, "contoso.lab"), DnsMessage.query(1, question, additional)));
    }

    private List<DnsMessage> answers(Setting setting, DnsMessage query) {
        return service.answer(setting).on(query).stream()
                .map(step -> ((Step.Send<DnsMessage>) step).message().get())
                .toList();
    }

    private static DnsMessage only(List<DnsMessage> messages) {
        assertThat(messages).hasSize(1);
        return messages.get(0);
    }

    private static DnsMessage query(String name) {
        return DnsMessage.query(1, DnsQuestion.of(name, 1), List.of());
    }

    private static Setting setting(Transport transport, String domain) {
        return new Setting(
                "",
                new Setting.Identified("dns1.contoso.lab", domain, "dns-server"),
                MemoryWire.NEAR,
                new InetSocketAddress("10.2.0.10", 53),
                new InetSocketAddress("10.1.0.10", 40_000),
                transport,
                Security.NONE);
    }
}
