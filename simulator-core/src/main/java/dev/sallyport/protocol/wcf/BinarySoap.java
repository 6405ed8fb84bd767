package dev.sallyport.protocol.wcf;

import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * SOAP 1.2 envelopes with an action and an empty body, in the binary form of WCF: no strings of their own before it
 * (MC-NBFSE §2.1), names by their number in the dictionary (MC-NBFS §2.2), records of MC-NBFX §2.2.
 */
final class BinarySoap {

    /** No strings; {@code <s:Envelope xmlns:s xmlns:a><s:Header><a:Action s:mustUnderstand="1">}. */
    private static final Octets BEFORE_ACTION =
            Octets.parse("00" + "5602" + "0b017304" + "0b016106" + "5608" + "440a" + "1e0082");

    /** {@code </s:Header><s:Body></s:Body></s:Envelope>}; the action's text has closed its own element. */
    private static final Octets AFTER_ACTION = Octets.parse("01" + "560e" + "01" + "01");

    private static final int TEXT_AND_END = 0x99;

    private BinarySoap() {}

    /** Returns an envelope; the action has 255 bytes at most. */
    static Octets envelope(String action) {
        byte[] text = action.getBytes(StandardCharsets.UTF_8);
        if (text.length > 0xff) {
            throw new IllegalArgumentException("action " + action + ": at most 255 bytes fit its record");
        }
        return new OctetWriter(ByteOrder.LITTLE_ENDIAN)
                .octets(BEFORE_ACTION)
                .u8(TEXT_AND_END)
                .u8(text.length)
                .bytes(text)
                .octets(AFTER_ACTION)
                .octets();
    }
}
