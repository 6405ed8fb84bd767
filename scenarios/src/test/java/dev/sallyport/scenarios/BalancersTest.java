package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Balancing;
import dev.sallyport.check.Balancing.Member;
import dev.sallyport.check.Check;
import dev.sallyport.check.Source;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BalancersTest {
    private static final String CLIENT =
            "hosts:\n  client1: { zone: in, address: 10.0.0.7, roles: [internal-client] }\n";
    private static final String BALANCER =
            "  felb1: { zone: in, pool: pool1, address: 10.0.0.9, roles: [front-end-load-balancer] }\n";
    private static final String MEMBERS = """
              fe1: { zone: in, pool: pool1, address: 10.0.0.1, roles: [front-end] }
              fe2: { zone: in, pool: pool1, address: 10.0.0.2, roles: [front-end, mediation] }
              fe9: { zone: in, pool: pool9, address: 10.0.0.99, roles: [front-end] }
            """;

    private static Check check(Site site, String from, String row) {
        return site.checks(row).stream()
                .filter(check -> check.flow().from().host().equals(from))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> behind(Check check) {
        return check.behind().stream().map(member -> member.party().host()).toList();
    }

    @Nested
    class PassingOn {

        private final Site site = Site.of(CLIENT + BALANCER + MEMBERS);

        @Test
        void goesToTheMembersOfItsOwnPool() {
            assertThat(behind(check(site, "client1", "HLB-06"))).containsExactly("fe1", "fe2");
        }

        @Test
        void goesOnlyToThoseWhereSomethingListensAtThePort() {
            assertThat(behind(check(site, "fe1", "HLB-16"))).containsExactly("fe2");
        }

        @Test
        void isDoneFromTheBalancersOwnAddress() {
            Member member = check(site, "client1", "HLB-06").behind().get(1);
            assertThat(member.party().address()).isEqualTo(ip("10.0.0.2"));
            assertThat(member.from()).isEqualTo(ip("10.0.0.9"));
            assertThat(member.source()).isEqualTo(new Source(ip("10.0.0.9"), true));
        }

        @Test
        void keepsTheCheckAtTheBalancerUnderThePoolsName() {
            Check check = check(site, "client1", "HLB-06");
            assertThat(check.id()).isEqualTo("client1 > felb1 443/tcp");
            assertThat(check.flow().to().fqdn()).isEqualTo("pool1.small.test");
        }

        @Test
        void meetsOnlyMembersWhoseCertificateCarriesThatName() {
            List<String> members = behind(check(site, "client1", "HLB-06"));
            assertThat(CertificateNeed.of(site.lab()))
                    .filteredOn(need -> members.contains(need.host()))
                    .hasSize(2)
                    .allSatisfy(need -> assertThat(need.names()).contains("pool1.small.test"));
        }
    }

    @Nested
    class AnsweringItself {

        private static String why(Check check) {
            return check.balancing().map(Balancing::itself).orElseThrow();
        }

        @Test
        void isForABalancerWhosePoolIsNotInTheLab() {
            Check check = check(Site.of(CLIENT + BALANCER), "client1", "HLB-06");
            assertThat(why(check)).isEqualTo("the lab has no front-end in its pool");
            assertThat(check.flow().to().fqdn()).isEqualTo("felb1.small.test");
        }

        @Test
        void isForAPortAtWhichNoMemberListens() {
            Site site = Site.of(CLIENT + BALANCER + MEMBERS + "ports: { HLB-06: 8443 }\n");
            assertThat(why(check(site, "client1", "HLB-06"))).isEqualTo("no front-end of its pool listens at 8443");
        }

        @Test
        void isForAHostThatPlaysAnotherRoleThere() {
            Site site = Site.of(CLIENT + MEMBERS + """
                      felb1:
                        { zone: in, pool: pool1, address: 10.0.0.9, roles: [front-end-load-balancer, front-end] }
                    """);
            assertThat(why(check(site, "client1", "HLB-06"))).isEqualTo("it is a front-end at the same port, too");
        }
    }

    @Test
    void whoIsNoBalancerHasNothingToPassOn() {
        Check check = check(Site.of(CLIENT + MEMBERS), "client1", "SRV-03");
        assertThat(check.balancing()).isEmpty();
    }

    private static InetAddress ip(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
