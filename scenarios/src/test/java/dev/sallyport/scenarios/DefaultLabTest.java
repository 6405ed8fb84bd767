package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Plan.PlannedRow;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Lab;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DefaultLabTest {
    private static final List<String> THE_HUNDRED = List.of("FED", "PIC", "XMPP", "SRV", "HLB", "DLB", "CLI");
    // One relay answers both dialects at its port, as an Edge Server does.
    private static final Set<String> RELAY = Set.of("stun", "msturn");
    private static final Spoken SPOKEN = Spoken.of(Protocols.spoken());

    private final Catalog catalog = CatalogFiles.builtIn();
    private final Lab lab = DefaultLab.read(catalog.vocabulary());
    private final Plan plan = plan(Selection.all());

    private Plan plan(Selection selection) {
        return new Planner(lab, catalog, SPOKEN)
                .plan(List.of(Scenarios.named(Scenarios.DEFAULT, catalog.vocabulary())), selection);
    }

    @Test
    void everyDocumentedRowHasACheck() {
        assertThat(plan.rows())
                .hasSize(163)
                .allSatisfy(row -> assertThat(row.why()).as(row.id()).isEmpty());
        assertThat(rows(plan.checks()))
                .containsExactlyInAnyOrderElementsOf(
                        plan.rows().stream().map(PlannedRow::id).toList());
    }

    @Test
    void everyCheckIsProvedByAnExchangeThatIsSpokenOverItsTransport() {
        assertThat(plan.checks()).allSatisfy(check -> assertThat(check.spoken())
                .as(check.id() + " by " + check.exchange())
                .isTrue());
    }

    @Test
    void sevenDocumentsAreTheHundredAndTheirChecksAreNoOthers() {
        Plan hundred = plan(new Selection(THE_HUNDRED, List.of(), List.of(), Optional.empty(), Optional.empty()));
        assertThat(ofTheHundred(rows(hundred.checks()))).hasSize(100);
        assertThat(hundred.checks()).isSubsetOf(plan.checks()).allSatisfy(check -> assertThat(
                        ofTheHundred(Set.copyOf(check.rows())))
                .isNotEmpty());
    }

    private static Set<String> ofTheHundred(Set<String> rows) {
        return rows.stream()
                .filter(row -> THE_HUNDRED.contains(Scenario.document(row)))
                .collect(Collectors.toSet());
    }

    @Test
    void everyRoleIsPlayed() {
        assertThat(lab.hosts().stream().flatMap(host -> host.roles().stream()))
                .containsOnlyOnceElementsOf(Set.of("edge", "central-management", "mediation-load-balancer"))
                .containsAll(catalog.roleNames());
    }

    @Test
    void everyEntryOfTheCatalogueMeetsSomebody() {
        Meetings meetings = new Meetings(lab, catalog, new Ways(lab));
        assertThat(catalog.entries())
                .allSatisfy(entry -> assertThat(meetings.of(entry).why()).isEmpty());
    }

    @Test
    void planIsOfModestSize() {
        assertThat(plan.checks()).hasSizeBetween(350, 500);
    }

    @Test
    void idsAreUnique() {
        assertThat(plan.checks().stream().map(Check::id)).doesNotHaveDuplicates();
    }

    @Test
    void noTwoProtocolsShareAnEndpointThatIsBound() {
        record Place(String address, int port, Transport transport) {}
        Map<Place, Set<String>> protocols = plan.checks().stream()
                .flatMap(check -> check.ports().stream()
                        .map(port -> Map.entry(
                                new Place(
                                        check.flow().to().address().getHostAddress(),
                                        port,
                                        check.flow().transport()),
                                check.flow().protocol())))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
        assertThat(protocols).allSatisfy((place, spoken) -> assertThat(spoken.equals(RELAY) || spoken.size() == 1)
                .as(place + " " + spoken)
                .isTrue());
    }

    private static Set<String> rows(List<Check> checks) {
        return checks.stream().flatMap(check -> check.rows().stream()).collect(Collectors.toSet());
    }
}
