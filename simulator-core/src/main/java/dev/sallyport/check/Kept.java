package dev.sallyport.check;

import dev.sallyport.exchange.Field;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The beginning of what one end sent or received, by its fields.
 *
 * @param by who named the fields, {@code sip}: what others have named cannot be compared
 * @param all whether nothing is missing at the end
 * @param messages over UDP one a datagram; over TCP one for the whole stream, whose last field may be cut off
 */
public record Kept(String by, boolean all, List<List<Field>> messages) {

    /** Keeps its own copies. */
    public Kept {
        messages = messages.stream().map(List::copyOf).toList();
    }

    /** Returns all fields, one message after the other. */
    List<Field> fields() {
        return messages.stream().flatMap(List::stream).toList();
    }

    /** Tells whether a stream arrived otherwise than it was sent, whatever of it is still to come. */
    boolean diverges(Kept arrived) {
        List<Field> there = arrived.fields();
        int comparable = Math.min(fields().size(), there.size()) - 1;
        return IntStream.range(0, Math.max(0, comparable))
                .anyMatch(i -> !fields().get(i).equals(there.get(i)));
    }

    /** Returns the datagrams of these that are none of the others. */
    Kept without(Kept others) {
        return new Kept(
                by,
                all,
                messages.stream()
                        .filter(message -> !others.messages.contains(message))
                        .toList());
    }
}
