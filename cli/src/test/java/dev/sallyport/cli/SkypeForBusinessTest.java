package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.cli.Shell.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SkypeForBusinessTest {

    @TempDir
    Path folder;

    private Path lab(String more) throws IOException {
        return Files.writeString(folder.resolve("lab.yaml"), """
                lab: skype
                domain: skype.test
                catalog: skype-for-business-2019
                zones: [inside, trunk]
                hosts:
                  fe1: { zone: inside, address: 127.78.0.1, roles: [front-end] }
                  med1: { zone: inside, address: 127.78.0.2, roles: [mediation] }
                  share1: { zone: inside, address: 127.78.0.3, roles: [file-share] }
                  gateway1: { zone: trunk, address: 127.78.0.4, roles: [pstn-gateway] }
                """ + more);
    }

    @Nested
    class Lab {
        @Test
        void runsByTheIdsOfItsOwnDocument() throws IOException {
            Path lab = lab("ports: { SFB19-036: 25445, SFB19-048: 25067, SFB19-049: 25068 }\n");

            Outcome outcome = Shell.sallyport(
                    "run",
                    "--lab",
                    lab.toString(),
                    "--report",
                    folder.resolve("report").toString(),
                    "--only",
                    "SFB19-036",
                    "SFB19-048",
                    "SFB19-049",
                    "--expect",
                    "allow");

            assertThat(outcome.status()).as(outcome.out() + outcome.err()).isZero();
            assertThat(outcome.out()).contains("3 checks: 3 passed", "SFB19 3/138");
        }

        @Test
        void whatItSaysOfARowHoldsForTheRowOfLyncThatIsTheSame() throws IOException {
            Path lab = lab("ports: { SFB19-049: 25068 }\n");

            String planned = Shell.sallyport("plan", "--lab", lab.toString(), "--only", "SRV-48", "--expect", "allow")
                    .out();

            assertThat(planned).contains("gateway1 > med1 25068/tcp").doesNotContain("med1 5068/tcp");
        }

        @Test
        void whatItDoesWithoutIsDeniedForBoth() throws IOException {
            Path lab = lab("exclude: [SFB19-049]\n");

            String planned = Shell.sallyport("plan", "--lab", lab.toString(), "--only", "SRV-48")
                    .out();

            assertThat(planned).containsPattern("gateway1 > med1 5068/tcp +deny");
        }

        @Test
        void scenariosNameItsRowsByEitherId() throws IOException {
            Path lab = lab("");

            assertThat(Shell.sallyport("plan", "internal-servers", "--lab", lab.toString())
                            .out())
                    .contains("fe1 > med1 5070/tcp");
            assertThat(Shell.sallyport("plan", "xmpp-federation", "--lab", lab.toString())
                            .err())
                    .contains("no document or row 'XMPP'");
        }
    }

    @Nested
    class CatalogCommand {
        @Test
        void tellsTheCatalogueThatIsNamed() {
            String sheet = Shell.sallyport("catalog", "--catalog", "skype-for-business-2019", "SFB19-049")
                    .out();

            assertThat(sheet).containsPattern("Same as +SRV-48").contains("pstn-gateway → mediation");
            assertThat(Shell.sallyport("catalog", "--catalog", "skype-for-business-2019", "SFB19-049", "--json")
                            .out())
                    .contains("\"sameAs\": \"SRV-48\"");
        }

        @Test
        void fitsEightyColumnsToo() {
            assertThat(Shell.sallyport("catalog", "--catalog", "skype-for-business-2015")
                            .out()
                            .lines())
                    .anyMatch(line -> line.startsWith("SFB15-146  "))
                    .allMatch(line -> line.length() <= 80);
        }

        @Test
        void namesTheCataloguesThatThereAre() {
            Outcome outcome = Shell.sallyport("catalog", "--catalog", "skype-for-business-2018");

            assertThat(outcome.status()).isEqualTo(2);
            assertThat(outcome.err()).contains("lync-server-2013", "did you mean 'skype-for-business-2015'?");
        }
    }

    @Test
    void aCatalogueOfOnesOwnIsChecked() throws IOException {
        Path base = Files.writeString(folder.resolve("catalog.yaml"), """
                about: Ours
                base: skype-for-business-2019
                without:
                  - { rows: [SFB19-17], because: closed here }
                """);

        Outcome outcome = Shell.sallyport("check", base.toString());

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.out()).contains(base + ":4: without[0].rows[0]: no row 'SFB19-17'");
    }
}
