package dev.sallyport.testkit.inspection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** The reviewed table {@code expected-names.csv}: what each engine must call each kind of flow. */
final class ExpectedNames {

    private ExpectedNames() {}

    static Map<Kind, Names> read() {
        Map<Kind, Names> expected = new TreeMap<>();
        text().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split(" *, *"))
                .forEach(cells -> add(cells, expected));
        return expected;
    }

    private static void add(String[] cells, Map<Kind, Names> expected) {
        Kind kind = new Kind(cells[0], cells[1], cells[2], Integer.parseInt(cells[3]));
        if (expected.put(kind, new Names(cells[4], cells[5])) != null) {
            throw new IllegalStateException("expected-names.csv has two lines for " + kind + ": leave one out");
        }
    }

    private static String text() {
        try (InputStream in = ExpectedNames.class.getResourceAsStream("expected-names.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
