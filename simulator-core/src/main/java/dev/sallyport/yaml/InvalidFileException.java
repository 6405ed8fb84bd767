package dev.sallyport.yaml;

import java.util.List;
import java.util.stream.Collectors;

/** A file cannot be used; carries every problem found in it, and its message is their text, a line each. */
public final class InvalidFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Problem[] problems;

    /** Creates it for at least one problem. */
    public InvalidFileException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a file without problems is not invalid");
        }
        this.problems = problems.toArray(Problem[]::new);
    }

    /** Returns all problems, by file and line. */
    public List<Problem> problems() {
        return List.of(problems);
    }
}
