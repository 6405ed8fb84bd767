package dev.sallyport.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sallyport.identity.Identity;
import dev.sallyport.run.Agent;
import dev.sallyport.run.AgentLostException;
import dev.sallyport.run.Patience;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(120)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the commands are a POSIX shell's")
class SpawnTest {

    private static final String AGENT =
            "'%s' -XX:TieredStopAtLevel=1 -cp '%s' dev.sallyport.control.SpawnedAgent {host}"
                    .formatted(
                            Path.of(System.getProperty("java.home"), "bin", "java"),
                            System.getProperty("java.class.path"));
    private static final Optional<Identity> IDENTITY = Optional.of(Samples.identity("fe1.contoso.lab"));

    private final List<String> notes = new CopyOnWriteArrayList<>();

    private Spawn spawn(String command) {
        return spawn(command, Duration.ofSeconds(60));
    }

    private Spawn spawn(String command, Duration opening) {
        Timing timing = new Timing(opening, Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(10));
        Controller controller =
                new Controller(Samples.TOOL, Samples.DIGEST, timing, new FakeAlarm(), Clock.systemUTC(), notes::add);
        return new Spawn(controller, new SpawnCommand(command));
    }

    private String failure(String command) {
        try {
            spawn(command).start(Set.of("fe1"), host -> IDENTITY);
            throw new AssertionError("an agent came up");
        } catch (NoAgentsException e) {
            return e.getMessage();
        }
    }

    /** A process that ended and that nobody has asked for its status yet has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    @Nested
    class Agents {

        @Test
        void areProcessesThatEndWithTheRun() throws Exception {
            Spawned spawned = spawn(AGENT).start(Set.of("fe1", "fe2"), host -> IDENTITY);
            assertThat(spawned.failures()).isEmpty();
            assertThat(spawned.warnings()).isEmpty();
            List<ProcessHandle> children = ProcessHandle.current().descendants().toList();
            for (Agent agent : spawned.agents().values()) {
                agent.collect().toCompletableFuture().get(30, TimeUnit.SECONDS);
                agent.close();
            }
            assertThat(children).isNotEmpty().noneMatch(SpawnTest::runs);
            assertThat(notes).containsExactlyInAnyOrder("fe1: ready", "fe2: ready");
        }

        @Test
        void thatDieInTheMiddleFailWhatTheyWereDoing() throws Exception {
            Agent agent =
                    spawn(AGENT).start(Set.of("fe1"), host -> IDENTITY).agents().get("fe1");
            assertThatThrownBy(() -> agent.fire(List.of(Samples.check("die")), Patience.spread(), attempt -> {})
                            .toCompletableFuture()
                            .get(30, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOf(AgentLostException.class)
                    .hasMessage("fe1: its agent ended with status 137: java.lang.OutOfMemoryError: Java heap space");
            agent.close();
        }

        @Test
        void thatDoNotComeUpAreLostAndTheOthersRun() {
            Spawned spawned = spawn("if [ {host} = fe2 ]; then echo no route >&2; exit 255; fi; exec " + AGENT)
                    .start(Set.of("fe1", "fe2"), host -> IDENTITY);
            assertThat(spawned.hosts()).containsExactly("fe1");
            assertThat(spawned.failures())
                    .containsEntry("fe2", "its agent ended with status 255: no route (its welcome was awaited)");
            assertThatThrownBy(() -> spawned.agents()
                            .get("fe2")
                            .arm(List.of())
                            .toCompletableFuture()
                            .get())
                    .cause()
                    .hasMessageStartingWith("fe2: its agent ended with status 255");
            spawned.agents().values().forEach(Agent::close);
        }
    }

    @Nested
    class Commands {

        @Test
        void thatEndAtOnceAreNamedWithTheirStatusAndLastWords() {
            assertThat(failure("echo 'which agent?' >&2; echo 'sallyport: not found' >&2; exit 3"))
                    .startsWith("no agent came up by 'echo")
                    .contains("fe1: its agent ended with status 3: sallyport: not found"
                            + " (its welcome was awaited; before that it said: which agent?)");
        }

        @Test
        void thatPrintGarbageAreNoAgents() {
            assertThat(failure("head -c 100000 /dev/zero; printf '\\n{\\n{}\\nbye\\n'"))
                    .contains("fe1: its agent ended with status 0: bye");
            assertThat(notes).contains("fe1: {", "fe1: bye");
        }

        @Test
        void thatRepeatTheirInputAreNoAgents() {
            assertThat(failure("cat")).contains("repeats what it is told");
        }

        @Test
        void thatSayNothingAreEndedWithAllTheyStarted() {
            assertThatThrownBy(() -> spawn("sleep 300 & echo $!; sleep 300", Duration.ofMillis(200))
                            .start(Set.of("fe1"), host -> IDENTITY))
                    .hasMessageContaining("fe1: its agent did not answer within 0.2 s");
            assertThat(notes).first().satisfies(note -> {
                long pid = Long.parseLong(note.substring("fe1: ".length()));
                assertThat(ProcessHandle.of(pid).filter(SpawnTest::runs)).isEmpty();
            });
        }

        @Test
        void ofSeveralHostsMustSayWhereTheirNameGoes() {
            assertThatThrownBy(() -> spawn("sallyport agent fe1").start(Set.of("fe1", "fe2"), host -> IDENTITY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("write {host}");
        }

        @Test
        void takeNothingButADnsLabelForAHost() {
            assertThatThrownBy(() -> spawn("echo {host}").start(Set.of("fe1; reboot"), host -> IDENTITY))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("'fe1; reboot' is not a DNS label");
        }
    }
}
