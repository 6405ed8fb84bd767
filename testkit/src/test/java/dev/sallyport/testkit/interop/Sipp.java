package dev.sallyport.testkit.interop;

import dev.sallyport.testkit.peer.PeerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/**
 * A SIPp 3.6 that plays a gateway over TCP at one address.
 *
 * @param directory where it may write
 * @param address the address it sends from, and listens at
 */
record Sipp(Path directory, String address) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String STATISTICS = "statistics.csv";

    /** What it counted: calls begun, ended as the scenario has it, and ended otherwise. */
    record Calls(int begun, int successful, int failed) {}

    /** Returns the arguments for one of its built-in scenarios: {@code uac}, {@code uas}. */
    static List<String> builtIn(String scenario) {
        return List.of("-sn", scenario);
    }

    /** Returns the arguments for a scenario that stands beside this class's tests. */
    List<String> scenario(String name) {
        Path file = directory.resolve(name);
        try (var resource = Sipp.class.getResourceAsStream("sipp/" + name)) {
            Files.copy(resource, file);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not write " + file, failure);
        }
        return List.of("-sf", file.toString());
    }

    /** Calls a far end with a scenario, to the end, and returns what it counted. */
    Calls call(String farEnd, List<String> scenario, String... arguments) {
        List<String> more = new ArrayList<>(List.of(farEnd));
        more.addAll(Arrays.asList(arguments));
        try (PeerProcess sipp = start(scenario, more)) {
            return counted(sipp);
        }
    }

    /** Listens at a port for one call, and returns once it does. */
    PeerProcess answer(int port, List<String> scenario) {
        PeerProcess sipp = start(
                scenario, List.of("-t", "t1", "-m", "1", "-p", Integer.toString(port), "-reconnect_close", "false"));
        Awaitility.await("SIPp listening at " + address + ":" + port)
                .atMost(PATIENCE)
                .until(() -> ListeningSockets.include(address, port) || !sipp.isRunning());
        return sipp;
    }

    /** Returns what it counted, once it has ended by itself. */
    Calls counted(PeerProcess sipp) {
        int exit = sipp.awaitEnd(PATIENCE);
        try {
            List<String> lines = Files.readAllLines(directory.resolve(STATISTICS));
            return counted(lines.get(0).split(";"), lines.get(lines.size() - 1).split(";"));
        } catch (IOException | RuntimeException failure) {
            throw new IllegalStateException(
                    "SIPp ended with " + exit + " and left no count: " + sipp.output(), failure);
        }
    }

    private PeerProcess start(List<String> scenario, List<String> arguments) {
        List<String> words = new ArrayList<>(List.of("sipp", "-i", address, "-bind_local", "-ci", address, "-nostdin"));
        words.addAll(List.of("-max_socket", "1000"));
        words.addAll(List.of("-trace_stat", "-stf", STATISTICS, "-trace_err", "-error_file", "errors.log"));
        words.addAll(scenario);
        words.addAll(arguments);
        return PeerProcess.start(directory, Map.of("TERM", "dumb"), words);
    }

    private static Calls counted(String[] names, String[] values) {
        return new Calls(
                value("TotalCallCreated", names, values),
                value("SuccessfulCall(C)", names, values),
                value("FailedCall(C)", names, values));
    }

    private static int value(String name, String[] names, String[] values) {
        return Integer.parseInt(values[Arrays.asList(names).indexOf(name)]);
    }
}
