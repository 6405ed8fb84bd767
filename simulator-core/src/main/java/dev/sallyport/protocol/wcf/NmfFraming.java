package dev.sallyport.protocol.wcf;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Records by their type and, where it has one, their size (MC-NMF §2.2.2, §2.2.3); at most 64 KiB and their head. */
final class NmfFraming implements Framing<NmfRecord> {

    private static final int VERSION = 0x00;
    private static final int MODE = 0x01;
    private static final int VIA = 0x02;
    private static final int KNOWN_ENCODING = 0x03;
    private static final int SIZED_ENVELOPE = 0x06;
    private static final int END = 0x07;
    private static final int FAULT = 0x08;
    private static final int UPGRADE_REQUEST = 0x09;
    private static final int UPGRADE_RESPONSE = 0x0a;
    private static final int PREAMBLE_ACK = 0x0b;
    private static final int PREAMBLE_END = 0x0c;

    private static final int MOST_VIA = 2048;
    private static final int MOST_TEXT = 256;
    private static final int MOST_ENVELOPE = 64 * 1024;

    /** Version and mode, three bytes and two, before the via. */
    private static final int BEFORE_VIA = 5;

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (!head.hasRemaining()) {
            return UNKNOWN;
        }
        switch (head.get(0)) {
            case VERSION:
                int via = head.remaining() > BEFORE_VIA ? sized(head, BEFORE_VIA, MOST_VIA) : UNKNOWN;
                return via == UNKNOWN ? UNKNOWN : via + 2;
            case SIZED_ENVELOPE:
                return sized(head, 0, MOST_ENVELOPE);
            case FAULT:
            case UPGRADE_REQUEST:
                return sized(head, 0, MOST_TEXT);
            case END:
            case UPGRADE_RESPONSE:
            case PREAMBLE_ACK:
            case PREAMBLE_END:
                return 1;
            default:
                throw new MalformedMessageException(
                        "record type at byte 0", String.format("0x%02x cannot stand here", head.get(0)));
        }
    }

    /** Returns where the record ends that begins at a place: type, size in seven bits a byte (§2.2.2.1), content. */
    private static int sized(ByteBuffer head, int place, int most) throws MalformedMessageException {
        int size = 0;
        int at = place + 1;
        for (int shift = 0; at < head.remaining(); shift += 7) {
            int octet = head.get(at++);
            size |= (octet & 0x7f) << shift;
            if (size > most || shift > 14) {
                throw new MalformedMessageException("size at byte " + (place + 1), "more than " + most + " bytes");
            }
            if (octet >= 0) {
                return at + size;
            }
        }
        return UNKNOWN;
    }

    @Override
    public NmfRecord read(byte[] frame) throws MalformedMessageException {
        OctetReader in = new OctetReader(frame, ByteOrder.BIG_ENDIAN);
        NmfRecord read = read(in);
        in.end();
        return read;
    }

    private static NmfRecord read(OctetReader in) throws MalformedMessageException {
        int type = in.u8("record type");
        switch (type) {
            case VERSION:
                return preamble(in);
            case SIZED_ENVELOPE:
                return new NmfRecord.Envelope(content(in, "envelope"));
            case END:
                return new NmfRecord.End();
            case FAULT:
                return new NmfRecord.Fault(text(in, "fault"));
            case UPGRADE_REQUEST:
                return new NmfRecord.UpgradeRequest(text(in, "upgrade protocol"));
            case UPGRADE_RESPONSE:
                return new NmfRecord.UpgradeResponse();
            case PREAMBLE_ACK:
                return new NmfRecord.PreambleAck();
            case PREAMBLE_END:
                return new NmfRecord.PreambleEnd();
            default:
                throw new MalformedMessageException(
                        "record type at byte 0", String.format("0x%02x cannot stand here", type));
        }
    }

    private static NmfRecord preamble(OctetReader in) throws MalformedMessageException {
        if (in.u16("version") != 0x0100) {
            throw new MalformedMessageException("version at byte 1", "it is not 1.0");
        }
        require(MODE, in);
        int mode = in.u8("mode");
        require(VIA, in);
        String via = text(in, "via");
        require(KNOWN_ENCODING, in);
        return new NmfRecord.Preamble(mode, via, in.u8("encoding"));
    }

    private static void require(int type, OctetReader in) throws MalformedMessageException {
        int place = in.at();
        int found = in.u8("record type");
        if (found != type) {
            throw new MalformedMessageException(
                    "record type at byte " + place, String.format("0x%02x stands where 0x%02x must", found, type));
        }
    }

    private static String text(OctetReader in, String field) throws MalformedMessageException {
        int place = in.at();
        Octets content = content(in, field);
        String text = content.text();
        if (!Octets.utf8(text).equals(content)) {
            throw new MalformedMessageException(field + " at byte " + place, "it is no UTF-8");
        }
        return text;
    }

    private static Octets content(OctetReader in, String field) throws MalformedMessageException {
        int size = 0;
        int octet = 0x80;
        for (int shift = 0; octet >= 0x80; shift += 7) {
            octet = in.u8("size");
            size |= (octet & 0x7f) << shift;
        }
        return in.octets(size, field);
    }

    @Override
    public byte[] write(NmfRecord message) {
        OctetWriter out = new OctetWriter(ByteOrder.BIG_ENDIAN);
        if (message instanceof NmfRecord.Preamble preamble) {
            out.u8(VERSION).u16(0x0100).u8(MODE).u8(preamble.mode());
            put(VIA, Octets.utf8(preamble.via()), MOST_VIA, out);
            out.u8(KNOWN_ENCODING).u8(preamble.encoding());
        } else if (message instanceof NmfRecord.Envelope envelope) {
            put(SIZED_ENVELOPE, envelope.message(), MOST_ENVELOPE, out);
        } else if (message instanceof NmfRecord.Fault fault) {
            put(FAULT, Octets.utf8(fault.reason()), MOST_TEXT, out);
        } else if (message instanceof NmfRecord.UpgradeRequest request) {
            put(UPGRADE_REQUEST, Octets.utf8(request.protocol()), MOST_TEXT, out);
        } else {
            out.u8(bare(message));
        }
        return out.toArray();
    }

    private static int bare(NmfRecord message) {
        if (message instanceof NmfRecord.End) {
            return END;
        }
        if (message instanceof NmfRecord.UpgradeResponse) {
            return UPGRADE_RESPONSE;
        }
        return message instanceof NmfRecord.PreambleAck ? PREAMBLE_ACK : PREAMBLE_END;
    }

    private static void put(int type, Octets content, int most, OctetWriter out) {
        if (content.length() > most) {
            throw new IllegalArgumentException(content.length() + " bytes are more than the " + most + " of a record");
        }
        out.u8(type);
        int size = content.length();
        for (; size > 0x7f; size >>>= 7) {
            out.u8(size & 0x7f | 0x80);
        }
        out.u8(size).octets(content);
    }
}
