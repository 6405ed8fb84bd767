package dev.sallyport.protocol.wcf;

import dev.sallyport.exchange.Octets;

/** A record of .NET message framing (MC-NMF §2.2.3), or the four that every connection begins with. */
public sealed interface NmfRecord {

    /**
     * Version 1.0, mode, via and encoding: four records that always come together (§2.2.5, §3.1.4.1).
     *
     * @param mode {@link #DUPLEX} and others, 1 to 4
     * @param via the URI of the service, 2,048 characters at most
     * @param encoding {@link #BINARY_WITH_DICTIONARY} and others
     */
    record Preamble(int mode, String via, int encoding) implements NmfRecord {

        static final int DUPLEX = 2;
        static final int BINARY_WITH_DICTIONARY = 8;
    }

    /**
     * Asks to go on otherwise.
     *
     * @param protocol {@link #TLS}
     */
    record UpgradeRequest(String protocol) implements NmfRecord {

        static final String TLS = "application/ssl-tls";
    }

    /** Grants what was asked. */
    record UpgradeResponse() implements NmfRecord {}

    /** Ends the preamble. */
    record PreambleEnd() implements NmfRecord {}

    /** Accepts the preamble. */
    record PreambleAck() implements NmfRecord {}

    /** Carries a message of 65,536 bytes at most, WCF's own bound. */
    record Envelope(Octets message) implements NmfRecord {}

    /** Says that no more will come. */
    record End() implements NmfRecord {}

    /**
     * Says what is wrong, as a URI.
     *
     * @param reason {@link #UPGRADE_INVALID} and others
     */
    record Fault(String reason) implements NmfRecord {

        private static final String FAULTS = "http://schemas.microsoft.com/ws/2006/05/framing/faults/";

        static final String UPGRADE_INVALID = FAULTS + "UpgradeInvalid";
        static final String UNSUPPORTED_MODE = FAULTS + "UnsupportedMode";
    }
}
