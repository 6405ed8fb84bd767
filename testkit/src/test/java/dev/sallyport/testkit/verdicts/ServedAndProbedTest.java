package dev.sallyport.testkit.verdicts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.json.ReportFile;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.CommandResult;
import dev.sallyport.testkit.firewall.NamespaceLab;
import dev.sallyport.testkit.firewall.RequiresFirewall;
import dev.sallyport.testkit.verdicts.ExpectedVerdicts.Case;
import dev.sallyport.testkit.verdicts.ExpectedVerdicts.Expected;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nobody coordinates: {@code serve} on one host, {@code probe} on three, {@code judge} on what they recorded. partner1's
 * requests are dropped, and the replies to messenger1; remote1 dials the same endpoints freely.
 */
@RequiresFirewall
@Timeout(180)
class ServedAndProbedTest {

    private static final Duration PATIENT = Duration.ofSeconds(60);
    private static final String REQUEST_DROPPED = "drop-request on partner1 > edge1/access 5061/tcp";
    private static final String REPLY_DROPPED = "drop-reply on messenger1 > edge1/av 3478/udp";
    private static final List<String> PROBING = List.of("partner1", "messenger1", "remote1");

    @TempDir
    private static Path folder;

    private static SiteFile file;
    private static NamespaceLab lab;

    @BeforeAll
    static void serveAndProbe() throws Exception {
        file = SiteFile.of("contoso.yaml");
        lab = file.namespaces();
        sallyport(0, "edge1", "certs", "--out", folder.resolve("certs").toString(), "--keys", "ec");
        Process serve = lab.start("edge1", words("serve", "edge1", "--record", record("edge1")));
        awaitReady(serve);
        List.of(REQUEST_DROPPED, REPLY_DROPPED).forEach(ServedAndProbedTest::apply);
        CompletableFuture.allOf(
                        PROBING.stream().map(ServedAndProbedTest::probing).toArray(CompletableFuture[]::new))
                .join();
        serve.destroy();
        assertThat(serve.waitFor(PATIENT.toSeconds(), TimeUnit.SECONDS))
                .as("serve ends when told to")
                .isTrue();
        assertThat(serve.exitValue()).isZero();
        judge();
    }

    /** On any machine: here the first that has a name. */
    private static void judge() {
        List<String> command = new ArrayList<>(
                List.of("judge", "--report", folder.resolve("judged").toString()));
        command.add(record("edge1"));
        PROBING.forEach(host -> command.add(record(host)));
        String[] words = SallyportCommand.words(command.toArray(String[]::new)).toArray(String[]::new);
        assertEnded(1, lab.exec(PATIENT, "fe1", words), "judge");
    }

    @AfterAll
    static void close() {
        lab.close();
    }

    @Test
    void whatBothSidesRecordedIsJudgedLikeALiveRun() {
        RunResult judged = report("judged");

        assertThat(judged.checks()).isNotEmpty();
        assertExpected(judged, REQUEST_DROPPED);
        assertExpected(judged, REPLY_DROPPED);
        spoken(judged)
                .filter(found -> found.check().flow().from().host().equals("remote1"))
                .forEach(found -> assertFound(found, Verdict.OPEN, Status.PASSED));
    }

    @Test
    void oneSideAloneCannotTellWhoseSilenceItWas() {
        CheckResult request = only(report("partner1"), "partner1 > edge1/access 5061/tcp");
        CheckResult reply = only(report("messenger1"), "messenger1 > edge1/av 3478/udp");

        for (CheckResult found : List.of(request, reply)) {
            assertThat(found.finding().verdict()).as(words(found)).isIn(Verdict.NO_ANSWER, Verdict.NOT_MEASURED);
            assertThat(found.finding().status()).as(words(found)).isEqualTo(Status.INCONCLUSIVE);
            assertThat(found.finding().notExcluded()).as(words(found)).isNotEmpty();
        }
    }

    @Test
    void oneSideAloneMayTellWhatIsOpen() {
        spoken(report("remote1")).forEach(found -> assertFound(found, Verdict.OPEN, Status.PASSED));
    }

    private static Case wrong(String name) {
        return ExpectedVerdicts.read().stream()
                .filter(each -> each.toString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void apply(String name) {
        Case wrong = wrong(name);
        lab.firewall().apply(wrong.fault().on(file.check(wrong.flow())));
    }

    private static CompletableFuture<Void> probing(String host) {
        // One side alone cannot tell what the silence means that partner1 and messenger1 meet.
        int status = host.equals("remote1") ? 0 : 3;
        return CompletableFuture.runAsync(() -> sallyport(
                status,
                host,
                "probe",
                host,
                "--expect",
                "allow",
                "--record",
                record(host),
                "--report",
                folder.resolve(host).toString()));
    }

    private static void awaitReady(Process serve) throws IOException {
        BufferedReader said = new BufferedReader(new InputStreamReader(serve.getInputStream(), StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        for (String line = said.readLine(); line != null && !line.equals("ready"); line = said.readLine()) {
            lines.add(line);
        }
        assertThat(lines).anyMatch(line -> line.contains("10.3.0.10:5061"));
        assertThat(serve.isAlive()).as(String.join("\n", lines)).isTrue();
    }

    private static String[] words(String... command) {
        List<String> all = new ArrayList<>(SallyportCommand.words(command));
        all.addAll(List.of("--lab", file.path().toString()));
        if (!command[0].equals("certs")) {
            all.addAll(List.of("--certs", folder.resolve("certs").toString()));
        }
        return all.toArray(String[]::new);
    }

    private static void sallyport(int status, String host, String... command) {
        assertEnded(status, lab.exec(PATIENT, host, words(command)), command[0] + " on " + host);
    }

    private static void assertEnded(int status, CommandResult ended, String what) {
        assertThat(ended.exit())
                .as(what + " said\n" + ended.out() + ended.err())
                .isEqualTo(status);
    }

    private static String record(String host) {
        return folder.resolve(host + ".record").toString();
    }

    private static RunResult report(String name) {
        Path report = folder.resolve(name).resolve("report.json");
        try {
            return ReportFile.read(report.toString(), Files.readString(report)).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<CheckResult> spoken(RunResult run) {
        return run.checks().stream().filter(found -> found.check().spoken());
    }

    private static CheckResult only(RunResult run, String id) {
        return run.checks().stream()
                .filter(found -> found.check().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void assertExpected(RunResult judged, String name) {
        wrong(name).touched().forEach((id, expected) -> {
            CheckResult found = only(judged, id);
            assertThat(Expected.of(found.finding())).as(words(found)).isEqualTo(expected);
        });
    }

    private static void assertFound(CheckResult found, Verdict verdict, Status status) {
        assertThat(found.finding().verdict()).as(words(found)).isEqualTo(verdict);
        assertThat(found.finding().status()).as(words(found)).isEqualTo(status);
    }

    private static String words(CheckResult found) {
        return Found.words(found, lab.firewall());
    }
}
