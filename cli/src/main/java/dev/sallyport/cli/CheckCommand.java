package dev.sallyport.cli;

import dev.sallyport.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code sallyport check}: every problem of files at once. */
@Command(
        name = "check",
        description = "Every problem of lab, scenario and role files at once, with file, line and key.",
        footer = {
            "",
            "Examples:",
            "  sallyport check lab.yaml federation.yaml",
            "  sallyport check roles/       a catalogue's folder"
        })
final class CheckCommand implements Action {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Lab, scenario or role files, or a folder of role files.")
    private List<Path> files = List.of();

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public ExitStatus execute() {
        Problems problems = new Problems();
        CheckedFiles checked = new CheckedFiles(problems);
        List<String> kinds = new ArrayList<>();
        files.forEach(file -> checked.read(file).ifPresent(kind -> kinds.add(file + ": " + kind + ", no problems")));
        kinds.forEach(terminal.out()::println);
        problems.list().forEach(terminal.out()::println);
        return problems.isEmpty() ? ExitStatus.PASSED : ExitStatus.BAD_INPUT;
    }
}
