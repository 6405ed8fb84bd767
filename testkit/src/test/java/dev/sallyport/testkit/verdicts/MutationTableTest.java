package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Check;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@link MutationTest} draws from leaves nothing out; this can be told without a firewall. */
class MutationTableTest {
    private static final MutationTable TABLE = MutationTable.read();

    private static final SiteFile SITE = SiteFile.withItsDenies("contoso.yaml");

    private static final Map<String, List<Combination>> ALL = new Combinations(SITE, TABLE).all();

    @Test
    void everyFaultOfTheTableMeetsSomething() {
        assertThat(ALL.values()).doesNotContain(List.of());
    }

    @Test
    void everyCheckThatCrossesTheFirewallMeetsSeveralFaults() {
        for (Check check : SITE.checks()) {
            long met = combinations().filter(one -> one.met().contains(check)).count();
            if (SiteFile.crosses(check)) {
                assertThat(met).as(check.id()).isGreaterThan(2);
            }
        }
    }

    @Test
    void threeHundredCombinationsCanBeDrawn() {
        assertThat(combinations().count()).isGreaterThan(300);
    }

    @Test
    void whatIsDrawnTogetherTouchesNothingInCommonAndTheSameSeedDrawsTheSame() {
        MutationDraw draw = new MutationDraw(SITE, TABLE, 1, ".*");
        MutationDraw same = new MutationDraw(SITE, TABLE, 1, ".*");
        for (int round = 0; round < 20; round++) {
            List<Combination> wrong = draw.next(300).wrong();
            Set<Check> touched = new HashSet<>();
            assertThat(wrong).isNotEmpty();
            wrong.forEach(one -> touched.addAll(one.touched()));
            assertThat(touched)
                    .hasSize(
                            wrong.stream().mapToInt(one -> one.touched().size()).sum());
            assertThat(same.next(300).wrong()).isEqualTo(wrong);
        }
    }

    private static Stream<Combination> combinations() {
        return ALL.values().stream().flatMap(List::stream);
    }
}
