package dev.sallyport.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The kernel's table of sockets, where it can be read (Linux's {@code /proc/net}): it alone shows a SYN whose answer got
 * lost, and who holds a port.
 */
final class SocketTable {

    private static final String SYN_RECV = "03";
    private static final String LISTEN = "0A";
    private static final String UDP_BOUND = "07";
    private static final int MOST_PROCESSES = 5_000;

    /** A line of the table. */
    record Entry(InetSocketAddress local, InetSocketAddress remote, String state, String inode) {}

    private final Path proc;

    SocketTable(Path proc) {
        this.proc = proc;
    }

    static SocketTable ofThisMachine() {
        return new SocketTable(Path.of("/proc"));
    }

    /** Returns connections whose first SYN came and whose handshake has not been completed; both address families. */
    List<Entry> halfOpen() {
        // A dual-stack listener of Java keeps its IPv4 connections in the IPv6 table.
        List<Entry> found = new ArrayList<>(entries("tcp", SYN_RECV));
        found.addAll(entries("tcp6", SYN_RECV));
        return found;
    }

    /** Returns the process that holds a port on an address, {@code nginx (pid 812)}; empty where it cannot be told. */
    Optional<String> holder(String transport, InetAddress address, int port) {
        String held = transport.equals("tcp") ? LISTEN : UDP_BOUND;
        return java.util.stream.Stream.of(transport, transport + "6")
                .flatMap(table -> entries(table, held).stream())
                .filter(entry -> entry.local().getPort() == port)
                .filter(entry -> entry.local().getAddress().isAnyLocalAddress()
                        || entry.local().getAddress().equals(address))
                .findFirst()
                .flatMap(entry -> process(entry.inode()));
    }

    /** Returns the lines of a table that stand in a state; the others, often thousands, are not taken apart. */
    List<Entry> entries(String table, String state) {
        String marked = " " + state + " ";
        Path file = proc.resolve("net").resolve(table);
        if (!Files.isReadable(file)) {
            return List.of();
        }
        try {
            return Files.readAllLines(file).stream()
                    .skip(1)
                    .filter(line -> line.contains(marked))
                    .flatMap(line -> entry(line).stream())
                    .filter(entry -> entry.state().equals(state))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static Optional<Entry> entry(String line) {
        String[] fields = line.strip().split("\\s+");
        if (fields.length < 10) {
            return Optional.empty();
        }
        return Optional.of(new Entry(address(fields[1]), address(fields[2]), fields[3], fields[9]));
    }

    /** Addresses stand as 32-bit words in the machine's byte order; every machine we run on is little-endian. */
    private static InetSocketAddress address(String field) {
        int colon = field.indexOf(':');
        byte[] bytes = HexFormat.of().parseHex(field.substring(0, colon));
        for (int word = 0; word < bytes.length; word += 4) {
            swap(bytes, word, word + 3);
            swap(bytes, word + 1, word + 2);
        }
        int port = Integer.parseInt(field.substring(colon + 1), 16);
        try {
            return new InetSocketAddress(InetAddress.getByAddress(bytes), port);
        } catch (UnknownHostException e) {
            throw new IllegalStateException("the socket table holds an address of " + bytes.length + " bytes", e);
        }
    }

    private static void swap(byte[] bytes, int i, int j) {
        byte kept = bytes[i];
        bytes[i] = bytes[j];
        bytes[j] = kept;
    }

    private Optional<String> process(String inode) {
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(proc, "[0-9]*")) {
            int looked = 0;
            for (Path process : processes) {
                if (looked++ > MOST_PROCESSES) {
                    return Optional.empty();
                }
                if (holds(process, "socket:[" + inode + "]")) {
                    String name = Files.readString(process.resolve("comm")).strip();
                    return Optional.of(name + " (pid " + process.getFileName() + ")");
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static boolean holds(Path process, String socket) {
        try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(process.resolve("fd"))) {
            for (Path descriptor : descriptors) {
                if (Files.isSymbolicLink(descriptor)
                        && Files.readSymbolicLink(descriptor).toString().equals(socket)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }
}
