package dev.sallyport.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Hop;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerritoryTest {

    private static final InetAddress STRANGER = Samples.address("198.51.100.99");

    private final Territory territory = Samples.fe1();

    @Test
    void itsOwnEndpointsAndChecksAreItsBusiness() {
        assertThat(territory.objectionToArming(List.of(Samples.endpoint(Samples.FE1))))
                .isEmpty();
        assertThat(territory.objectionToFiring(List.of(Samples.check("a")))).isEmpty();
    }

    @Test
    void anotherHostsEndpointIsNot() {
        assertThat(territory.objectionToArming(List.of(Samples.endpoint(Samples.FE1), Samples.endpoint(Samples.FE2))))
                .contains("endpoint 127.0.0.12:5061/tcp is not at an address of fe1");
    }

    @Test
    void passingOnToAStrangerIsNot() {
        assertThat(territory.objectionToArming(List.of(passing(Samples.FE1, Samples.FE2))))
                .isEmpty();
        assertThat(territory.objectionToArming(List.of(passing(Samples.FE1, STRANGER))))
                .contains("endpoint 127.0.0.11:5061/tcp would pass on to 198.51.100.99,"
                        + " which is no address of the lab");
        assertThat(territory.objectionToArming(List.of(passing(Samples.FE2, Samples.FE2))))
                .contains("endpoint 127.0.0.11:5061/tcp would pass on from 127.0.0.12, which is no address of fe1");
    }

    private static Endpoint passing(InetAddress from, InetAddress to) {
        Endpoint own = Samples.endpoint(Samples.FE1);
        Hop hop = new Hop(from, new InetSocketAddress(to, 5061));
        return new Endpoint(own.address(), own.port(), own.transport(), own.security(), own.protocols(), List.of(hop));
    }

    @Test
    void aCheckThatBeginsElsewhereIsNot() {
        var foreign = Samples.check("a", Samples.party("fe2", Samples.FE1), Samples.party("fe2", Samples.FE2), 5061);
        var spoofed = Samples.check("b", Samples.party("fe1", Samples.FE2), Samples.party("fe2", Samples.FE2), 5061);
        assertThat(territory.objectionToFiring(List.of(foreign))).contains("check a begins at fe2, this is fe1");
        assertThat(territory.objectionToFiring(List.of(spoofed)))
                .contains("check b begins at 127.0.0.12, which is no address of fe1");
    }

    @Test
    void aCheckTowardsAStrangerIsNot() {
        var strange = Samples.check("a", Samples.party("fe1", Samples.FE1), Samples.party("fe2", STRANGER), 5061);
        assertThat(territory.objectionToFiring(List.of(Samples.check("b"), strange)))
                .contains("check a goes to 198.51.100.99, which is no address of the lab");
    }
}
