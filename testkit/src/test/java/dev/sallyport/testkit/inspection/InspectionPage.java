package dev.sallyport.testkit.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The page {@code docs/inspection.md}: what was named, by engine and version. */
final class InspectionPage {
    private static final Path FILE = Path.of("..", "docs", "inspection.md");

    private static final String HEAD = """
            # What inspection engines call our flows

            Written by `InspectionTest` (module `testkit`) and held by it, so do not edit it: run the test with
            `-Dinspection.page=write` where %s are installed, and read what changed.

            The test walks each exchange once at each port that the documented rows ask for, and what no row asks for
            where its protocol is spoken (`msturn/relay`), between roles of ours in network namespaces, one flow after the
            other, each from a port of its own. It captures them at the firewall that all of them pass, and gives each
            flow alone to each engine. What each must say stands in
            `testkit/src/test/resources/dev/sallyport/testkit/inspection/expected-names.csv`, with where that is known
            from and what other versions say.

            - **tshark**: the dissectors that took the payload, in the order in which they came, with RTP's heuristic on
              and XMPP looked for at 5269; `unknown` where none did.
            - **nDPI**: the name that `ndpiReader -d` gives, without guesses by port; `Unknown` where it has none.
            - A flow that TLS protects is TLS to both, whatever is inside: the engines vouch for the TLS, not for that.
            - A name tells that an engine took part of a flow, not all of it: RTCP, which shares RTP's port here, stays
              unnamed behind it. The ports that MS-TURN relays to carry test data, no media, and are left out.

            | exchange | port | security | %s |
            |---|---|---|---|---|
            """;

    private InspectionPage() {}

    /** Returns the page as it should be. */
    static String text(List<String> versions, Map<Kind, Names> named) {
        String head = HEAD.formatted(String.join(" and ", versions), String.join(" | ", versions));
        return named.entrySet().stream()
                .map(flow -> line(flow.getKey(), flow.getValue()))
                .collect(Collectors.joining("", head, ""));
    }

    /** Returns the page as it is; empty where there is none. */
    static String present() {
        try {
            return Files.exists(FILE) ? Files.readString(FILE) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException("could not read " + FILE, failure);
        }
    }

    static void write(String text) {
        try {
            Files.writeString(FILE, text);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write " + FILE, failure);
        }
    }

    private static String line(Kind kind, Names names) {
        return "| " + kind.exchange() + " | " + kind.port() + "/" + kind.transport() + " | " + kind.security() + " | "
                + names.tshark() + " | " + names.ndpi() + " |\n";
    }
}
