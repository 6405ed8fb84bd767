package dev.sallyport.testkit.verdicts;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** A program that has a port before Sallyport comes, and accepts whoever dials it: {@code ADDRESS PORT}. */
final class HeldPort {

    private HeldPort() {}

    public static void main(String[] arguments) throws IOException {
        InetAddress address = InetAddress.getByName(arguments[0]);
        try (ServerSocket held = new ServerSocket(Integer.parseInt(arguments[1]), 50, address)) {
            System.out.println(held.isBound() ? "held" : "not held");
            while (System.in.read() >= 0) {
                // until nobody needs it any more
            }
        }
    }
}
