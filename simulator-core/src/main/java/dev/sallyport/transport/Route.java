package dev.sallyport.transport;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;

/** Which way an address of this host leaves, as far as Java can tell. */
final class Route {

    private Route() {}

    /** Returns {@code dev eth0 src 10.1.0.10}; empty where the address is of no interface. */
    static String from(InetAddress local) {
        try {
            NetworkInterface device = NetworkInterface.getByInetAddress(local);
            return device == null ? "" : "dev " + device.getName() + " src " + local.getHostAddress();
        } catch (SocketException e) {
            return "";
        }
    }
}
