package dev.sallyport.protocol.dhcp;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Option 43 for the vendor class {@code MS-UC-Client}: where a client gets its certificate, in five options of its own
 * (RFC 2132 §8.4).
 *
 * @param host the pool's name; at most 255 bytes, as every part
 */
record CertificateLocation(String vendorClass, String scheme, String host, String port, String path) {

    /** The class of Lync's clients. */
    static final String VENDOR_CLASS = "MS-UC-Client";

    private static final int FIRST = 1;
    private static final int LAST = 5;

    /** Returns where Lync's web components issue certificates. */
    static CertificateLocation at(String host) {
        return new CertificateLocation(VENDOR_CLASS, "https", host, "443", "/CertProv/CertProvisioningService.svc");
    }

    Octets octets() {
        OctetWriter out = new OctetWriter(ByteOrder.BIG_ENDIAN);
        int code = FIRST;
        for (String part : new String[] {vendorClass, scheme, host, port, path}) {
            Octets value = Octets.utf8(part);
            if (value.length() > 0xff) {
                throw new IllegalArgumentException("'" + part + "': at most 255 bytes fit an option");
            }
            out.u8(code++).u8(value.length()).octets(value);
        }
        return out.octets();
    }

    static CertificateLocation read(Octets value) throws MalformedMessageException {
        OctetReader in = new OctetReader(value.toArray(), ByteOrder.BIG_ENDIAN);
        Map<Integer, String> parts = new LinkedHashMap<>();
        while (in.left() > 0) {
            int code = in.u8("vendor option");
            if (code != DhcpOption.PAD && code != DhcpOption.END) {
                parts.put(
                        code,
                        in.octets(in.u8("length"), "vendor option " + code).text());
            }
        }
        for (int code = FIRST; code <= LAST; code++) {
            if (!parts.containsKey(code)) {
                throw in.malformed("option 43", "it has no vendor option " + code);
            }
        }
        return new CertificateLocation(parts.get(1), parts.get(2), parts.get(3), parts.get(4), parts.get(5));
    }
}
