package dev.sallyport.control.bus;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * One message of a {@link Link}: a line of words, then bytes as they are.
 *
 * <pre>piece alice@ci7/2026-11-20T12:00:00Z/0123456789abcdef 17 16</pre>
 *
 * @param run the run whose stream it belongs to
 * @param number where it stands in its stream, from 1; 0 where it is no part of one
 * @param heard how far its sender has heard the other stream
 * @param bytes a piece of the stream; a reason in words where it is {@link Kind#BUSY} or {@link Kind#GONE}
 */
record Frame(Kind kind, Holder run, long number, long heard, byte[] bytes) {

    /** What a frame is. */
    enum Kind {
        /** The next bytes of a stream. */
        PIECE,
        /** The end of a stream. */
        END,
        /** Nothing but how far the other stream was heard. */
        HEARD,
        /** Another run has this host; trying again may help. */
        BUSY,
        /** This run is not known, or no longer; trying again does not help. */
        GONE
    }

    private static final int WORDS = 4;

    byte[] encoded() {
        String head = kind.name().toLowerCase(Locale.ROOT) + " " + run.word() + " " + number + " " + heard + "\n";
        byte[] words = head.getBytes(StandardCharsets.US_ASCII);
        byte[] message = Arrays.copyOf(words, words.length + bytes.length);
        System.arraycopy(bytes, 0, message, words.length, bytes.length);
        return message;
    }

    /** Reads a message; empty where it is no frame. */
    static Optional<Frame> read(byte[] message) {
        int end = endOfWords(message);
        String[] words = new String(message, 0, end, StandardCharsets.US_ASCII).split(" ", -1);
        return end == message.length || words.length != WORDS
                ? Optional.empty()
                : Holder.read(words[1]).flatMap(run -> read(words, run, after(message, end)));
    }

    private static int endOfWords(byte[] message) {
        int end = 0;
        while (end < message.length && message[end] != '\n') {
            end++;
        }
        return end;
    }

    private static byte[] after(byte[] message, int end) {
        return Arrays.copyOfRange(message, end + 1, message.length);
    }

    private static Optional<Frame> read(String[] words, Holder run, byte[] bytes) {
        try {
            Kind kind = Kind.valueOf(words[0].toUpperCase(Locale.ROOT));
            return Optional.of(new Frame(kind, run, Long.parseLong(words[2]), Long.parseLong(words[3]), bytes));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Answers a frame outside any stream. */
    Frame answer(Kind kind, String reason) {
        return new Frame(kind, run, 0, 0, reason.getBytes(StandardCharsets.UTF_8));
    }

    /** Tells whether it begins a stream. */
    boolean opens() {
        return kind == Kind.PIECE && number == 1;
    }

    /** Tells whether it is a part of a stream. */
    boolean isPart() {
        return kind == Kind.PIECE || kind == Kind.END;
    }

    String reason() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
