package dev.sallyport.roles;

import java.util.List;

/**
 * A document with a table of ports.
 *
 * @param name its short name, with which the ids of its rows begin: {@code PIC}
 * @param title what the table is about
 * @param sources the files of the original texts
 */
public record Document(String name, String title, List<String> sources) {
    /** Keeps its own copy. */
    public Document {
        sources = List.copyOf(sources);
    }
}
