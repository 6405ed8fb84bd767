package dev.sallyport.check;

import dev.sallyport.exchange.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A field that an end received otherwise than the other sent it; empty on one side where it was put in, or taken out.
 */
record Difference(Optional<Field> sent, Optional<Field> arrived) {

    private static final int MOST_ALIGNED = 600;
    private static final int MOST_NAMED = 6;

    /** Returns what differs, in order. */
    static List<Difference> between(List<Field> sent, List<Field> arrived) {
        int same = 0;
        while (same < Math.min(sent.size(), arrived.size()) && sent.get(same).equals(arrived.get(same))) {
            same++;
        }
        return aligned(bounded(sent, same), bounded(arrived, same));
    }

    private static List<Field> bounded(List<Field> fields, int from) {
        return fields.subList(from, Math.min(fields.size(), from + MOST_ALIGNED));
    }

    /** Fields that stand in both in the same order part the others into runs, which are compared by themselves. */
    private static List<Difference> aligned(List<Field> sent, List<Field> arrived) {
        int[][] common = common(sent, arrived);
        List<Difference> found = new ArrayList<>();
        List<Field> out = new ArrayList<>();
        List<Field> in = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < sent.size() || j < arrived.size()) {
            if (i < sent.size() && j < arrived.size() && sent.get(i).equals(arrived.get(j))) {
                flush(out, in, found);
                i++;
                j++;
            } else if (j == arrived.size() || i < sent.size() && common[i + 1][j] >= common[i][j + 1]) {
                out.add(sent.get(i++));
            } else {
                in.add(arrived.get(j++));
            }
        }
        flush(out, in, found);
        return found;
    }

    /** The longest common subsequence of what follows, by dynamic programming. */
    private static int[][] common(List<Field> sent, List<Field> arrived) {
        int[][] length = new int[sent.size() + 1][arrived.size() + 1];
        for (int i = sent.size() - 1; i >= 0; i--) {
            for (int j = arrived.size() - 1; j >= 0; j--) {
                length[i][j] = sent.get(i).equals(arrived.get(j))
                        ? length[i + 1][j + 1] + 1
                        : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        return length;
    }

    private static void flush(List<Field> out, List<Field> in, List<Difference> found) {
        for (Field sent : out) {
            Optional<Field> arrived = in.stream()
                    .filter(field -> field.name().equals(sent.name()))
                    .findFirst();
            arrived.ifPresent(in::remove);
            found.add(new Difference(Optional.of(sent), arrived));
        }
        in.forEach(arrived -> found.add(new Difference(Optional.empty(), Optional.of(arrived))));
        out.clear();
        in.clear();
    }

    /** Returns those that are no matter of where one account or the other was cut off. */
    static List<Difference> withoutTail(List<Difference> found) {
        int end = found.size();
        while (end > 1 && found.get(end - 1).isOneSided()) {
            end--;
        }
        return found.subList(0, end);
    }

    private boolean isOneSided() {
        return sent.isEmpty() || arrived.isEmpty();
    }

    /** Says the first in full, and the others by their names. */
    static String words(List<Difference> found, String sender, String receiver) {
        Difference first = found.get(0);
        List<String> others = found.stream()
                .skip(1)
                .map(Difference::name)
                .filter(name -> !name.equals(first.name()))
                .distinct()
                .toList();
        String named = others.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
        int more = others.size() - MOST_NAMED;
        return first.words(sender, receiver)
                + (others.isEmpty() ? "" : "; also changed: " + named)
                + (more > 0 ? " and " + more + " more" : "");
    }

    private String name() {
        return Stream.of(sent, arrived)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .name();
    }

    private String words(String sender, String receiver) {
        if (arrived.isEmpty()) {
            return receiver + " did not receive the " + name() + " that " + sender + " sent: " + quoted(sent, sent);
        }
        if (sent.isEmpty()) {
            return receiver + " received a " + name() + " that " + sender + " did not send: "
                    + quoted(arrived, arrived);
        }
        return receiver + " received another " + name() + " than " + sender + " sent: " + quoted(sent, arrived)
                + " became " + quoted(arrived, sent);
    }

    private static String quoted(Optional<Field> of, Optional<Field> beside) {
        String text = of.orElseThrow().value();
        String excerpt = Excerpt.of(text, beside.orElseThrow().value());
        return excerpt.isEmpty() || Objects.equals(excerpt, "…") ? "nothing" : excerpt;
    }
}
