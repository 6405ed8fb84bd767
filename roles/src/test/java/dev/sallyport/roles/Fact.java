package dev.sallyport.roles;

import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a documented row prints, extracted from the tables apart from the catalogue. */
record Fact(
        String id,
        String role,
        Set<Transport> transports,
        String first,
        String last,
        String protocol,
        Set<Security> security,
        boolean ambiguous) {

    static List<Fact> all() {
        return of("facts.csv");
    }

    static List<Fact> of(String file) {
        try (InputStream in = Fact.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().skip(1).map(Fact::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String document() {
        return id.substring(0, id.indexOf('-'));
    }

    String ports() {
        String between = protocol.equals("dhcp") ? "/" : "-";
        return first.equals(last) ? first : first + between + last;
    }

    @Override
    public String toString() {
        return id;
    }

    private static Fact parse(String line) {
        String[] cells = line.split(",", -1);
        return new Fact(
                cells[0],
                cells[1],
                words(cells[2]).map(Transport::valueOf).collect(Collectors.toSet()),
                cells[3],
                cells[4],
                cells[5],
                words(cells[6])
                        .filter(word -> !word.equals("UNSPECIFIED"))
                        .map(Security::valueOf)
                        .collect(Collectors.toSet()),
                cells[7].equals("yes"));
    }

    private static Stream<String> words(String cell) {
        return Arrays.stream(cell.toUpperCase(Locale.ROOT).split("\\+"));
    }
}
