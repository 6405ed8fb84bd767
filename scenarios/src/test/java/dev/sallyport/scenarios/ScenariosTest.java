package dev.sallyport.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.lab.Vocabulary;
import dev.sallyport.yaml.InvalidFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenariosTest {
    static List<String> builtIn() {
        return Scenarios.builtIn();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void builtInScenarioCarriesItsNameAndSaysWhatItIsAbout(String name) {
        Scenario scenario = Scenarios.named(name);
        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.about()).isNotEmpty();
        boolean idle = scenario.idleUpTo().isPresent();
        assertThat(scenario.undocumented()).isEqualTo(idle ? Undocumented.NONE : Undocumented.NEIGHBOURS);
    }

    @ParameterizedTest
    @CsvSource({
        "public-im, PIC-05, FED-02",
        "public-im, FED-01, XMPP-01",
        "sip-federation, FED-01, PIC-01",
        "xmpp-federation, XMPP-03, FED-01",
        "internal-servers, SRV-52, HLB-01",
        "load-balancers, HLB-20, SRV-01",
        "load-balancers, DLB-06, CLI-01",
        "clients, CLI-12, SRV-01",
    })
    void builtInScenarioMeansItsDocuments(String name, String included, String leftOut) {
        assertThat(Scenarios.named(name).includesRow(included)).isTrue();
        assertThat(Scenarios.named(name).includesRow(leftOut)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"PIC-01", "FED-01", "XMPP-01", "SRV-01", "HLB-01", "DLB-01", "CLI-01", "EDGE-021", "GW-05"})
    void defaultMeansEveryDocument(String row) {
        assertThat(Scenarios.named(Scenarios.DEFAULT).includesRow(row)).isTrue();
    }

    @Test
    void unknownNameListsTheBuiltInOnes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Scenarios.named("public-mi"))
                .withMessage("no scenario 'public-mi': neither built in (documented-ports, public-im, sip-federation,"
                        + " xmpp-federation, internal-servers, load-balancers, clients, alg, idle-timeouts) nor a file;"
                        + " did you mean 'public-im'?");
    }

    @Test
    void pathIsReadAsAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "scenario: mine\nrows: [SRV-03]\n");
        assertThat(Scenarios.named(file.toString()).rows()).containsExactly("SRV-03");
    }

    @Test
    void missingFileIsNotTakenForAName() {
        assertThatThrownBy(() -> Scenarios.named("mine.yaml"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage("mine.yaml: cannot read the file: there is none of this name");
    }

    @Test
    void fileIsHeldAgainstTheCatalogue(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "scenario: mine\nrows: [SRV-30]\n");
        Vocabulary words = new Vocabulary(Set.of("edge"), Set.of("SRV-03"), Map.of());
        assertThatThrownBy(() -> Scenarios.named(file.toString(), words))
                .isInstanceOf(InvalidFileException.class)
                .hasMessage(file + ":2: rows[0]: no document or row 'SRV-30' (documents: SRV); did you mean 'SRV-03'?");
    }
}
