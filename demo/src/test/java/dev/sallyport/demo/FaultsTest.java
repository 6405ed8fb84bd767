package dev.sallyport.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.check.Check;
import dev.sallyport.check.Verdict;
import dev.sallyport.demo.Fault.Edit;
import dev.sallyport.flow.Expectation;
import dev.sallyport.yaml.InvalidFileException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

    private static final Faults FAULTS = Faults.builtIn();
    private static final Map<String, Check> PLAN = DemoPlan.checks();

    static List<Fault> all() {
        return FAULTS.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachChangesTheRulesAndMarksThem(Fault fault) {
        RuleBase planted = RuleBase.faultless().with(List.of(fault));

        assertThat(planted).isNotEqualTo(RuleBase.faultless());
        assertThat(planted.text()).contains(": " + fault.name());
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachTouchesChecksOfThePlanWithAVerdictThatFailsThem(Fault fault) {
        assertThat(fault.touches()).isNotEmpty();
        fault.touches().forEach((id, verdict) -> {
            assertThat(PLAN).containsKey(id);
            boolean denied = PLAN.get(id).expect() == Expectation.DENY;
            assertThat(verdict == Verdict.OPEN).as(id + " is a leak").isEqualTo(denied);
        });
    }

    @Test
    void allCanBePlantedTogether() {
        assertThat(RuleBase.faultless().with(FAULTS.all()).text()).contains("nats-crossed", "port-shifted");
    }

    @Test
    void theDemoShowsFiveThatDoNotHideEachOther() {
        assertThat(FAULTS.shown()).hasSize(5);
        assertThat(FAULTS.shown().stream().flatMap(fault -> fault.touches().keySet().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatTheKernelCannotDoIsLeftOut() {
        Faults possible = FAULTS.possible(module -> !module.equals("nf_nat_sip"));

        assertThat(possible.shown()).hasSize(4).noneMatch(fault -> fault.name().equals("sip-alg"));
        assertThat(possible.all()).hasSize(FAULTS.all().size() - 1);
    }

    @Nested
    class Drawing {

        @Test
        void isTheSameForTheSameSeed() {
            assertThat(FAULTS.drawn(42, 3)).isEqualTo(FAULTS.drawn(42, 3));
        }

        @Test
        void takesThreeThatDoNotHideEachOther() {
            LongStream.range(0, 500).forEach(seed -> {
                List<Fault> drawn = FAULTS.drawn(seed, 3);
                assertThat(drawn).hasSize(3);
                assertThat(drawn.stream().flatMap(fault -> fault.touches().keySet().stream()))
                        .doesNotHaveDuplicates();
            });
        }

        @Test
        void comesToEveryFaultSoonerOrLater() {
            Set<Fault> drawn = new HashSet<>();
            LongStream.range(0, 500).forEach(seed -> drawn.addAll(FAULTS.drawn(seed, 3)));

            assertThat(drawn).containsExactlyInAnyOrderElementsOf(FAULTS.all());
        }
    }

    @Nested
    class Rules {

        @Test
        void nameARowOnEachRuleThatLetsSomethingThrough() {
            assertThat(RuleBase.faultless().lines().stream()
                            .filter(line -> line.contains("dport") && line.contains("accept")))
                    .isNotEmpty()
                    .allMatch(line -> line.matches(".*# [A-Z]+-\\d+.*"));
        }

        @Test
        void thatDoNotStandThereCannotBeEdited() {
            Fault fault =
                    new Fault("f", "", List.of(new Edit("drop everything", List.of())), Optional.empty(), Map.of());

            assertThatThrownBy(() -> RuleBase.faultless().with(List.of(fault)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'drop everything' stands 0 times");
        }

        @Test
        void sayWhatWasTakenOutAndWhatWasPlanted() {
            RuleBase rules = new RuleBase(List.of("a accept  # SRV-01", "b accept"));
            Edit taken = new Edit("a accept", List.of());
            Edit before = new Edit("b accept", List.of("c drop", "b accept"));
            RuleBase planted =
                    rules.with(List.of(new Fault("f", "", List.of(taken, before), Optional.empty(), Map.of())));

            assertThat(planted.lines())
                    .containsExactly(
                            "    # a accept  # SRV-01  <- taken out: f", "    c drop  # <- planted: f", "b accept");
        }
    }

    @Test
    void anUnknownVerdictIsAProblemWithItsPlace() {
        String text = "faults: { f: { about: a, edits: [], touches: { x: closed } } }\ndemo: []\n";

        assertThatThrownBy(() -> FaultFile.read("faults.yaml", text))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("faults.f.touches.x");
    }
}
