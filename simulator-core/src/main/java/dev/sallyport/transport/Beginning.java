package dev.sallyport.transport;

import dev.sallyport.check.Kept;
import dev.sallyport.exchange.Field;
import dev.sallyport.exchange.Naming;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The first bytes of what passes in one direction, kept to be compared with what the other end has. Not thread-safe. */
final class Beginning {

    /** A message with its session description, and what stands before it. */
    private static final int MOST_OF_STREAM = 8 * 1024;

    private static final int MOST_OF_DATAGRAMS = 4 * 1024;

    private final boolean ordered;
    private final Keeping keeping;
    private final List<byte[]> kept = new ArrayList<>();
    private int room;
    private boolean full;

    /** Keeps a stream's beginning where it is ordered, otherwise the first whole datagrams. */
    Beginning(boolean ordered, Keeping keeping) {
        this.ordered = ordered;
        this.keeping = keeping;
        this.room = ordered ? MOST_OF_STREAM : MOST_OF_DATAGRAMS;
    }

    void passed(byte[] some) {
        if (full) {
            return;
        }
        full = some.length > room || !keeping.take(some.length);
        if (!full) {
            keep(some);
        } else if (ordered && some.length > room && keeping.take(room)) {
            keep(Arrays.copyOf(some, room));
        }
    }

    private void keep(byte[] some) {
        kept.add(some.clone());
        room -= some.length;
    }

    Kept kept(Naming naming) {
        List<byte[]> messages = ordered ? List.of(joined()) : kept;
        List<List<Field>> named = messages.stream().map(naming.fields()).toList();
        return new Kept(naming.by(), !full, named);
    }

    private byte[] joined() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        kept.forEach(all::writeBytes);
        return all.toByteArray();
    }
}
