package dev.sallyport.scenarios;

import dev.sallyport.lab.Lab;
import dev.sallyport.lab.LabFile;
import dev.sallyport.lab.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The lab of a command that names none: every role on a loopback address of its own, all in one zone. */
public final class DefaultLab {
    /** The name that problems and listings give the built-in file. */
    public static final String FILE = "loopback.yaml";

    private DefaultLab() {}

    /** Reads it against the words of the built-in catalogue. */
    public static Lab read(Vocabulary vocabulary) {
        return LabFile.parse(FILE, text(), vocabulary);
    }

    /** Returns the file as a user would write it. */
    public static String text() {
        try (InputStream in = DefaultLab.class.getResourceAsStream(FILE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
