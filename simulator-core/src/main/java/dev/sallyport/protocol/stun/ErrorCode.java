package dev.sallyport.protocol.stun;

import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;

/**
 * ERROR-CODE: why a request was refused (RFC 8489 §14.8).
 *
 * @param code 300 to 699
 * @param reason for people; at most 763 bytes of UTF-8, malformed ones replaced
 */
public record ErrorCode(int code, String reason) implements StunAttribute {

    /** Its type. */
    public static final int TYPE = 0x0009;

    /** What was sent makes no sense here. */
    public static final ErrorCode BAD_REQUEST = new ErrorCode(400, "Bad Request");

    /** An attribute had to be understood, and was not. */
    public static final ErrorCode UNKNOWN_ATTRIBUTE = new ErrorCode(420, "Unknown Attribute");

    private static final int MOST = 763;

    /** Refuses what is no code. */
    public ErrorCode {
        if (code < 300 || code > 699) {
            throw new IllegalArgumentException("error code " + code + " is not within 300 to 699");
        }
    }

    /** Reads its value. */
    public static ErrorCode read(Octets value) {
        if (value.length() < 4 || value.length() > 4 + MOST) {
            throw new IllegalArgumentException(value.length() + " bytes cannot be a code and a reason");
        }
        ByteBuffer in = ByteBuffer.wrap(value.toArray());
        int code = (in.get(2) & 7) * 100 + (in.get(3) & 0xff);
        if ((in.get(3) & 0xff) > 99) {
            throw new IllegalArgumentException("error number " + (in.get(3) & 0xff) + " is more than 99");
        }
        return new ErrorCode(code, value.slice(4, value.length() - 4).text());
    }

    /** Returns the same code without its reason, where there is little room. */
    public ErrorCode terse() {
        return new ErrorCode(code, "");
    }

    @Override
    public int type() {
        return TYPE;
    }

    @Override
    public Octets value(Octets transaction) {
        byte[] phrase = Octets.utf8(reason).toArray();
        ByteBuffer out = ByteBuffer.allocate(4 + phrase.length);
        out.putShort((short) 0)
                .put((byte) (code / 100))
                .put((byte) (code % 100))
                .put(phrase);
        return Octets.of(out.array());
    }
}
