package dev.sallyport.protocol.dhcp;

import dev.sallyport.exchange.Octets;
import java.util.List;
import java.util.Optional;

/**
 * A DHCP message (RFC 2131 §2).
 *
 * @param operation {@link #REQUEST} or {@link #REPLY}
 * @param hardware the client's address
 * @param hops how many relays it passed
 * @param transaction the request's number, which its answer repeats
 * @param seconds since the client began
 * @param flags 0x8000 asks for a broadcast
 * @param addresses ciaddr and its like
 * @param server sname, 64 bytes
 * @param file 128 bytes
 * @param options in their order, each code once
 */
public record DhcpMessage(
        int operation,
        Hardware hardware,
        int hops,
        int transaction,
        int seconds,
        int flags,
        Addresses addresses,
        Octets server,
        Octets file,
        List<DhcpOption> options) {

    static final int REQUEST = 1;
    static final int REPLY = 2;

    /** What message type 53 says (RFC 2132 §9.6). */
    static final int ACK = 5;

    /** See {@link #ACK}. */
    static final int INFORM = 8;

    static final Octets NO_ADDRESS = Octets.of(new byte[4]);

    static final int SERVER_LENGTH = 64;
    static final int FILE_LENGTH = 128;

    /**
     * The client's hardware address.
     *
     * @param type 1: Ethernet
     * @param length 6 for Ethernet
     * @param address 16 bytes, padded
     */
    record Hardware(int type, int length, Octets address) {

        static final int LENGTH = 16;

        /** Refuses an address that is not padded. */
        Hardware {
            if (address.length() != LENGTH) {
                throw new IllegalArgumentException("hardware address " + address + ": chaddr has 16 bytes");
            }
        }
    }

    /** The client's own address, the one given to it, the next server's and the relay's; four bytes each. */
    record Addresses(Octets client, Octets given, Octets next, Octets relay) {}

    /** Keeps its own copy, and refuses what cannot be written, or would be read otherwise. */
    public DhcpMessage {
        options = List.copyOf(options);
        if (server.length() != SERVER_LENGTH || file.length() != FILE_LENGTH) {
            throw new IllegalArgumentException("sname has 64 bytes and file 128 (RFC 2131 §2)");
        }
        if (options.stream().map(DhcpOption::code).distinct().count() != options.size()) {
            throw new IllegalArgumentException("an option stands twice in " + options);
        }
    }

    /** Returns a message without a server's name and a file. */
    static DhcpMessage of(
            int operation, Hardware hardware, int transaction, Addresses addresses, List<DhcpOption> options) {
        Octets server = Octets.of(new byte[SERVER_LENGTH]);
        return new DhcpMessage(
                operation,
                hardware,
                0,
                transaction,
                0,
                0,
                addresses,
                server,
                Octets.of(new byte[FILE_LENGTH]),
                options);
    }

    /** Returns the value of an option. */
    Optional<Octets> option(int code) {
        return options.stream()
                .filter(option -> option.code() == code)
                .map(DhcpOption::value)
                .findFirst();
    }

    /** Tells whether it is of that type. */
    boolean isOfType(int type) {
        return options.contains(DhcpOption.of(DhcpOption.MESSAGE_TYPE, type));
    }
}
