package dev.sallyport.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Messages in hexadecimal digits, from a file beside a test: {@code name = digits}, then {@code = digits} for the rest;
 * spaces and bars part fields, a hash begins a remark, and text may stand between double quotes.
 */
public final class HexVectors {

    private final Map<String, String> byName = new TreeMap<>();

    /** Reads the file of that name beside the class. */
    public HexVectors(Class<?> beside, String file) {
        String name = "";
        for (String line : text(beside, file).lines().toList()) {
            String[] sides = line.replaceFirst("#.*", "").split("=", 2);
            name = sides[0].isBlank() ? name : sides[0].strip();
            byName.merge(name, sides.length < 2 ? "" : hex(sides[1]), String::concat);
        }
    }

    /** Returns the bytes of that name. */
    public byte[] named(String name) {
        return Octets.parse(byName.get(name)).toArray();
    }

    private static String hex(String said) {
        String[] parts = said.split("\"", -1);
        for (int i = 0; i < parts.length; i++) {
            parts[i] = i % 2 == 0
                    ? parts[i].replaceAll("[ |]", "")
                    : Octets.utf8(parts[i]).hex();
        }
        return String.join("", Arrays.asList(parts));
    }

    private static String text(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
