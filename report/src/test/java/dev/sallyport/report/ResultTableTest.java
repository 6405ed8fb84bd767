package dev.sallyport.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultTableTest {

    private static final SampleRun SAMPLE = SampleRun.read();

    @Test
    void explainsWhatFailedAndFoldsWhatPassed() {
        String table = ResultTable.of(SAMPLE.run(), 120, false);
        assertThat(table).startsWith("""
                        FAILED  4 checks

                          partner1 > edge1/access 5061/tcp
                            request-lost at connect (silence), expected to allow, row PIC-01, through outer
                            3 attempts from partner1 were never seen by edge1/access, which was listening

                        """).doesNotContain("443/tcp").endsWith("""
                        proven: PIC 1/3, XMPP 1/1, SRV 0/4, closed 1/2
                        9 checks: 3 passed, 4 failed, 2 inconclusive, in 4.2 s
                        exit 1: a check failed
                        """);
    }

    @Test
    void groupsTheInconclusiveByReason() {
        assertThat(ResultTable.of(SAMPLE.run(), 120, false)).contains("""
                INCONCLUSIVE  2 checks

                  edge1/internal was not listening: address already in use by pid 812 (nginx)
                    fe1 > edge1/internal 8057/tcp, row SRV-36
                """);
    }

    @Test
    void listsTheHolesOfARange() {
        assertThat(ResultTable.of(SAMPLE.run(), 120, false)).contains("""
                    ports 50000-50001: open
                    ports 50002: request-lost
                    ports 54321-59999 (2 tried): open
                """);
    }

    @Test
    void saysNothingMoreThanCountsWhereAllPassed() {
        assertThat(ResultTable.of(SAMPLE.passedOnly(), 80, false)).isEqualTo("""
                proven: PIC 1/3, XMPP 1/1, closed 1/1
                3 checks: 3 passed, 0 failed, 0 inconclusive, in 4.2 s
                exit 0: all as expected
                """);
    }

    @Test
    void coloursOnlyWhereAsked() {
        assertThat(ResultTable.of(SAMPLE.run(), 80, false)).doesNotContain("\u001b");
        assertThat(ResultTable.of(SAMPLE.run(), 80, true)).contains("\u001b[31mFAILED\u001b[0m");
    }

    @Test
    void interruptionComesFirst() {
        assertThat(ResultTable.of(SAMPLE.interrupted(), 80, false)).contains("exit 130: interrupted");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 80, 200})
    void longNamesNeverBreakTheLayout(int width) {
        String word = "a-very-long-host-name-of-an-unusually-talkative-site".repeat(6) + "\ud83d\ude00".repeat(90);
        String table = ResultTable.of(SAMPLE.saying(text -> text + word + " " + word), width, false);
        assertThat(table.lines())
                .allSatisfy(line -> assertThat(TerminalText.length(line)).isLessThanOrEqualTo(Math.max(40, width)));
        assertThat(table).doesNotContain("\ud83d\n");
    }

    @Test
    void aHostCannotSteerTheTerminal() {
        String table =
                ResultTable.of(SAMPLE.saying(text -> text + "\u001b]0;owned\u0007\r\u202e\u009b31m\n"), 80, false);
        assertThat(table).doesNotContain("\u001b", "\u0007", "\r", "\u202e", "\u009b");
    }
}
