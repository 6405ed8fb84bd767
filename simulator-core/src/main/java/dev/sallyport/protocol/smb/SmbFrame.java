package dev.sallyport.protocol.smb;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * SMB messages, each behind a type and its length in three bytes (MS-SMB2 §2.1); at most 128 KiB, twice what a
 * negotiation or a refused session can need.
 */
final class SmbFrame implements Framing<SmbMessage> {

    private static final int PREFIX = 4;
    private static final int MOST = 128 * 1024;
    private static final int MESSAGE = 0x00;
    private static final int SMB1 = 0x424d53ff;
    private static final int SMB1_NEGOTIATE = 0x72;
    private static final int SMB1_HEADER = 32;
    private static final int DIALECT = 0x02;

    /** SMB1's header after its protocol id (MS-CIFS §2.2.3.1), little-endian: the request of a Windows client. */
    private static final Octets HEADER_OF_OFFER = Octets.parse("72" + "00000000" + "18" + "53c8" + "0000"
            + "0000000000000000" + "0000" + "ffff" + "fffe" + "0000" + "0000");

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (head.remaining() < PREFIX) {
            return UNKNOWN;
        }
        int length = head.getInt(0) & 0xffffff;
        if (length > MOST) {
            throw new MalformedMessageException("length at byte 1", length + " bytes are more than " + MOST);
        }
        boolean message = head.get(0) == MESSAGE;
        if (message
                && head.remaining() >= PREFIX + 4
                && !isSmb(head.order(ByteOrder.LITTLE_ENDIAN).getInt(PREFIX))) {
            throw new MalformedMessageException("protocol id at byte 4", "it is none of SMB's");
        }
        return PREFIX + length;
    }

    private static boolean isSmb(int id) {
        return id == SMB1 || id == Smb2Header.PROTOCOL;
    }

    @Override
    public SmbMessage read(byte[] frame) throws MalformedMessageException {
        OctetReader in =
                new OctetReader(Octets.of(frame, PREFIX, frame.length - PREFIX).toArray(), ByteOrder.LITTLE_ENDIAN);
        if (frame[0] != MESSAGE) {
            return new SmbMessage.Other(frame[0] & 0xff, in.rest());
        }
        int id = in.i32("protocol id");
        in.goTo(0, "protocol id");
        if (id == Smb2Header.PROTOCOL) {
            Smb2Header header = Smb2Header.read(in);
            return new SmbMessage.Smb2(header, body(header, in));
        }
        if (id != SMB1) {
            throw new MalformedMessageException("protocol id at byte 0", "it is none of SMB's");
        }
        return smb1(in);
    }

    private static Smb2Body body(Smb2Header header, OctetReader in) throws MalformedMessageException {
        if (header.isCompound() || header.command() != Smb2Header.NEGOTIATE && !header.isFailure()) {
            return new Smb2Body.Other(in.rest());
        }
        if (header.isFailure()) {
            return Smb2Body.Failure.read(in);
        }
        return header.isAnswer() ? NegotiateResponse.read(in) : NegotiateRequest.read(in);
    }

    private static SmbMessage smb1(OctetReader in) throws MalformedMessageException {
        Octets all = in.rest();
        in.goTo(4, "command");
        if (in.u8("command") != SMB1_NEGOTIATE) {
            return new SmbMessage.Other(MESSAGE, all);
        }
        in.goTo(SMB1_HEADER, "header");
        if (in.u8("WordCount") != 0) {
            throw in.malformed("WordCount", "a negotiate request has no words");
        }
        int end = in.u16("ByteCount") + in.at();
        List<String> dialects = new ArrayList<>();
        while (in.at() < end) {
            if (in.u8("BufferFormat") != DIALECT) {
                throw in.malformed("BufferFormat", "it is not 2, a dialect's");
            }
            dialects.add(in.textToZero("DialectName"));
        }
        in.end();
        return new SmbMessage.Offer(dialects);
    }

    @Override
    public byte[] write(SmbMessage message) {
        OctetWriter out = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        int type = MESSAGE;
        if (message instanceof SmbMessage.Offer offer) {
            write(offer, out);
        } else if (message instanceof SmbMessage.Smb2 smb2) {
            smb2.header().write(out);
            write(smb2.body(), out);
        } else if (message instanceof SmbMessage.Other other) {
            type = other.type();
            out.octets(other.bytes());
        }
        byte[] body = out.toArray();
        if (body.length > MOST) {
            throw new IllegalArgumentException(body.length + " bytes are more than the " + MOST + " of a message");
        }
        return new OctetWriter(ByteOrder.BIG_ENDIAN)
                .i32(type << 24 | body.length)
                .bytes(body)
                .toArray();
    }

    private static void write(SmbMessage.Offer offer, OctetWriter out) {
        OctetWriter names = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        offer.dialects().forEach(name -> names.u8(DIALECT).text(name).u8(0));
        out.i32(SMB1).octets(HEADER_OF_OFFER).u8(0).u16(names.length()).octets(names.octets());
    }

    private static void write(Smb2Body body, OctetWriter out) {
        if (body instanceof NegotiateRequest request) {
            request.write(out);
        } else if (body instanceof NegotiateResponse response) {
            response.write(out);
        } else if (body instanceof Smb2Body.Failure failure) {
            failure.write(out);
        } else if (body instanceof Smb2Body.Other other) {
            out.octets(other.bytes());
        }
    }
}
