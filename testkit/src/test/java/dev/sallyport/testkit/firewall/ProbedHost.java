package dev.sallyport.testkit.firewall;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A host with a {@link SocketProbe} at work on it. */
final class ProbedHost {
    /** For what is expected to come: long, because waiting for it costs nothing. */
    private static final int PATIENT = 8000;

    /** For what is expected not to come. */
    private static final int BRIEF = 300;

    private final Process process;
    private final BufferedReader answers;

    ProbedHost(NamespaceLab lab, String host) {
        process = lab.start(host, java(SocketProbe.class));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    /** The words that run a class of this test's class path in a JVM that starts quickly. */
    static String[] java(Class<?> main) {
        return new String[] {
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            place(main) + ":" + place(NamespaceLab.class) + ":" + place(dev.sallyport.flow.Transport.class),
            main.getName()
        };
    }

    Process process() {
        return process;
    }

    void listen(String address, int port) {
        String answer = ask("listen " + address + " " + port);
        if (!"listening".equals(answer)) {
            throw new IllegalStateException("cannot listen at " + address + ":" + port + ": " + answer);
        }
    }

    String tcp(String address, int port) {
        return ask("tcp " + address + " " + port + " 120 " + PATIENT);
    }

    String udp(String address, int port) {
        return ask("udp " + address + " " + port + " 120 " + PATIENT);
    }

    String tlsHello(String address, int port) {
        return ask("tcp " + address + " " + port + " 22 " + BRIEF);
    }

    String silence(String transport, String address, int port) {
        return ask(transport + " " + address + " " + port + " 120 " + BRIEF);
    }

    String silenceFromPort(int source, String address, int port) {
        return ask("udp " + address + " " + port + " 120 " + BRIEF + " " + source);
    }

    String seen(int port) {
        return ask("seen " + port);
    }

    private String ask(String command) {
        try {
            process.getOutputStream().write((command + "\n").getBytes(StandardCharsets.US_ASCII));
            process.getOutputStream().flush();
            return answers.readLine();
        } catch (IOException failure) {
            throw new UncheckedIOException("the probe did not answer '" + command + "'", failure);
        }
    }

    private static Path place(Class<?> type) {
        return Path.of(java.net.URI.create(
                type.getProtectionDomain().getCodeSource().getLocation().toString()));
    }
}
