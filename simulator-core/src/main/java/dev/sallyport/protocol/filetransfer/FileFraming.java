package dev.sallyport.protocol.filetransfer;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Lines by their CR LF and chunks by their length; the first byte tells them apart: zero begins a chunk, one a
 * cancellation of three bytes, a capital letter a line.
 */
final class FileFraming implements Framing<FileMessage> {

    private static final int CHUNK = 0;
    private static final int CANCEL = 1;
    private static final int PREFIX = 3;

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (!head.hasRemaining()) {
            return UNKNOWN;
        }
        int first = head.get(0);
        if (first != CHUNK && first != CANCEL) {
            return line(head);
        }
        if (head.remaining() < PREFIX) {
            return UNKNOWN;
        }
        int length = Short.toUnsignedInt(head.order(ByteOrder.LITTLE_ENDIAN).getShort(1));
        return first == CHUNK ? PREFIX + length : PREFIX;
    }

    private static int line(ByteBuffer head) throws MalformedMessageException {
        if (head.get(0) < 'A' || head.get(0) > 'Z') {
            throw new MalformedMessageException(
                    "byte 0", String.format("0x%02x begins neither a line nor a chunk", head.get(0)));
        }
        for (int at = 1; at < Math.min(head.remaining(), FileMessage.Line.MOST + 2); at++) {
            if (head.get(at) == '\n') {
                return at + 1;
            }
        }
        if (head.remaining() >= FileMessage.Line.MOST + 2) {
            throw new MalformedMessageException(
                    "line at byte 0", "it is longer than " + FileMessage.Line.MOST + " bytes");
        }
        return UNKNOWN;
    }

    @Override
    public FileMessage read(byte[] frame) throws MalformedMessageException {
        OctetReader in = new OctetReader(frame, ByteOrder.LITTLE_ENDIAN);
        if (frame[0] == CANCEL) {
            return new FileMessage.Cancel();
        }
        if (frame[0] == CHUNK) {
            in.u8("type");
            return new FileMessage.Chunk(in.octets(in.u16("length"), "chunk"));
        }
        String text = new String(frame, StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\r\n")) {
            throw new MalformedMessageException("line at byte " + (frame.length - 1), "no CR stands before its LF");
        }
        try {
            return new FileMessage.Line(text.substring(0, text.length() - 2));
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("line at byte 0", e.getMessage());
        }
    }

    @Override
    public byte[] write(FileMessage message) {
        OctetWriter out = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        if (message instanceof FileMessage.Line line) {
            out.text(line.text()).text("\r\n");
        } else if (message instanceof FileMessage.Chunk chunk) {
            Octets data = chunk.data();
            if (data.length() > 0xffff) {
                throw new IllegalArgumentException(data.length() + " bytes are more than a chunk's length can say");
            }
            out.u8(CHUNK).u16(data.length()).octets(data);
        } else {
            out.u8(CANCEL).u16(0);
        }
        return out.toArray();
    }
}
