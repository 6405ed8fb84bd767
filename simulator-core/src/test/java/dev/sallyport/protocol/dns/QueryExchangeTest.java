package dev.sallyport.protocol.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.exchange.How;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Match;
import dev.sallyport.exchange.MemoryWire;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QueryExchangeTest {

    private static final String DOMAIN = MemoryWire.NONCE + ".fabrikam.lab";

    private final DnsFraming framing = new DnsFraming();

    @Test
    void aPartnerIsFoundByServiceAndThenByAddress() throws Exception {
        MemoryWire.Told told = MemoryWire.between(Dns.protocol()).walk("dns/query", Transport.UDP);

        assertThat(framing.read(told.toFar().get(0)).questions())
                .containsExactly(DnsQuestion.of("_sipfederationtls._tcp." + DOMAIN, DnsType.SRV));
        assertThat(framing.read(told.toFar().get(1)).questions())
                .containsExactly(DnsQuestion.of("sip." + DOMAIN, DnsType.A));
        assertThat(framing.read(told.toNear().get(0)).answers().get(0).data().text())
                .contains("fabrikam");
        assertThat(framing.read(told.toNear().get(1)).answers().get(0).data().hex())
                .isEqualTo("0a02000a");
    }

    @Test
    void overUdpNoAnswerIsLongerThanItsQuestion() {
        MemoryWire.Told told = MemoryWire.between(Dns.protocol()).walk("dns/query", Transport.UDP);

        for (int i = 0; i < told.toFar().size(); i++) {
            assertThat(told.toNear().get(i))
                    .hasSizeLessThanOrEqualTo(told.toFar().get(i).length);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0x8003, NXDOMAIN",
        "0x8005, REFUSED",
        "0x8009, RCODE9",
        "0x8200, an answer cut short",
        "0x8000, NOERROR without SRV _sipfederationtls"
    })
    void anotherAnswerIsNamed(String flags, String found) {
        MemoryWire.Told told = walk(query ->
                new DnsMessage(query.id(), Integer.decode(flags), query.questions(), List.of(), List.of(), List.of()));

        assertThat(told.near().how()).isEqualTo(How.MALFORMED);
        assertThat(told.near().detail()).contains(found);
    }

    @Test
    void anAnswerToSomethingElseIsNotTheAnswer() {
        assertThat(walk(query -> query).near().how()).isEqualTo(How.SILENCE);
        assertThat(walk(query -> answered(query.id() ^ 1, query.questions()))
                        .near()
                        .how())
                .isEqualTo(How.SILENCE);
        assertThat(walk(query -> answered(query.id(), List.of(DnsQuestion.of("x", 1))))
                        .near()
                        .how())
                .isEqualTo(How.SILENCE);
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void onlyQuestionsOverUdpArePadded(Transport transport) {
        DnsMessage query = first(setting(transport, "fd00:1::11", "fabrikam.lab"));

        assertThat(query.isExtended()).isTrue();
        assertThat(query.additional().get(0).data().length() > 0).isEqualTo(transport == Transport.UDP);
    }

    @Test
    void anAddressIsAskedForInTheFamilyOfTheFlow() {
        List<Step<DnsMessage>> ladder = QueryExchange.ladder(setting(Transport.UDP, "fd00:1::11", "fabrikam.lab"));

        assertThat(ladder.get(2))
                .extracting(step -> ((Step.Send<DnsMessage>) step).label())
                .isEqualTo("AAAA sip." + DOMAIN);
    }

    @Test
    void ofAHostWithoutADomainTheOwnIsAskedFor() {
        assertThat(first(setting(Transport.UDP, "10.2.0.10", ""))
                        .questions()
                        .get(0)
                        .name())
                .hasToString("_sipfederationtls._tcp." + MemoryWire.NONCE + ".contoso.lab");
    }

    @Test
    void theCaseOfTheNameMayBeMixedOnTheWay() {
        List<Step<DnsMessage>> ladder = QueryExchange.ladder(setting(Transport.UDP, "10.2.0.10", "fabrikam.lab"));
        DnsMessage query = ((Step.Send<DnsMessage>) ladder.get(0)).message().get();
        DnsName mixed = DnsName.of(query.questions().get(0).name().toString().replace("fabrikam", "FaBriKam"));
        DnsMessage answer = new DnsMessage(
                query.id(),
                DnsMessage.RESPONSE,
                List.of(new DnsQuestion(mixed, DnsType.SRV, 1)),
                List.of(DnsRecord.service(mixed, 5061, DnsName.of("sip.fabrikam.lab"))),
                List.of(),
                List.of());

        assertThat(((Step.Expect<DnsMessage>) ladder.get(1)).match().apply(answer))
                .isEqualTo(Match.expected());
    }

    private static DnsMessage answered(int id, List<DnsQuestion> questions) {
        DnsRecord record = DnsRecord.service(questions.get(0).name(), 5061, DnsName.of("sip"));
        return new DnsMessage(id, DnsMessage.RESPONSE, questions, List.of(record), List.of(), List.of());
    }

    private static DnsMessage first(Setting setting) {
        return ((Step.Send<DnsMessage>) QueryExchange.ladder(setting).get(0))
                .message()
                .get();
    }

    /** The far end's answer is made by the function of its own answer's id and questions. */
    private MemoryWire.Told walk(Function<DnsMessage, DnsMessage> answering) {
        Function<byte[], List<byte[]>> instead = bytes -> {
            try {
                DnsMessage came = framing.read(bytes);
                return List.of(framing.write(answering.apply(
                        DnsMessage.query(came.id(), came.questions().get(0), List.of()))));
            } catch (MalformedMessageException e) {
                throw new AssertionError(e);
            }
        };
        return MemoryWire.between(Dns.protocol(), List::of, instead).walk("dns/query", Transport.UDP);
    }

    private static Setting setting(Transport transport, String remote, String domain) {
        return new Setting(
                MemoryWire.NONCE,
                MemoryWire.NEAR,
                new Setting.Identified("dns1.lab", domain, "dns-server"),
                new InetSocketAddress("10.1.0.10", 40_000),
                new InetSocketAddress(remote, 53),
                transport,
                Security.NONE);
    }
}
