package dev.sallyport.protocol.http;

import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Octets;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes a message as it goes over the wire (RFC 9112 §2.1). */
final class HttpEncoder {

    private HttpEncoder() {}

    /**
     * Returns the message's bytes; a chunked body as one chunk.
     *
     * @throws IllegalArgumentException when the body is not what the headers say of it; an empty one may answer HEAD
     */
    static byte[] encode(HttpMessage message) {
        boolean chunked = framing(message) instanceof HttpFraming.Chunked;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, message.startLine() + "\r\n");
        message.headers().fields().forEach(field -> write(out, field.name() + ": " + field.value() + "\r\n"));
        write(out, "\r\n");
        if (chunked) {
            writeChunks(out, message.body());
        } else {
            out.writeBytes(message.body().toArray());
        }
        return out.toByteArray();
    }

    private static HttpFraming framing(HttpMessage message) {
        try {
            HttpFraming framing = HttpFraming.of(message, false);
            boolean mayAnswerHead =
                    message instanceof HttpMessage.Response && message.body().length() == 0;
            if (framing instanceof HttpFraming.Fixed fixed
                    && fixed.length() != message.body().length()
                    && !mayAnswerHead) {
                throw new IllegalArgumentException("writing '" + message.startLine() + "': the body has "
                        + message.body().length() + " bytes, its headers say " + fixed.length());
            }
            return framing;
        } catch (MalformedMessageException e) {
            throw new IllegalArgumentException("writing '" + message.startLine() + "': " + e.getMessage(), e);
        }
    }

    private static void writeChunks(ByteArrayOutputStream out, Octets body) {
        if (body.length() > 0) {
            write(out, Integer.toHexString(body.length()) + "\r\n");
            out.writeBytes(body.toArray());
            write(out, "\r\n");
        }
        write(out, "0\r\n\r\n");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
