package dev.sallyport.transport;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which way an address of this host leaves, as far as Java can tell; asked once an address, for asking is dear. */
final class Route {

    private final Map<InetAddress, String> known = new ConcurrentHashMap<>();

    /** Returns {@code dev eth0 src 10.1.0.10}; empty where the address is of no interface. */
    String from(InetAddress local) {
        return known.computeIfAbsent(local, Route::ask);
    }

    private static String ask(InetAddress local) {
        try {
            NetworkInterface device = NetworkInterface.getByInetAddress(local);
            return device == null ? "" : "dev " + device.getName() + " src " + local.getHostAddress();
        } catch (SocketException e) {
            return "";
        }
    }
}
