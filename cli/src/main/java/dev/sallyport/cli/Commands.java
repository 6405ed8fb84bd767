package dev.sallyport.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;

/** The list of commands: a new one is a class and a line here. */
final class Commands {

    private Commands() {}

    /** What stands above all commands. */
    @Command(
            name = "sallyport",
            description = "Proves a firewall: plays the roles of a Lync Server 2013 site on both sides of it, exchanges"
                    + " their real traffic, and judges every documented rule by what both ends saw.",
            versionProvider = Version.class,
            footer = {
                "",
                "Examples:",
                "  sallyport run                        every role on this machine",
                "  sallyport run --lab lab.yaml --spawn 'ssh {host} sallyport agent {host}",
                "      --lab lab.yaml --stdio'          through the firewalls of a site",
                "  sallyport catalog PIC-04             what a documented row means",
                "",
                "Exit status: 0 all as expected, 1 a check failed, 2 wrong input and nothing",
                "sent, 3 something inconclusive, 130 interrupted."
            })
    static final class Root {}

    /** Tells which Sallyport this is. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {Tool.name()};
        }
    }

    /** Returns the command line of a terminal. */
    static CommandLine line(Terminal terminal) {
        CommandLine line = new CommandLine(new Root());
        all(terminal).forEach(line::addSubcommand);
        Mistakes mistakes = new Mistakes(terminal.err());
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8));
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colourOut() ? Ansi.ON : Ansi.OFF));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler(mistakes);
        line.setParameterExceptionHandler(mistakes);
        HelpText.apply(line);
        return line;
    }

    private static List<Action> all(Terminal terminal) {
        return List.of(
                new RunCommand(terminal),
                new PlanCommand(terminal),
                new TryCommand(terminal),
                new ServeCommand(terminal),
                new ProbeCommand(terminal),
                new JudgeCommand(terminal),
                new CertsCommand(terminal),
                new CheckCommand(terminal),
                new AgentCommand(terminal),
                new CatalogCommand(terminal),
                new ReportCommand(terminal),
                new DemoCommand(terminal),
                new ChallengeCommand(terminal));
    }
}
