package dev.sallyport.testkit.interop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Who listens on this machine, as Linux tells it: asking by a connection would itself be traffic. */
final class ListeningSockets {
    private static final Path TCP = Path.of("/proc/net/tcp");
    private static final Path UDP = Path.of("/proc/net/udp");
    private static final String LISTEN = "0A";
    private static final String UNCONNECTED = "07";

    private ListeningSockets() {}

    /** Tells whether anybody listens at that IPv4 address and TCP port. */
    static boolean include(String address, int port) {
        return include(TCP, address, port, LISTEN);
    }

    /** Tells whether anybody takes datagrams at that IPv4 address and UDP port. */
    static boolean includeUdp(String address, int port) {
        return include(UDP, address, port, UNCONNECTED);
    }

    private static boolean include(Path table, String address, int port, String state) {
        String local = hexadecimal(address) + String.format(Locale.ROOT, ":%04X", port);
        try (var lines = Files.lines(table)) {
            return lines.map(line -> line.strip().split("\\s+"))
                    .anyMatch(fields -> fields[1].equals(local) && fields[3].equals(state));
        } catch (IOException failure) {
            throw new UncheckedIOException("could not read " + table, failure);
        }
    }

    /** The kernel writes the address as a number of this machine's byte order, little-endian wherever these tests run. */
    private static String hexadecimal(String address) {
        StringBuilder reversed = new StringBuilder();
        for (String octet : address.split("\\.")) {
            reversed.insert(0, String.format(Locale.ROOT, "%02X", Integer.parseInt(octet)));
        }
        return reversed.toString();
    }
}
