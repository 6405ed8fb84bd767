package dev.sallyport.protocol;

import dev.sallyport.exchange.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads vector files that stand beside a test class, without their comments. */
public final class VectorFile {

    private VectorFile() {}

    /** Returns the lines that are no comments. */
    public static List<String> lines(Class<?> beside, String name) throws IOException {
        try (InputStream in = beside.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    /** Returns the bytes that the hexadecimal digits stand for. */
    public static byte[] bytes(Class<?> beside, String name) throws IOException {
        return Octets.parse(String.join("", lines(beside, name)).replace(" ", ""))
                .toArray();
    }
}
