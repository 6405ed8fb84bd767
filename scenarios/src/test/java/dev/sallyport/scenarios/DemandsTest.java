package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import dev.sallyport.flow.Expectation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DemandsTest {
    private static final String ACROSS = """
            hosts:
              fe1: { zone: in, address: 10.0.0.1, roles: [front-end] }
              c1: { zone: out, address: 10.9.0.1, roles: [internal-client] }
              legacy1: { zone: out, address: 10.9.0.2, roles: [legacy-client] }
            """;

    @Nested
    class OptionalRows {
        @Test
        void checkOfAnOptionalRowIsOptional() {
            assertThat(Site.of(ACROSS + "optional: [SRV-07]\n").check("SRV-07").optional())
                    .isTrue();
            assertThat(Site.of(ACROSS).check("SRV-07").optional()).isFalse();
        }

        @Test
        void rowThatRepeatsItIsOptionalWithIt() {
            Site site =
                    Site.of(ACROSS + "  d1: { zone: in, address: 10.0.0.2, roles: [director] }\noptional: [SRV-43]\n");
            assertThat(site.checks("DIR-04")).isNotEmpty().allSatisfy(check -> assertThat(check.optional())
                    .isTrue());
        }

        @Test
        void checkIsDemandedIfOneOfItsRowsIs() {
            assertThat(Site.of(ACROSS + "optional: [SRV-19]\n").check("SRV-19").optional())
                    .isFalse();
            assertThat(Site.of(ACROSS + "optional: [SRV-12, SRV-19]\n")
                            .check("SRV-19")
                            .optional())
                    .isTrue();
        }
    }

    @Nested
    class Excluded {
        @Test
        void flowAcrossZonesIsExpectedToBeDenied() {
            Check check = Site.of(ACROSS + "exclude: [SRV-08]\n").check("SRV-08");
            assertThat(check.expect()).isEqualTo(Expectation.DENY);
            assertThat(check.id()).isEqualTo("legacy1 > fe1 8058/tcp");
        }

        @Test
        void flowWithinOneZoneIsNotChecked() {
            Site site = Site.of(ACROSS.replace("zone: out", "zone: in") + "exclude: [SRV-08]\n");
            assertThat(site.ids("SRV-08")).isEmpty();
            assertThat(site.why("SRV-08")).isEqualTo("excluded by the lab; within one zone no firewall could deny it");
        }

        @Test
        void flowThatAnotherRowAsksForStaysAllowedForThatRow() {
            Site site = Site.of(ACROSS + "exclude: [SRV-19]\n");
            assertThat(site.check("SRV-12").rows()).containsExactly("SRV-12");
            assertThat(site.check("SRV-12").expect()).isEqualTo(Expectation.ALLOW);
            assertThat(site.why("SRV-19")).isEqualTo("excluded by the lab; still asked for by SRV-12");
        }

        @Test
        void portThatAnotherHostOfTheZoneMayReachIsNotDenied() {
            Site site =
                    Site.of(ACROSS + "  d1: { zone: out, address: 10.9.0.3, roles: [director] }\nexclude: [SRV-11]\n");
            assertThat(site.ids("SRV-11")).isEmpty();
            assertThat(site.why("SRV-11")).isEqualTo("excluded by the lab; still allowed by SRV-43");
        }

        @Test
        void exactSourcesDenyAHostThatNoRowNames() {
            Site site = Site.of(ACROSS
                    + "  d1: { zone: out, address: 10.9.0.3, roles: [director] }\nexclude: [SRV-11]\nsources: exact\n");
            assertThat(site.ids("SRV-11")).containsExactly("c1 > fe1 80/tcp");
        }

        @Test
        void permitCoversIt() {
            Site site = Site.of(ACROSS
                    + "exclude: [SRV-08]\npermit: [{ from: c1, to: fe1, ports: 8000-8100/tcp, reason: monitoring }]\n");
            assertThat(site.why("SRV-08")).isEqualTo("excluded by the lab; still allowed by permit 'monitoring'");
        }

        @Test
        void rowThatRepeatsItGoesWithIt() {
            Site site = Site.of("""
                    hosts:
                      edge1: { zone: in, address: 10.0.0.1, roles: [edge] }
                      x1: { zone: out, address: 10.9.0.1, roles: [xmpp-partner] }
                    exclude: [XMPP-01]
                    """);
            assertThat(site.checks("EDGE-001")).isNotEmpty().allSatisfy(check -> {
                assertThat(check.expect()).isEqualTo(Expectation.DENY);
                assertThat(check.rows()).containsExactly("XMPP-01", "EDGE-001");
            });
        }

        @Test
        void rowThatRepeatsSeveralStaysWithTheOneThatIsLeft() {
            Site site = Site.of("""
                    hosts:
                      edge1: { zone: in, address: 10.0.0.1, roles: [edge] }
                      r1: { zone: out, address: 10.9.0.1, roles: [remote-client] }
                    exclude: [CLI-02]
                    """);
            assertThat(site.check("PIC-03").rows()).containsExactly("PIC-03", "EDGE-005");
            assertThat(site.why("CLI-02")).isEqualTo("excluded by the lab; still asked for by PIC-03");
        }

        @Test
        void rowIsNotPutBackByWhatItPrintsForAny() {
            Site site = Site.of("""
                    hosts:
                      proxy1: { zone: in, address: 10.0.0.1, roles: [reverse-proxy] }
                      r1: { zone: out, address: 10.9.0.1, roles: [remote-client] }
                    exclude: [RP-01]
                    """);
            assertThat(site.check("RP-01").expect()).isEqualTo(Expectation.DENY);
        }

        @Test
        void printedAnyCoversWhoeverStandsInTheZone() {
            Site site = Site.of("""
                    hosts:
                      edge1: { zone: in, address: 10.0.0.1, roles: [edge] }
                      m1: { zone: out, address: 10.9.0.1, roles: [live-messenger-client] }
                    exclude: [PIC-06]
                    """);
            assertThat(site.ids("EDGE-014")).isEmpty();
            assertThat(site.why("PIC-06")).isEqualTo("excluded by the lab; still allowed by EDGE-014");
        }

        @Test
        void siblingDocumentCoversIt() {
            Site site = Site.of("""
                    hosts:
                      edge1: { zone: in, address: 10.0.0.1, roles: [edge] }
                      r1: { zone: out, address: 10.9.0.1, roles: [remote-client] }
                    exclude: [CLI-05]
                    """);
            assertThat(site.why("CLI-05")).isEqualTo("excluded by the lab; still allowed by EDGE-014");
        }

        @Test
        void printedAnyCoversEveryDestinationOfItsZone() {
            Site site = Site.of("""
                    hosts:
                      edge1: { zone: in, address: 10.0.0.1, roles: [edge] }
                      f1: { zone: out, address: 10.9.0.1, roles: [federated-partner] }
                      p1: { zone: out, address: 10.9.0.2, roles: [public-im-partner] }
                    exclude: [PIC-02]
                    """);
            assertThat(site.why("PIC-02")).isEqualTo("excluded by the lab; still allowed by FED-01");
        }

        @Test
        void ofARangeOnlyWhatNothingElseAllowsIsDenied() {
            Site site = Site.of(ACROSS + "exclude: [SRV-28]\n");
            assertThat(site.why("SRV-28")).isEqualTo("excluded by the lab; still allowed by SRV-39");
            Site narrow = Site.of(ACROSS + "exclude: [SRV-28]\nports: { SRV-39: 49152-50000 }\n");
            assertThat(narrow.check("SRV-28").ports()).hasSize(8).allSatisfy(port -> assertThat(port)
                    .isBetween(50_001, 57_500));
        }

        @Test
        void optionalFlowIsNotDenied() {
            Site site = Site.of(ACROSS + "exclude: [SRV-12]\noptional: [SRV-19]\n");
            assertThat(site.check("SRV-19").expect()).isEqualTo(Expectation.ALLOW);
            assertThat(site.check("SRV-19").optional()).isTrue();
        }
    }

    @Nested
    class SiteSettings {
        @Test
        void siteHasItsOwnPortForARow() {
            Site site = Site.of(ACROSS + "ports: { SRV-07: 8157 }\n");
            assertThat(site.ids("SRV-07")).containsExactly("c1 > fe1 8157/tcp");
        }

        @Test
        void siteFollowsItsReading() {
            String lab = """
                    hosts:
                      fe1: { zone: in, address: 10.0.0.1, roles: [front-end] }
                      app1: { zone: in, address: 10.0.0.2, roles: [trusted-application-server] }
                    """;
            assertThat(Site.of(lab).ids("SRV-02")).containsExactly("app1 > fe1 5060/tcp");
            assertThat(Site.of(lab + "readings: { SRV-02: outbound }\n").ids("SRV-02"))
                    .containsExactly("fe1 > app1 5060/tcp");
        }
    }
}
