package dev.sallyport.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizesTest {

    private static Sizes after(List<Integer> passed, List<Integer> lost) {
        return new Sizes(passed, lost);
    }

    @Test
    void beginWithWhatEveryHostTakes() {
        assertThat(after(List.of(), List.of()).next()).containsExactly(576);
    }

    @Test
    void areNotTheCauseWhereTheSmallestIsLostToo() {
        assertThat(after(List.of(), List.of(576)).next()).isEmpty();
    }

    @Test
    void spreadUpToWhatEthernetCarries() {
        assertThat(after(List.of(576), List.of()).next()).hasSize(7).isSorted().endsWith(1500);
    }

    @Test
    void spreadBetweenWhatPassedAndWhatWasLost() {
        assertThat(after(List.of(576, 1236), List.of(1368, 1500)).next())
                .hasSize(7)
                .isSorted()
                .allSatisfy(size -> assertThat(size).isBetween(1237, 1367));
    }

    @Test
    void areNotSoughtWhereAttemptsContradict() {
        Sizes contradiction = after(List.of(576, 1300), List.of(1200));

        assertThat(contradiction.next()).isEmpty();
        assertThat(contradiction.makeThreshold()).isFalse();
    }

    @Test
    void areNoThresholdWhereAllPass() {
        Sizes all = after(List.of(576, 1500), List.of());

        assertThat(all.next()).isEmpty();
        assertThat(all.makeThreshold()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {576, 577, 900, 1279, 1300, 1400, 1491, 1492, 1499})
    void bracketEveryThresholdWithinFourRounds(int threshold) {
        List<Integer> passed = new ArrayList<>();
        List<Integer> lost = new ArrayList<>();
        int rounds = 0;
        List<Integer> next = after(passed, lost).next();
        while (!next.isEmpty()) {
            next.forEach(size -> (size <= threshold ? passed : lost).add(size));
            next = after(passed, lost).next();
            rounds++;
        }
        assertThat(rounds).isLessThanOrEqualTo(4);
        assertThat(after(passed, lost).most()).isBetween(threshold - 16, threshold);
        assertThat(after(passed, lost).least()).isBetween(threshold + 1, threshold + 16);
    }
}
