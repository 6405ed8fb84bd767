package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.protocol.Protocols;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link EveryProtocolTest} tries leaves no protocol out; this can be told without a firewall. */
class EveryProtocolTableTest {
    private static final WrongRules RULES = WrongRules.read();

    private static final Collection<Check> CHECKS = SpokenKind.oneOfEach(SiteFile.of(SpokenChecks.SITE));

    static Collection<Check> checks() {
        return CHECKS;
    }

    @Test
    void everyExchangeIsTriedOverEveryTransportItCanRideOn() {
        Set<String> spoken = Protocols.spoken().all().stream()
                .flatMap(protocol -> protocol.exchanges().stream())
                .flatMap(exchange ->
                        exchange.transports().stream().map(transport -> exchange.name() + " over " + transport.text()))
                .collect(Collectors.toSet());

        assertThat(CHECKS)
                .extracting(check ->
                        check.exchange() + " over " + check.flow().transport().text())
                .containsAll(spoken);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void everyCheckIsDroppedRejectedAndLeftWithoutReply(Check check) {
        List<String> faults =
                RULES.on(List.of(check)).stream().map(FaultWord::word).toList();

        assertThat(faults).contains("drop-request", "drop-reply");
        assertThat(faults).anyMatch(fault -> fault.startsWith("reject-icmp-"));
        if (check.flow().transport().text().equals("tcp")) {
            assertThat(faults).contains("reject-reset");
        }
    }

    @Test
    void everyWayMeetsEachOfItsFaultsAndIsOpenOnce() {
        List<Round> rounds = Round.of(CHECKS, RULES);
        for (Check check : CHECKS) {
            assertThat(rounds.stream().flatMap(round -> round.on(check).stream()))
                    .as(check.id())
                    .containsExactlyInAnyOrderElementsOf(RULES.on(sharing(check)));
            assertThat(rounds).as(check.id()).anyMatch(round -> round.on(check).isEmpty());
        }
    }

    @Test
    void everyLineOfTheTableIsAboutSomething() {
        Set<String> known = new HashSet<>(Set.of("tcp", "udp"));
        CHECKS.forEach(check -> known.add(check.exchange()));

        assertThat(known).containsAll(RULES.subjects());
    }

    private static List<Check> sharing(Check check) {
        return CHECKS.stream()
                .filter(other -> Way.of(other).equals(Way.of(check)))
                .toList();
    }
}
