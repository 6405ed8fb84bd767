package dev.sallyport.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Listening;
import dev.sallyport.run.Patience;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ProgressLinesTest {

    private static final SampleRun SAMPLE = SampleRun.read();
    private static final Check SAMPLE_CHECK = SAMPLE.run().checks().get(0).check();
    private static final Contact SILENT = contact(0);
    private static final Contact COMPLETED = contact(1);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    @Nested
    class Plainly {

        @Test
        void eachTenthIsALine() {
            ProgressLines progress = ProgressLines.plain(out, checks(100), Patience.spread());
            IntStream.range(0, 100).forEach(i -> progress.attempted(attempt(i, COMPLETED)));
            assertThat(written().lines()).hasSize(11).endsWith("100 of 100 ports tried, 100 %");
        }

        @Test
        void aPortIsTriedWhenItsAttemptsAreUsedUp() {
            ProgressLines progress = ProgressLines.plain(out, checks(1), Patience.spread());
            progress.attempted(attempt(0, SILENT));
            progress.attempted(attempt(0, SILENT));
            assertThat(written()).isEmpty();
            progress.attempted(attempt(0, SILENT));
            assertThat(written()).isEqualTo("1 of 1 port tried, 100 %\n");
        }

        @Test
        void aLateAttemptCountsNoPortTwice() {
            ProgressLines progress = ProgressLines.plain(out, checks(2), Patience.spread());
            for (int i = 0; i < 5; i++) {
                progress.attempted(attempt(0, COMPLETED));
            }
            assertThat(written()).isEqualTo("1 of 2 ports tried, 50 %\n");
        }

        @Test
        void whatCannotListenAndWhoIsLostIsSaid() {
            ProgressLines progress = ProgressLines.plain(out, checks(1), Patience.spread());
            Listening bound = SAMPLE.run()
                    .checks()
                    .get(0)
                    .evidence()
                    .get(0)
                    .far()
                    .listening()
                    .orElseThrow();
            Listening unbound =
                    new Listening(bound.endpoint(), Optional.of("address already in use"), Optional.empty());
            progress.armed("edge1", List.of(bound, unbound));
            progress.lost("fe1", "the agent ended with status 137");
            assertThat(written()).isEqualTo("""
                    edge1 cannot listen on 10.3.0.10:5061/tcp: address already in use
                    edge1 listens at 1 endpoint
                    lost the agent of fe1: the agent ended with status 137
                    """);
        }

        @Test
        void manyProblemsAreFolded() {
            ProgressLines progress = ProgressLines.plain(out, checks(1), Patience.spread());
            Listening bound = SAMPLE.run()
                    .checks()
                    .get(0)
                    .evidence()
                    .get(0)
                    .far()
                    .listening()
                    .orElseThrow();
            Listening unbound = new Listening(bound.endpoint(), Optional.of("in use"), Optional.empty());
            progress.armed("edge1", Collections.nCopies(50, unbound));
            assertThat(written().lines()).hasSize(4).endsWith("edge1 cannot listen on 47 more endpoints");
        }
    }

    @Nested
    class AsABar {

        @Test
        void rewritesOneLineWithinTheWidth() {
            ProgressLines progress = ProgressLines.bar(out, 60, checks(10), Patience.spread());
            IntStream.range(0, 10).forEach(i -> progress.attempted(attempt(i, COMPLETED)));
            assertThat(written()).doesNotContain("\n").contains("] 10 of 10 ports tried, 100 %");
            assertThat(written().split("\r"))
                    .allSatisfy(line -> assertThat(line).hasSizeLessThan(60));
        }

        @Test
        void aNarrowTerminalGetsTheCountAlone() {
            ProgressLines progress = ProgressLines.bar(out, 20, checks(10), Patience.spread());
            progress.attempted(attempt(0, COMPLETED));
            assertThat(written()).isEqualTo("\r1 of 10 ports trie…");
        }

        @Test
        void aMessageStandsOnALineOfItsOwnAndTheBarComesBack() {
            ProgressLines progress = ProgressLines.bar(out, 60, checks(2), Patience.spread());
            progress.attempted(attempt(0, COMPLETED));
            progress.lost("fe1", "gone");
            assertThat(written())
                    .contains("\rlost the agent of fe1: gone\n\r[###")
                    .endsWith("50 %");
        }

        @Test
        void closingLeavesACleanLine() {
            ProgressLines progress = ProgressLines.bar(out, 60, checks(2), Patience.spread());
            progress.attempted(attempt(0, COMPLETED));
            progress.close();
            assertThat(written()).endsWith(" \r");
        }
    }

    @Test
    void countsExactlyFromManyThreads() throws Exception {
        ProgressLines progress = ProgressLines.plain(out, checks(2_000), Patience.spread());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            IntStream.range(0, 2_000)
                    .forEach(i -> tasks.add(() -> {
                        progress.attempted(attempt(i, COMPLETED));
                        return null;
                    }));
            threads.invokeAll(tasks);
        } finally {
            threads.shutdownNow();
        }
        assertThat(written().lines()).hasSize(11).endsWith("2000 of 2000 ports tried, 100 %");
    }

    private String written() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static List<Check> checks(int number) {
        return IntStream.range(0, number).mapToObj(i -> SAMPLE_CHECK).toList();
    }

    private static Attempt attempt(int check, Contact contact) {
        return new Attempt("check " + check, 5061, contact, "");
    }

    private static Contact contact(int check) {
        return SAMPLE.run().checks().get(check).evidence().stream()
                .flatMap(evidence -> evidence.meetings().stream())
                .map(Meeting::near)
                .findFirst()
                .orElseThrow();
    }
}
