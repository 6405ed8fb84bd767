package dev.sallyport.scenarios;

import dev.sallyport.flow.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which checks the command line asks for; everything given must hold of a check.
 *
 * @param only row ids, documents, roles, hosts and protocols; several of one kind widen, several kinds narrow
 * @param from hosts that initiate; all where empty
 * @param to hosts that accept; all where empty
 * @param expect only allowed or only denied flows
 * @param failed ids of the checks that failed in an earlier run
 */
public record Selection(
        List<String> only,
        List<String> from,
        List<String> to,
        Optional<Expectation> expect,
        Optional<Set<String>> failed) {
    /** Keeps its own copies. */
    public Selection {
        only = List.copyOf(only);
        from = List.copyOf(from);
        to = List.copyOf(to);
        failed = failed.map(Set::copyOf);
    }

    /** Returns the selection that leaves nothing out. */
    public static Selection all() {
        return new Selection(List.of(), List.of(), List.of(), Optional.empty(), Optional.empty());
    }

    /** Returns whether nothing is left out. */
    public boolean isAll() {
        return equals(all());
    }

    /** Returns it as it stood on the command line: {@code --only PIC edge --from partner1}. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        add(words, "--only", only);
        add(words, "--from", from);
        add(words, "--to", to);
        expect.ifPresent(expected -> add(words, "--expect", List.of(expected.text())));
        failed.ifPresent(ids -> words.add("--failed"));
        return String.join(" ", words);
    }

    private static void add(List<String> words, String option, List<String> given) {
        if (!given.isEmpty()) {
            words.add(option);
            words.addAll(given);
        }
    }
}
