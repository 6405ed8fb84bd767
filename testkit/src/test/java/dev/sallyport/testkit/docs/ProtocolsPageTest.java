package dev.sallyport.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.protocol.Protocols;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The page that says what is real names every exchange there is, and no other. */
class ProtocolsPageTest {

    private static final Pattern FIRST_CELL = Pattern.compile("^\\| (`[^|]*`) \\|", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`([a-z0-9]+/[a-z0-9-]+)`");

    @Test
    void namesEveryExchangeThereIs() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "protocols.md"));
        Set<String> told = FIRST_CELL
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .flatMap(cell -> NAME.matcher(cell).results())
                .map(name -> name.group(1))
                .collect(Collectors.toSet());

        Set<String> spoken = Protocols.spoken().all().stream()
                .flatMap(protocol -> protocol.exchanges().stream())
                .map(exchange -> exchange.name())
                .collect(Collectors.toSet());

        assertThat(told).isEqualTo(spoken);
    }
}
