package dev.sallyport.testkit.firewall;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Drops the initiator's packets whose payload begins with some words, as a filter does that looks for a method's name; it
 * lets TCP open.
 *
 * @param words at most 16 characters of US-ASCII
 */
public record DropPayload(FilteredFlow flow, String words) implements Fault {
    private static final int LONGEST = 16;

    /** Refuses more than nftables compares at once. */
    public DropPayload {
        if (words.isEmpty() || words.length() > LONGEST) {
            throw new IllegalArgumentException("'" + words + "' is not 1 to " + LONGEST + " characters: shorten it");
        }
    }

    @Override
    public String match() {
        byte[] bytes = words.getBytes(StandardCharsets.US_ASCII);
        return flow.requests() + " @ih,0," + bytes.length * 8 + " 0x"
                + HexFormat.of().formatHex(bytes);
    }
}
