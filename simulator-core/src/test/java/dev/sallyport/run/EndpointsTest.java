package dev.sallyport.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Balancing;
import dev.sallyport.check.Balancing.Member;
import dev.sallyport.check.Check;
import dev.sallyport.check.Source;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Hop;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EndpointsTest {

    private static final Party CLIENT = party("client1", "127.0.0.7");
    private static final Party BALANCER = party("felb1", "127.0.0.9");
    private static final Party FE1 = party("fe1", "127.0.0.1");
    private static final Party FE2 = party("fe2", "127.0.0.2");

    @Test
    void aBalancerPassesOnWithoutTlsOfItsOwnAndItsMembersAnswer() {
        Map<String, List<Endpoint>> endpoints =
                Endpoints.of(List.of(check(Balancing.among(List.of(member(FE1), member(FE2))))));

        assertThat(endpoints).containsOnlyKeys("felb1", "fe1", "fe2");
        assertThat(endpoints.get("felb1"))
                .containsExactly(new Endpoint(
                        BALANCER.address(),
                        5061,
                        Transport.TCP,
                        Set.of(Security.NONE),
                        Set.of("sip"),
                        List.of(hop(FE1), hop(FE2))));
        assertThat(endpoints.get("fe2")).containsExactly(answering(FE2));
    }

    @Test
    void aBalancerWithoutMembersAnswersLikeAnyHost() {
        Map<String, List<Endpoint>> endpoints = Endpoints.of(List.of(check(Balancing.itself("it is alone"))));

        assertThat(endpoints).containsOnlyKeys("felb1");
        assertThat(endpoints.get("felb1")).containsExactly(answering(BALANCER));
    }

    private static Endpoint answering(Party party) {
        return new Endpoint(party.address(), 5061, Transport.TCP, Set.of(Security.TLS), Set.of("sip"));
    }

    private static Hop hop(Party member) {
        return new Hop(BALANCER.address(), new InetSocketAddress(member.dialled(), 5061));
    }

    private static Member member(Party party) {
        return new Member(party, BALANCER.address(), new Source(BALANCER.address(), true));
    }

    private static Check check(Balancing balancing) {
        Flow flow =
                new Flow(CLIENT, BALANCER, Transport.TCP, PortRange.of(5061), Optional.empty(), "sip", Security.TLS);
        return new Check(
                "the check",
                List.of("HLB-01"),
                Expectation.ALLOW,
                false,
                flow,
                List.of(5061),
                "sip/register",
                true,
                false,
                new Source(CLIENT.address(), true),
                List.of(),
                Optional.of(balancing));
    }

    private static Party party(String host, String literal) {
        try {
            InetAddress address = InetAddress.getByName(literal);
            return new Party(host, "role", "", "in", address, address, host + ".lab.test", "lab.test");
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(literal, e);
        }
    }
}
