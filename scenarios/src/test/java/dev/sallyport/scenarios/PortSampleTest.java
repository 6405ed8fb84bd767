package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.flow.PortRange;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortSampleTest {
    private static final PortRange MEDIA = new PortRange(49_152, 57_500);

    @Test
    void sampleHasBothEdgesAndThePortsJustInside() {
        assertThat(sample(MEDIA, "a"))
                .hasSize(8)
                .contains(49_152, 49_153, 57_499, 57_500)
                .isSorted();
    }

    /** Held as numbers: another sample after an upgrade would make two runs incomparable. */
    @Test
    void sampleFollowsFromTheIdAlone() {
        assertThat(sample(MEDIA, "client1 > fe1 49152-57500/tcp"))
                .containsExactly(49_152, 49_153, 51_108, 52_880, 54_864, 56_511, 57_499, 57_500);
    }

    @Test
    void anotherIdSpreadsElsewhere() {
        assertThat(sample(MEDIA, "a")).isNotEqualTo(sample(MEDIA, "b"));
    }

    @Test
    void everyQuarterOfTheRangeIsTried() {
        List<Integer> sample = sample(MEDIA, "a");
        for (int quarter = 0; quarter < 4; quarter++) {
            int from = 49_152 + quarter * MEDIA.size() / 4;
            assertThat(sample).anyMatch(port -> port >= from && port <= from + MEDIA.size() / 4);
        }
    }

    @Test
    void smallRangeIsTriedWhole() {
        assertThat(sample(new PortRange(20, 27), "a")).containsExactly(20, 21, 22, 23, 24, 25, 26, 27);
    }

    @Test
    void rangeThatReachesDownKeepsItsLowerEdgeAndElseTheDynamicPorts() {
        List<Integer> sample = sample(new PortRange(1024, 65_535), "a");
        assertThat(sample).hasSize(8).startsWith(1024, 49_152).endsWith(65_534, 65_535);
    }

    @Test
    void portThatIsNotFreeGivesWayToTheNextInside() {
        assertThat(PortSample.of(MEDIA, "a", port -> port > 49_160 && port < 57_490))
                .hasSize(8)
                .contains(49_161, 49_162, 57_488, 57_489);
    }

    @Test
    void rangeWithoutAFreePortHasNoSample() {
        assertThat(PortSample.of(MEDIA, "a", port -> false)).isEmpty();
        assertThat(PortSample.of(new PortRange(20, 21), "a", port -> false)).isEmpty();
    }

    @Test
    void checksOfOneAddressKeepClearOfAnotherProtocolsPorts() {
        Site site = Site.of("""
                hosts:
                  box1: { zone: in, address: 10.0.0.1, roles: [internal-client, trusted-application-server] }
                  c1: { zone: in, address: 10.0.0.2, roles: [internal-client, director] }
                readings: { SRV-41: outbound }
                ports: { SRV-41: 65535 }
                """);
        assertThat(site.check("SRV-41").ports()).containsExactly(65_535);
        assertThat(site.checks("CLI-08").stream()
                        .filter(check -> check.id().equals("c1 > box1 1024-65535/tcp"))
                        .findFirst()
                        .orElseThrow()
                        .ports())
                .contains(65_534)
                .doesNotContain(65_535);
    }

    @Test
    void fixedSourcePortsLeaveTheOneDestinationPort() {
        Site site = Site.of("""
                hosts:
                  edge1: { zone: in, address: 10.0.0.1, roles: [edge] }
                  m1: { zone: in, address: 10.0.0.2, roles: [live-messenger-client] }
                readings: { PIC-04: source }
                """);
        assertThat(site.check("PIC-04").ports()).containsExactly(443);
        assertThat(site.check("PIC-04").flow().sourcePorts()).contains(new PortRange(50_000, 59_999));
    }

    private static List<Integer> sample(PortRange range, String id) {
        return PortSample.of(range, id, port -> true);
    }
}
