package dev.sallyport.protocol.dhcp;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Option 120 in its encoding 0, the one Lync uses: names of SIP servers as DNS writes them, uncompressed (RFC 3361
 * §3.1, RFC 1035 §3.1).
 *
 * @param names {@code pool1.contoso.lab}; labels of 1 to 63 characters of ISO 8859-1
 */
record SipServers(List<String> names) {

    private static final int NAMES = 0;
    private static final int LONGEST_LABEL = 63;

    /** Keeps its own copy, and refuses what DNS could not write. */
    SipServers {
        names = List.copyOf(names);
        for (String name : names) {
            for (String label : name.split("\\.", -1)) {
                if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                    throw new IllegalArgumentException("name '" + name + "': labels have 1 to 63 characters");
                }
            }
        }
    }

    Octets octets() {
        OctetWriter out = new OctetWriter(ByteOrder.BIG_ENDIAN).u8(NAMES);
        for (String name : names) {
            for (String label : name.split("\\.")) {
                out.u8(label.length()).text(label);
            }
            out.u8(0);
        }
        return out.octets();
    }

    static SipServers read(Octets value) throws MalformedMessageException {
        OctetReader in = new OctetReader(value.toArray(), ByteOrder.BIG_ENDIAN);
        int encoding = in.u8("encoding");
        if (encoding != NAMES) {
            throw new MalformedMessageException("option 120, encoding at byte 0", encoding + " is not 0, names");
        }
        List<String> names = new ArrayList<>();
        while (in.left() > 0) {
            names.add(name(in));
        }
        return new SipServers(names);
    }

    private static String name(OctetReader in) throws MalformedMessageException {
        List<String> labels = new ArrayList<>();
        for (int length = in.u8("label"); length != 0; length = in.u8("label")) {
            if (length > LONGEST_LABEL) {
                throw in.malformed("option 120, label", length + " bytes are more than 63");
            }
            String label = new String(in.octets(length, "label").toArray(), StandardCharsets.ISO_8859_1);
            if (label.contains(".")) {
                throw in.malformed("option 120, label", "'" + label + "' contains a dot");
            }
            labels.add(label);
        }
        if (labels.isEmpty()) {
            throw in.malformed("option 120, name", "it is empty");
        }
        return String.join(".", labels);
    }
}
