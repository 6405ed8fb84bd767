package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MeetingsTest {

    @Nested
    class Pools {
        private final Site site = Site.of("""
                hosts:
                  fe1: { zone: in, pool: one, address: 10.0.0.1, roles: [front-end] }
                  fe2: { zone: in, pool: one, address: 10.0.0.2, roles: [front-end] }
                  fe3: { zone: in, pool: two, address: 10.0.0.3, roles: [front-end, mediation] }
                  fe4: { zone: in, address: 10.0.0.4, roles: [front-end] }
                  lb1: { zone: in, pool: one, address: 10.0.0.8, roles: [front-end-load-balancer] }
                  lb2: { zone: in, pool: two, address: 10.0.0.9, roles: [front-end-load-balancer] }
                """);

        @Test
        void samePoolRowStaysWithinThePool() {
            assertThat(site.ids("SRV-34")).containsExactly("fe2 > fe1 8404/tcp", "fe1 > fe2 8404/tcp");
        }

        @Test
        void rowWithoutScopeCrossesPools() {
            assertThat(site.ids("SRV-11")).contains("fe1 > fe3 80/tcp", "fe4 > fe1 80/tcp");
        }

        @Test
        void balancerReachesItsOwnPoolOnly() {
            assertThat(site.ids("SRV-03").stream().filter(id -> id.startsWith("lb")))
                    .containsExactly("lb1 > fe1 5061/tcp", "lb1 > fe2 5061/tcp", "lb2 > fe3 5061/tcp");
        }

        @Test
        void balancerReachesWhatIsCollocatedInItsPool() {
            assertThat(site.ids("SRV-22")).contains("lb2 > fe3 5070/tcp").doesNotContain("lb1 > fe3 5070/tcp");
        }

        @Test
        void poolThatRunsNoMediationHasNoMediationBalancing() {
            assertThat(site.ids("HLB-16")).isNotEmpty().allSatisfy(id -> assertThat(id)
                    .contains("> lb2 "));
        }

        @Test
        void noHostMeetsItself() {
            assertThat(site.plan().checks())
                    .allSatisfy(check -> assertThat(check.flow().from().host())
                            .isNotEqualTo(check.flow().to().host()));
        }
    }

    @Nested
    class Collocation {
        private final Site site = Site.of("""
                hosts:
                  fe1: { zone: in, address: 10.0.0.1, roles: [front-end, mediation] }
                  med1: { zone: in, address: 10.0.0.2, roles: [mediation] }
                  gw1: { zone: in, address: 10.0.0.3, roles: [pstn-gateway] }
                """);

        @Test
        void collocatedServerHasItsOwnRow() {
            assertThat(site.ids("SRV-24")).containsExactly("gw1 > fe1 5068/tcp");
        }

        @Test
        void serverOfItsOwnHasTheOtherRow() {
            assertThat(site.ids("SRV-48")).containsExactly("gw1 > med1 5068/tcp");
        }
    }

    @Nested
    class Zones {
        @Test
        void sameZoneRowStaysWithinTheZone() {
            Site site = Site.of("""
                    hosts:
                      c1: { zone: out, address: 10.0.0.1, roles: [remote-client] }
                      c2: { zone: out, address: 10.0.0.2, roles: [remote-client] }
                      c3: { zone: in, address: 10.0.0.3, roles: [remote-client] }
                    """);
            assertThat(site.ids("CLI-10"))
                    .containsExactly("c2 > c1 1024-65535/tcp#file", "c1 > c2 1024-65535/tcp#file");
        }
    }

    @Nested
    class Interfaces {
        private static final String REMOTE = "  r1: { zone: out, address: 10.9.0.1, roles: [remote-client] }\n";

        @Test
        void edgeServesEachRowAtItsInterface() {
            Site site = Site.of("""
                    hosts:
                      edge1:
                        roles: [edge]
                        zone: out
                        addresses:
                          access: { address: 10.1.0.1 }
                          web-conferencing: { address: 10.1.0.2 }
                          av: { address: 10.1.0.3 }
                    """ + REMOTE);
            assertThat(site.ids("PIC-03")).containsExactly("r1 > edge1/access 443/tcp");
            assertThat(site.ids("CLI-03")).containsExactly("r1 > edge1/web-conferencing 443/tcp");
            assertThat(site.ids("CLI-05")).containsExactly("r1 > edge1/av 3478/udp");
        }

        @Test
        void edgeWithOneUnnamedInterfaceServesAllThere() {
            Site site = Site.of("hosts:\n  edge1: { zone: out, address: 10.1.0.1, roles: [edge] }\n" + REMOTE);
            assertThat(site.ids("PIC-03")).containsExactly("r1 > edge1 443/tcp");
            assertThat(site.ids("CLI-03")).containsExactly("r1 > edge1 443/tcp#meeting");
            assertThat(site.ids("CLI-04")).containsExactly("r1 > edge1 443/tcp#allocate");
        }

        @Test
        void hostOfOneRoleAndTwoInterfacesIsMetAtTheNearest() {
            Site site = Site.of("""
                    hosts:
                      proxy1:
                        roles: [reverse-proxy]
                        addresses:
                          outside: { zone: out, address: 10.1.0.1 }
                          inside: { zone: in, address: 10.2.0.1 }
                      fe1: { zone: in, address: 10.0.0.1, roles: [front-end] }
                    """);
            assertThat(site.ids("SRV-13")).containsExactly("proxy1/inside > fe1 8080/tcp");
        }
    }
}
