package dev.sallyport.testkit.firewall;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program for one host of a lab: reads a command a line and answers each with a line. {@code listen ADDRESS PORT}
 * echoes there over TCP and UDP; {@code tcp|udp ADDRESS PORT FIRST-BYTE MILLIS [SOURCE-PORT]} tries to get an echo and says what the
 * socket saw; {@code seen PORT} says what came in there.
 */
final class SocketProbe {
    private final Map<Integer, Seen> seen = new ConcurrentHashMap<>();

    /** What arrived at a port: accepted links, bytes on them, datagrams. */
    private record Seen(int links, int bytes, int datagrams) {
        static final Seen NOTHING = new Seen(0, 0, 0);

        Seen plus(Seen more) {
            return new Seen(links + more.links, bytes + more.bytes, datagrams + more.datagrams);
        }
    }

    private SocketProbe() {}

    public static void main(String[] args) throws IOException {
        SocketProbe probe = new SocketProbe();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            System.out.println(probe.answer(line.split(" ")));
        }
        System.exit(0);
    }

    private String answer(String[] words) throws IOException {
        return switch (words[0]) {
            case "listen" -> listen(new InetSocketAddress(words[1], Integer.parseInt(words[2])));
            case "tcp" -> tcp(target(words), Byte.parseByte(words[3]), Integer.parseInt(words[4]));
            case "udp" -> udp(sourcePort(words), target(words), Byte.parseByte(words[3]), Integer.parseInt(words[4]));
            case "seen" -> {
                Seen there = seen.getOrDefault(Integer.parseInt(words[1]), Seen.NOTHING);
                yield there.links + " links, " + there.bytes + " bytes, " + there.datagrams + " datagrams";
            }
            default -> "unknown command";
        };
    }

    private static InetSocketAddress target(String[] words) throws IOException {
        return new InetSocketAddress(InetAddress.getByName(words[1]), Integer.parseInt(words[2]));
    }

    private static int sourcePort(String[] words) {
        return words.length > 5 ? Integer.parseInt(words[5]) : 0;
    }

    private String tcp(InetSocketAddress target, byte first, int millis) {
        try (Socket socket = new Socket()) {
            socket.connect(target, millis);
            socket.setSoTimeout(millis);
            socket.getOutputStream().write(new byte[] {first, 1, 2, 3});
            return socket.getInputStream().read() == first ? "echo" : "connected, then another end";
        } catch (SocketTimeoutException late) {
            return late.getMessage().startsWith("Connect") ? "timeout" : "connected, no echo";
        } catch (IOException failure) {
            return failure.getMessage();
        }
    }

    private String udp(int source, InetSocketAddress target, byte first, int millis) {
        try (DatagramSocket socket = new DatagramSocket(source)) {
            socket.connect(target);
            socket.setSoTimeout(millis);
            socket.send(new DatagramPacket(new byte[] {first, 1, 2, 3}, 4));
            DatagramPacket reply = new DatagramPacket(new byte[4], 4);
            socket.receive(reply);
            return reply.getData()[0] == first ? "echo" : "another datagram";
        } catch (SocketTimeoutException late) {
            return "timeout";
        } catch (PortUnreachableException refused) {
            return "Connection refused";
        } catch (IOException failure) {
            return failure.getMessage();
        }
    }

    private String listen(InetSocketAddress here) throws IOException {
        ServerSocket links = new ServerSocket();
        links.bind(here);
        DatagramSocket datagrams = new DatagramSocket(here);
        background(() -> accept(links));
        background(() -> reflect(datagrams));
        return "listening";
    }

    private void accept(ServerSocket server) {
        try (server) {
            while (true) {
                Socket link = server.accept();
                saw(server.getLocalPort(), new Seen(1, 0, 0));
                background(() -> echo(link));
            }
        } catch (IOException ended) {
            // The process is ending.
        }
    }

    private void echo(Socket link) {
        try (link) {
            InputStream in = link.getInputStream();
            byte[] bytes = new byte[64];
            for (int read = in.read(bytes); read > 0; read = in.read(bytes)) {
                saw(link.getLocalPort(), new Seen(0, read, 0));
                link.getOutputStream().write(bytes, 0, read);
            }
        } catch (IOException ended) {
            // The near end went away.
        }
    }

    private void reflect(DatagramSocket socket) {
        try (socket) {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[64], 64);
                socket.receive(packet);
                saw(socket.getLocalPort(), new Seen(0, 0, 1));
                socket.send(packet);
            }
        } catch (IOException ended) {
            // The process is ending.
        }
    }

    private void saw(int port, Seen more) {
        seen.merge(port, more, Seen::plus);
    }

    private static void background(Runnable work) {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        thread.start();
    }
}
