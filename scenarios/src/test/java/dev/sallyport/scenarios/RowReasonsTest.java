package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Plan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowReasonsTest {
    private final Site site = Site.of("""
            hosts:
              fe1: { zone: in, pool: one, address: 10.0.0.1, roles: [front-end, central-management] }
              lb1: { zone: in, pool: one, address: 10.0.0.2, roles: [front-end-load-balancer] }
              lb2: { zone: in, pool: two, address: 10.0.0.3, roles: [director-load-balancer] }
              chat1: { zone: in, address: 10.0.0.5, roles: [persistent-chat] }
              chat2: { zone: in, address: 10.0.0.6, roles: [persistent-chat] }
              med1: { zone: in, address: 10.0.0.7, roles: [mediation] }
              gw1: { zone: in, address: "fd00::1", roles: [pstn-gateway] }
              edge1:
                roles: [edge]
                addresses: { access: { zone: out, address: 10.1.0.1 } }
            """);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SRV-40|the lab has no office-web-apps",
                "CLI-05|no edge of the lab has an interface 'av'",
                "SRV-34|the lab has one front-end only",
                "SRV-22|no mediation of the lab is a front-end too",
                "HLB-16|no front-end-load-balancer of the lab stands in a pool with a mediation",
                "SRV-48|no pstn-gateway of the lab shares an address family with a mediation",
                "HLB-17|the lab has no internal-client or ip-phone",
                "CLI-08|the lab has no internal-client or ip-phone; the lab has no remote-client",
            })
    void rowWithoutACheckSaysWhatTheLabLacks(String row, String why) {
        assertThat(site.why(row)).isEqualTo(why);
    }

    @Test
    void rolesOnOneHostOnlyAreNamed() {
        Site alone = Site.of("""
                hosts:
                  fe1: { zone: in, address: 10.0.0.1, roles: [front-end, central-management] }
                  c1: { zone: in, address: 10.0.0.2, roles: [internal-client] }
                """);
        assertThat(alone.why("SRV-37"))
                .isEqualTo("the lab has central-management and front-end on fe1 only, and no flow within one host is"
                        + " checked");
    }

    @Test
    void hostsThatShareNoPoolAreNamed() {
        Site apart = Site.of("""
                hosts:
                  fe1: { zone: in, pool: one, address: 10.0.0.1, roles: [front-end] }
                  fe2: { zone: in, pool: two, address: 10.0.0.2, roles: [front-end] }
                """);
        assertThat(apart.why("SRV-34")).isEqualTo("no front-end of the lab shares a pool with another");
    }

    @Test
    void rowWithACheckHasNoReason() {
        assertThat(site.why("SRV-50")).isEmpty();
    }

    @Test
    void rowOutsideTheScenarioSaysSo() {
        assertThat(Site.why(site.plan(Selection.all(), "internal-servers"), "PIC-01"))
                .isEqualTo("not in scenario internal-servers");
        assertThat(Site.why(site.plan(Selection.all(), "internal-servers", "clients"), "PIC-01"))
                .isEqualTo("not in scenarios internal-servers, clients");
    }

    @Test
    void rowThatTheCommandLineLeavesOutSaysByWhat() {
        Selection chat =
                new Selection(List.of("SRV-50"), List.of("fe1"), List.of(), Optional.empty(), Optional.empty());
        Plan plan = site.plan(chat, Scenarios.DEFAULT);
        assertThat(Site.why(plan, "SRV-51")).isEqualTo("left out by --only SRV-50 --from fe1");
        assertThat(Site.why(plan, "SRV-40")).isEqualTo("the lab has no office-web-apps");
    }

    @Test
    void everyRowOfTheCatalogueIsListedInItsOrder() {
        assertThat(site.plan().rows()).extracting(Plan.PlannedRow::id).containsExactlyElementsOf(Site.CATALOG.rowIds());
    }
}
