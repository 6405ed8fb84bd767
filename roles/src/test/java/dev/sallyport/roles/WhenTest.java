package dev.sallyport.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhenTest {
    private static final Set<String> FRONT_END = Set.of("mediation", "front-end");
    private static final Set<String> ALONE = Set.of("mediation");

    @Test
    void collocatedAsksTheHost() {
        When when = When.parse("collocated(front-end)");
        assertThat(when.holds(FRONT_END, FRONT_END)).isTrue();
        assertThat(when.holds(ALONE, FRONT_END)).isFalse();
    }

    @Test
    void notCollocatedIsItsOpposite() {
        When when = When.parse("not collocated(front-end)");
        assertThat(when.holds(FRONT_END, FRONT_END)).isFalse();
        assertThat(when.holds(ALONE, FRONT_END)).isTrue();
    }

    @Test
    void poolRunsAsksThePool() {
        When when = When.parse("pool-runs(front-end)");
        assertThat(when.holds(ALONE, FRONT_END)).isTrue();
        assertThat(when.holds(FRONT_END, ALONE)).isFalse();
    }

    @Test
    void withoutConditionEveryHostWillDo() {
        assertThat(When.ALWAYS.holds(Set.of(), Set.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"collocated", "collocated()", "beside(front-end)", "notcollocated(front-end)"})
    void whatIsNoConditionIsRefusedWithTheForms(String text) {
        assertThatThrownBy(() -> When.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'" + text
                        + "' is no condition: write collocated(ROLE), not collocated(ROLE) or pool-runs(ROLE)");
    }
}
