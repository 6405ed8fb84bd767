package dev.sallyport.testkit.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.sallyport.testkit.firewall.RequiresFirewall;
import dev.sallyport.testkit.machine.Requirement;
import dev.sallyport.testkit.peer.RequiresPeer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Independent inspection engines take our flows for what they are: they read captures, and know nothing of us. */
@RequiresFirewall
@RequiresPeer({"dumpcap", "tshark", "ndpiReader"})
class InspectionTest {
    /** Those of Debian 12, which the table of expected names is about. */
    private static final List<String> ENGINES = List.of("tshark 4.0.17", "nDPI 4.2.0");

    private static final Map<Kind, Names> EXPECTED = ExpectedNames.read();

    @TempDir
    private static Path directory;

    private static Map<Kind, Names> named;

    @BeforeAll
    static void inspectEveryKindOfFlow() {
        Tshark tshark = new Tshark();
        Ndpi ndpi = new Ndpi();
        require(List.of(tshark.version(directory), ndpi.version(directory)));
        named = InspectedFlows.walked(directory).named(directory, tshark, ndpi);
    }

    static Set<Kind> kinds() {
        return named.keySet();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyFlowIsNamedAsExpected(Kind kind) {
        assertThat(named.get(kind)).as("what engines call %s", kind).isEqualTo(EXPECTED.get(kind));
    }

    @Test
    void everyExpectedFlowIsInThePlan() {
        assertThat(named.keySet()).containsExactlyElementsOf(EXPECTED.keySet());
    }

    @Test
    void pageTellsWhatWasNamed() {
        String page = InspectionPage.text(ENGINES, named);
        if ("write".equals(System.getProperty("inspection.page"))) {
            InspectionPage.write(page);
        }
        assertThat(InspectionPage.present())
                .as("docs/inspection.md; -Dinspection.page=write writes it anew")
                .isEqualTo(page);
    }

    private static void require(List<String> engines) {
        ConditionEvaluationResult decision = Requirement.of("interop.required").decide(missing(engines));
        assumeThat(decision.isDisabled()).as("%s", decision.getReason()).isFalse();
    }

    private static Optional<String> missing(List<String> engines) {
        return engines.equals(ENGINES)
                ? Optional.empty()
                : Optional.of("here are " + engines + ", and expected-names.csv is about " + ENGINES);
    }
}
