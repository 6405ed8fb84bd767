package dev.sallyport.cli;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Plan;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Transport;
import dev.sallyport.report.Answer;
import dev.sallyport.run.CheckRunner;
import dev.sallyport.run.Progress;
import dev.sallyport.run.RunResult;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sallyport try}: one question, now, during a change call. */
@Command(
        name = "try",
        description = "Asks one question: does FROM reach TO at PORT? Both ends, attempt by attempt.",
        footer = {
            "",
            "Any flow may be asked about; whether it should get through follows from the rows.",
            "",
            "Examples:",
            "  sallyport try client1 fe1 5061",
            "  sallyport try partner1 edge1/access 3478/udp --lab lab.yaml --every 5",
            "      --spawn 'ssh {host} sallyport agent {host} --lab lab.yaml --stdio'"
        })
final class TryCommand implements Action {

    private static final int HIGHEST = 65_535;

    private final Terminal terminal;
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Parameters(index = "0", paramLabel = "FROM", description = "A host, or one of its interfaces: edge1/internal.")
    private String from;

    @Parameters(index = "1", paramLabel = "TO", description = "The same for the far end.")
    private String to;

    @Parameters(index = "2", paramLabel = "PORT[/udp]", description = "The port, over TCP unless it says udp.")
    private String port;

    @Option(
            names = "--lab",
            paramLabel = "FILE",
            description = "The site under test; every role on this machine's loopback when left out.")
    private Optional<Path> lab = Optional.empty();

    @Option(names = "--every", paramLabel = "SECONDS", description = "Asks again and again, until interrupted.")
    private Optional<Integer> every = Optional.empty();

    @Mixin
    private AgentOptions agentOptions;

    @Mixin
    private PatienceOption patience;

    TryCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        Site site = lab.map(file -> SiteReader.lab(file, List.of())).orElseGet(() -> SiteReader.defaultLab(List.of()));
        Plan plan = site.question(from, to, number(), transport());
        requireAPause();
        agentOptions.requirePlayable(site.lab(), lab.isEmpty());
        plan.checks().forEach(check -> terminal.out().print(Answer.question(check)));
        try (Agents agents = agentOptions.start(site.lab(), plan, terminal)) {
            return ask(plan, agents);
        }
    }

    private ExitStatus ask(Plan plan, Agents agents) {
        CheckRunner runner = new CheckRunner(
                agents.byHost(), patience.patience(), new Stages(terminal.out(), plan), terminal.clock());
        terminal.interruption().stopsBy(() -> {
            interrupted.countDown();
            runner.interrupt();
        });
        RunResult result = answer(runner.run(plan));
        while (every.isPresent() && pause(every.get())) {
            result = answer(runner.run(plan));
        }
        return ExitStatus.of(result);
    }

    private RunResult answer(RunResult result) {
        Answer answer = new Answer(terminal.columns(), terminal.colourOut());
        result.checks().forEach(each -> terminal.out().print(answer.of(each)));
        return result;
    }

    /** Tells whether the pause ended by itself. */
    private boolean pause(int seconds) {
        try {
            return !interrupted.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void requireAPause() {
        if (every.filter(seconds -> seconds < 1 || seconds > Duration.ofDays(1).toSeconds())
                .isPresent()) {
            throw new BadInputException("--every " + every.get() + ": write a number of seconds from 1 to a day");
        }
    }

    private Transport transport() {
        String[] parts = port.split("/", 2);
        String name = parts.length == 1 ? "tcp" : parts[1].toLowerCase(Locale.ROOT);
        return switch (name) {
            case "tcp" -> Transport.TCP;
            case "udp" -> Transport.UDP;
            default -> throw refused();
        };
    }

    private int number() {
        try {
            PortRange range = PortRange.parse(port.split("/", 2)[0]);
            if (range.size() == 1 && range.first() > 0 && range.last() <= HIGHEST) {
                return range.first();
            }
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    private BadInputException refused() {
        return new BadInputException("'" + port + "' is no port: write 5061 or 3478/udp");
    }

    /** Tells each attempt of the question as it ends; controls run unheard. */
    private record Stages(PrintStream out, Plan plan) implements Progress {
        @Override
        public void attempted(Attempt attempt) {
            plan.checks().stream()
                    .filter(check -> check.id().equals(attempt.check()))
                    .forEach(check -> out.print(Answer.attempt(check, attempt.contact())));
        }

        @Override
        public void lost(String host, String why) {
            out.println("the agent of " + host + " was lost: " + why);
        }
    }
}
