package dev.sallyport.protocol.srtp;

import dev.sallyport.exchange.Octets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The published values of this package's files, by name. */
final class SrtpVectors {

    private SrtpVectors() {}

    static Map<String, Octets> of(String file) throws IOException {
        try (InputStream in = SrtpVectors.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(cells -> cells[0], cells -> Octets.parse(cells[1].replace(" ", ""))));
        }
    }

    static MasterKey master() throws IOException {
        Map<String, Octets> values = of("rfc3711-b.txt");
        return new MasterKey(values.get("master-key"), values.get("master-salt"));
    }
}
