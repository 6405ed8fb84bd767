package dev.sallyport.testkit.verdicts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** A table of the test resources that people wrote and reviewed: cells between commas, remarks behind {@code #}. */
final class ReviewedTable {

    private ReviewedTable() {}

    /** Returns the cells of each line that has any, without the blanks around them. */
    static Stream<String[]> lines(String resource) {
        return text(resource)
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.strip().split(" *, *"));
    }

    private static String text(String resource) {
        try (InputStream in = ReviewedTable.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
