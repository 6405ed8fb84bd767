package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    @TempDir
    Path folder;

    @Test
    void allMistakesOfALabFileAreNamedAtOnce() throws IOException {
        Path lab = file("lab.yaml", """
                lab: wrong
                domain: wrong.test
                zones: [inside]
                hosts:
                  fe1: { zone: insde, address: 127.0.0.1, roles: [front-end] }
                  fe2: { zone: inside, address: 127.0.0.1, roles: [front-end] }
                  med1: { zone: inside, address: 127.0.0.3, roles: [mediator] }
                optional: [SRV-99]
                ignroe: [22]
                """);

        Outcome outcome = Shell.sallyport("check", lab.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out().lines()).hasSize(5);
        assertThat(outcome.out())
                .contains(":5: hosts.fe1.zone: ", "did you mean 'inside'?")
                .contains(":6: hosts.fe2.address: ")
                .contains(":7: hosts.med1.roles")
                .contains(":8: optional")
                .contains(":9: ignroe: ", "did you mean 'ignore'?");
    }

    @Test
    void problemsOfSeveralFilesStandTogether() throws IOException {
        Path lab = file("lab.yaml", "lab: a\ndomain: a.test\n");
        Path scenario = file("scenario.yaml", "scenario: s\nrows: [PICK]\n");
        Path role = file("role.yaml", "role: r\naccepts: []\n");

        Outcome outcome = Shell.sallyport("check", lab.toString(), scenario.toString(), role.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out())
                .contains(lab + ":1: ", scenario + ":2: rows[0]: no document or row 'PICK'", role + ":1: ");
    }

    @Test
    void whatIsRightIsSaidToBe() throws IOException {
        Path scenario = file("scenario.yaml", "scenario: s\nrows: [PIC]\n");

        Outcome outcome = Shell.sallyport("check", scenario.toString());

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo(scenario + ": a scenario, no problems\n");
    }

    @Test
    void aFileOfNoKindIsToldWhatItCouldBe() throws IOException {
        Path file = file("file.yaml", "labb: contoso\n");

        assertThat(Shell.sallyport("check", file.toString()).out())
                .contains("no lab, scenario or role file", "did you mean 'lab'?");
    }

    @Test
    void aMissingFileIsNamed() {
        Outcome outcome = Shell.sallyport("check", folder.resolve("none.yaml").toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).contains("none.yaml: cannot read the file: there is none of this name");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
