package dev.sallyport.protocol.filetransfer;

import dev.sallyport.exchange.Octets;

/** What goes over a file transfer's connection: lines, and chunks of the file between them. */
public sealed interface FileMessage {

    /**
     * A line, without the CR LF that ends it.
     *
     * @param text {@code TFR}, {@code FIL 5000}; begins with a capital letter, has neither CR nor LF, and 510 characters
     *     of ISO 8859-1 at most
     */
    record Line(String text) implements FileMessage {

        /** The most characters of a line. */
        static final int MOST = 510;

        /** Refuses what would be read otherwise. */
        public Line {
            if (text.length() > MOST || !text.matches("[A-Z][^\r\n\\x{100}-\\x{10ffff}]*")) {
                throw new IllegalArgumentException("line '" + text + "': a word in capitals must begin it");
            }
        }

        /** Returns the line of a verb and what belongs to it. */
        static Line of(String verb, String rest) {
            return new Line(verb + " " + rest);
        }

        /** Returns the first word. */
        String verb() {
            return text.split(" ", 2)[0];
        }

        /** Returns what follows the first word; empty where nothing does. */
        String rest() {
            int space = text.indexOf(' ');
            return space < 0 ? "" : text.substring(space + 1);
        }

        @Override
        public String toString() {
            return "'" + text.replace("\0", "") + "'";
        }
    }

    /**
     * A part of the file, encrypted.
     *
     * @param data 65,535 bytes at most
     */
    record Chunk(Octets data) implements FileMessage {

        @Override
        public String toString() {
            return "a chunk of " + data.length() + " bytes";
        }
    }

    /** Says that the sender gives up. */
    record Cancel() implements FileMessage {}
}
