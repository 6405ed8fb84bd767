package dev.sallyport.yaml;

import java.io.Serializable;

/**
 * One thing that is wrong in a file.
 *
 * @param file the file as the user named it
 * @param line the line, from 1; 0 where the whole file is meant
 * @param key the path of keys to the place, {@code hosts.fe1.zone} or {@code permit[0].ports}; "" for the whole file
 * @param message what was found, what was expected, and what to do
 */
public record Problem(String file, int line, String key, String message) implements Serializable {
    /** Returns the problem as users read it: {@code labs/contoso.yaml:12: hosts.fe1.zone: no zone 'intrnal' …}. */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
