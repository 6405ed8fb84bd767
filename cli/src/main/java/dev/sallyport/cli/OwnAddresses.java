package dev.sallyport.cli;

import dev.sallyport.lab.Host;
import dev.sallyport.lab.Lab;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Whether hosts of a lab can be played on this machine. */
final class OwnAddresses {

    private OwnAddresses() {}

    /**
     * Demands that every address of these hosts is this machine's.
     *
     * @throws BadInputException naming those that are not, and what to do
     */
    static void require(Lab lab, List<Host> hosts, String otherwise) {
        List<String> foreign = hosts.stream()
                .flatMap(host -> host.addresses().stream()
                        .filter(address -> !isOurs(address))
                        .map(address -> address.getHostAddress() + " (" + host.name() + ")"))
                .toList();
        if (!foreign.isEmpty()) {
            throw new BadInputException("lab " + lab.name() + " has addresses that are not this machine's: "
                    + String.join(", ", foreign) + "; " + otherwise);
        }
    }

    /** Binding is the only question whose answer holds for loopback and containers, too. */
    private static boolean isOurs(InetAddress address) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(address, 0))) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
