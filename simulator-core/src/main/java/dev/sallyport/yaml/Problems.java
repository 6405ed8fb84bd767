package dev.sallyport.yaml;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one or more files while reading goes on; the same problem found twice counts once. */
public final class Problems {
    private static final Comparator<Problem> BY_PLACE =
            Comparator.comparing(Problem::file).thenComparingInt(Problem::line);

    private final Set<Problem> found = new LinkedHashSet<>();

    /** Adds a problem. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Adds a problem at a place; see {@link Problem} for what the parts mean. */
    public void add(String file, int line, String key, String message) {
        add(new Problem(file, line, key, message));
    }

    /** Adds all problems of another collector. */
    public void addAll(Problems others) {
        found.addAll(others.found);
    }

    /** Takes back a problem that turned out to be another one. */
    void withdraw(Problem problem) {
        found.remove(problem);
    }

    /** Returns whether nothing was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Returns all problems by file, then line; those of one line in the order they were found. */
    public List<Problem> list() {
        return found.stream().sorted(BY_PLACE).toList();
    }

    /**
     * Goes on only where nothing was found.
     *
     * @throws InvalidFileException with all problems otherwise
     */
    public void throwIfAny() {
        if (!isEmpty()) {
            throw new InvalidFileException(list());
        }
    }
}
