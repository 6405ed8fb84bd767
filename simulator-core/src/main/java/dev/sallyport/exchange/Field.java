package dev.sallyport.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A part of the bytes that an end sent or received, by the name that its protocol has for it, so that two ends' accounts
 * of the same bytes can be compared and what differs be named.
 *
 * @param name {@code Contact}, {@code SDP c=}, {@code XOR-MAPPED-ADDRESS}
 * @param value what stands there; of a text exactly as it stood, white space and all
 */
public record Field(String name, String value) {

    private static final int PIECE = 32;
    private static final int MOST_UNNAMED = 512;

    /** Returns bytes that no protocol names: pieces of {@value #PIECE}, of the first {@value #MOST_UNNAMED}. */
    public static List<Field> unnamed(byte[] bytes) {
        List<Field> pieces = new ArrayList<>();
        int end = Math.min(bytes.length, MOST_UNNAMED);
        for (int at = 0; at < end; at += PIECE) {
            byte[] piece = Arrays.copyOfRange(bytes, at, Math.min(end, at + PIECE));
            pieces.add(new Field("bytes from " + at, HexFormat.of().formatHex(piece)));
        }
        return pieces;
    }
}
