package dev.sallyport.protocol.dhcp;

import dev.sallyport.exchange.Octets;

/**
 * An option (RFC 2132): a message has each once, for what is longer than 255 bytes is written in parts and read as one
 * (RFC 3396).
 *
 * @param code 1 to 254
 */
public record DhcpOption(int code, Octets value) {

    static final int PAD = 0;
    static final int VENDOR = 43;
    static final int MESSAGE_TYPE = 53;
    static final int SERVER = 54;
    static final int REQUESTED = 55;
    static final int VENDOR_CLASS = 60;
    static final int CLIENT = 61;
    static final int SIP_SERVERS = 120;
    static final int END = 255;

    /** Refuses the codes that are no options. */
    public DhcpOption {
        if (code <= PAD || code >= END) {
            throw new IllegalArgumentException("option " + code + ": 1 to 254 are options (RFC 2132 §2)");
        }
    }

    /** Returns an option of one byte. */
    static DhcpOption of(int code, int value) {
        return new DhcpOption(code, Octets.of(new byte[] {(byte) value}));
    }
}
