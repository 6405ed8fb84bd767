package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import java.util.Locale;

/**
 * A Lync 2013 offer: the same session twice in one body, for clients of 2007 with the ICE of draft 6, then with that of
 * draft 19 (RFC 2046 §5.1.4, RFC 5621 §3.1).
 *
 * @param type the body's media type, with its boundary
 */
record MultipartOffer(String type, String body) {

    private static final String FALLBACK = "session; handling=optional; ms-proxy-2007fallback";

    /** Returns the offer of this end of a setting. */
    static MultipartOffer of(Setting setting, String seed) {
        Digest digest = Digest.of(seed);
        String boundary = "----=_NextPart_000_" + digest.hex(2).toUpperCase(Locale.ROOT) + "_"
                + digest.hex(4).toUpperCase(Locale.ROOT) + "."
                + digest.hex(8).substring(8).toUpperCase(Locale.ROOT);
        String body = part(
                        boundary,
                        setting,
                        "1" + digest.hex(15),
                        FALLBACK,
                        LyncSdp.offer(setting.local(), seed, IceDraft.SIX))
                + part(
                        boundary,
                        setting,
                        "2" + digest.hex(15),
                        "session; handling=optional",
                        LyncSdp.offer(setting.local(), seed, IceDraft.NINETEEN))
                + "--" + boundary + "--\r\n";
        return new MultipartOffer("multipart/alternative; boundary=\"" + boundary + "\"", body);
    }

    private static String part(String boundary, Setting setting, String id, String disposition, String description) {
        return "--" + boundary + "\r\n"
                + "Content-Type: application/sdp\r\n"
                + "Content-Transfer-Encoding: 7bit\r\n"
                + "Content-ID: <" + id + "@" + setting.self().domain() + ">\r\n"
                + "Content-Disposition: " + disposition + "\r\n"
                + "\r\n"
                + description + "\r\n";
    }
}
