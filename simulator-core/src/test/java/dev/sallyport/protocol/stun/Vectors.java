package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads this package's vector files, without their comments. */
final class Vectors {

    private Vectors() {}

    static List<String> lines(String name) throws IOException {
        try (InputStream in = Vectors.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }

    static byte[] bytes(String name) throws IOException {
        return Octets.parse(String.join("", lines(name)).replace(" ", "")).toArray();
    }
}
