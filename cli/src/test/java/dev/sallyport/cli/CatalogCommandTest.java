package dev.sallyport.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.cli.Shell.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CatalogCommandTest {

    @Test
    void oneRowIsToldWithItsNoteAndReadings() throws IOException {
        Outcome outcome = Shell.sallyport("catalog", "PIC-04");

        assertThat(outcome.status()).isZero();
        assertThat(outcome.out()).isEqualTo(resource("catalog-PIC-04.txt"));
    }

    @Test
    void rowsAreFoundInWhateverCase() {
        assertThat(Shell.sallyport("catalog", "pic-04").out()).startsWith("PIC-04  ");
    }

    @Test
    void aCallerOfEachListenerIsToldWhereOneRowHasSeveral() {
        assertThat(Shell.sallyport("catalog", "SRV-03").out())
                .contains("internal-client, ip-phone, front-end-load-balancer → front-end")
                .contains("sip/register")
                .contains("sip/subscribe");
    }

    @Test
    void aRowThatAnotherTablePrintsTooSaysWhich() {
        assertThat(Shell.sallyport("catalog", "GW-05").out()).containsPattern("Repeats +SRV-24, SRV-48");
        assertThat(Shell.sallyport("catalog", "GW-05", "--json").out()).contains("\"repeats\"");
    }

    @Test
    void theTableHasAllRowsAndFitsEightyColumns() {
        Outcome outcome = Shell.sallyport("catalog");

        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(outcome.out().lines().filter(line -> line.matches("[A-Z]+-\\d{2,3} .*")))
                .hasSize(163);
    }

    @Test
    void everySheetFitsEightyColumns() {
        String rows = Shell.sallyport("catalog").out();
        String[] ids = rows.lines()
                .filter(line -> line.matches("[A-Z]+-\\d{2,3} .*"))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .toArray(String[]::new);
        String[] arguments = new String[ids.length + 1];
        arguments[0] = "catalog";
        System.arraycopy(ids, 0, arguments, 1, ids.length);

        assertThat(Shell.sallyport(arguments).out().lines()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void aDocumentNamesItsRows() {
        assertThat(Shell.sallyport("catalog", "XMPP").out())
                .contains("XMPP-01", "XMPP-02", "XMPP-03")
                .doesNotContain("SRV-01");
    }

    @Test
    void programsReadTheSameAsJson() {
        assertThat(Shell.sallyport("catalog", "PIC-06", "--json").out())
                .startsWith("[")
                .contains("\"id\": \"PIC-06\"", "\"exchange\": \"msturn/allocate\"", "\"name\": \"access\"");
    }

    @Test
    void everyUnknownRowIsNamedWithWhatWasMeant() {
        Outcome outcome = Shell.sallyport("catalog", "PIC-4", "SIP");

        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).contains("'PIC-4'", "did you mean 'PIC-04'?", "'SIP'");
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CatalogCommandTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
