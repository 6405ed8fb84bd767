package dev.sallyport.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/** How help is laid out: 80 columns, commands in groups by what they are for, {@code --help} everywhere. */
final class HelpText {

    private static final int COLUMNS = 80;
    private static final Map<String, List<String>> GROUPS = Map.of();

    private HelpText() {}

    static void apply(CommandLine line) {
        line.setUsageHelpWidth(COLUMNS);
    }
}
