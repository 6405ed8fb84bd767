package dev.sallyport.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** How help is laid out: 80 columns, commands in groups by what they are for, {@code --help} everywhere. */
final class HelpText {

    private static final int COLUMNS = 80;
    private static final int NAMES = 10;
    private static final List<Group> GROUPS = List.of(
            new Group("Prove:", List.of("run", "plan")),
            new Group("Prove without a connection between both sides:", List.of("serve", "probe", "judge")),
            new Group("Prepare:", List.of("certs", "check", "agent")),
            new Group("Look up:", List.of("catalog", "report")),
            new Group("See how it works:", List.of("demo", "challenge")));

    private record Group(String title, List<String> commands) {}

    private HelpText() {}

    /** Lays out the help of a command line and of all its commands. */
    static void apply(CommandLine line) {
        line.getCommandSpec().mixinStandardHelpOptions(true);
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING, help -> "");
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, HelpText::groups);
        line.getSubcommands().values().forEach(command -> addHelp(command.getCommandSpec()));
        line.setUsageHelpWidth(COLUMNS);
    }

    private static void addHelp(CommandSpec command) {
        command.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Shows this help.")
                .build());
        command.usageMessage().sortOptions(false).abbreviateSynopsis(true);
    }

    private static String groups(Help help) {
        StringBuilder text = new StringBuilder();
        for (Group group : GROUPS) {
            text.append('\n').append(group.title()).append('\n');
            group.commands()
                    .forEach(name -> text.append(entry(name, help.subcommands().get(name))));
        }
        return text.toString();
    }

    private static String entry(String name, Help command) {
        String about = String.join(" ", command.commandSpec().usageMessage().description());
        return new Labelled(NAMES).add(name, about).text();
    }
}
