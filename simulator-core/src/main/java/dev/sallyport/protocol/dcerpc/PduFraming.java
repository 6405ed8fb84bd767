package dev.sallyport.protocol.dcerpc;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import dev.sallyport.exchange.Octets;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Units by the length in their header (C706 §12.6.3.1); at most the 5,840 bytes that either end offers. */
final class PduFraming implements Framing<Pdu> {

    /** The most bytes of a fragment, as Windows offers over TCP. */
    static final int MOST = 5840;

    private static final int HEADER = 16;
    private static final int TRAILER = 8;
    private static final int LITTLE_ENDIAN_ASCII = 0x10;
    private static final int WHOLE = 0x03;
    private static final int WITH_OBJECT = 0x80;

    private static final int REQUEST = 0;
    private static final int RESPONSE = 2;
    private static final int FAULT = 3;
    private static final int BIND = 11;
    private static final int BIND_ACK = 12;
    private static final int BIND_NAK = 13;
    private static final int ALTER = 14;
    private static final int ALTER_RESPONSE = 15;

    @Override
    public int length(ByteBuffer head) throws MalformedMessageException {
        if (head.hasRemaining() && head.get(0) != 5) {
            throw new MalformedMessageException("version at byte 0", (head.get(0) & 0xff) + " is not 5");
        }
        if (head.remaining() > 4 && head.get(4) != LITTLE_ENDIAN_ASCII) {
            throw new MalformedMessageException(
                    "data representation at byte 4",
                    String.format("0x%02x is not 0x10, little-endian ASCII", head.get(4)));
        }
        if (head.remaining() < 10) {
            return UNKNOWN;
        }
        int length = Short.toUnsignedInt(head.order(ByteOrder.LITTLE_ENDIAN).getShort(8));
        if (length < HEADER || length > MOST) {
            throw new MalformedMessageException(
                    "fragment length at byte 8", length + " bytes are not " + HEADER + " to " + MOST);
        }
        return length;
    }

    @Override
    public Pdu read(byte[] frame) throws MalformedMessageException {
        OctetReader in = new OctetReader(frame, ByteOrder.LITTLE_ENDIAN);
        in.goTo(2, "type");
        int type = in.u8("type");
        int flags = in.u8("flags");
        in.goTo(10, "authentication length");
        int authentication = in.u16("authentication length");
        int call = in.i32("call");
        switch (type) {
            case BIND:
            case ALTER:
                return BindForm.readBind(call, type == ALTER, authentication, in);
            case BIND_ACK:
            case ALTER_RESPONSE:
                return BindForm.readAck(call, type == ALTER_RESPONSE, in);
            case BIND_NAK:
                return new Pdu.BindNak(call, in.u16("reason"));
            case REQUEST:
                return authentication == 0 ? request(call, flags, in) : new Pdu.Other(type, call, in.rest());
            case RESPONSE:
                return authentication == 0 ? response(call, in) : new Pdu.Other(type, call, in.rest());
            case FAULT:
                return fault(call, in);
            default:
                return new Pdu.Other(type, call, in.rest());
        }
    }

    private static Pdu request(int call, int flags, OctetReader in) throws MalformedMessageException {
        in.i32("allocation hint");
        int context = in.u16("context");
        int operation = in.u16("operation");
        Optional<Octets> object =
                (flags & WITH_OBJECT) == 0 ? Optional.empty() : Optional.of(in.octets(Guid.LENGTH, "object"));
        return new Pdu.Request(call, (flags & WHOLE) == WHOLE, context, operation, object, in.rest());
    }

    private static Pdu response(int call, OctetReader in) throws MalformedMessageException {
        in.i32("allocation hint");
        int context = in.u16("context");
        in.u16("cancel count");
        return new Pdu.Response(call, context, in.rest());
    }

    private static Pdu fault(int call, OctetReader in) throws MalformedMessageException {
        in.i32("allocation hint");
        int context = in.u16("context");
        in.u16("cancel count");
        return new Pdu.Fault(call, context, in.i32("status"));
    }

    @Override
    public byte[] write(Pdu pdu) {
        OctetWriter body = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        if (pdu instanceof Pdu.Bind bind) {
            BindForm.write(bind, body);
            int verified = Math.max(0, bind.verifier().length() - TRAILER);
            return framed(bind.alter() ? ALTER : BIND, WHOLE, verified, pdu, body);
        }
        if (pdu instanceof Pdu.BindAck ack) {
            BindForm.write(ack, HEADER, body);
            return framed(ack.alter() ? ALTER_RESPONSE : BIND_ACK, WHOLE, 0, pdu, body);
        }
        if (pdu instanceof Pdu.BindNak nak) {
            return framed(
                    BIND_NAK,
                    WHOLE,
                    0,
                    pdu,
                    body.u16(nak.reason()).u8(1).u8(5).u8(0).zeros(3));
        }
        if (pdu instanceof Pdu.Request request) {
            return framed(request, body);
        }
        if (pdu instanceof Pdu.Response response) {
            body.i32(response.stub().length()).u16(response.context()).u16(0).octets(response.stub());
            return framed(RESPONSE, WHOLE, 0, pdu, body);
        }
        if (pdu instanceof Pdu.Fault fault) {
            body.i32(0).u16(fault.context()).u16(0).i32(fault.status()).i32(0);
            return framed(FAULT, WHOLE, 0, pdu, body);
        }
        Pdu.Other other = (Pdu.Other) pdu;
        return framed(other.type(), WHOLE, 0, pdu, body.octets(other.bytes()));
    }

    private static byte[] framed(Pdu.Request request, OctetWriter body) {
        body.i32(request.stub().length()).u16(request.context()).u16(request.operation());
        request.object().ifPresent(body::octets);
        body.octets(request.stub());
        int flags = (request.whole() ? WHOLE : 0) | (request.object().isPresent() ? WITH_OBJECT : 0);
        return framed(REQUEST, flags, 0, request, body);
    }

    private static byte[] framed(int type, int flags, int authentication, Pdu pdu, OctetWriter body) {
        int length = HEADER + body.length();
        if (length > MOST) {
            throw new IllegalArgumentException(length + " bytes are more than the " + MOST + " of a fragment");
        }
        OctetWriter out = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        out.u8(5).u8(0).u8(type).u8(flags).i32(LITTLE_ENDIAN_ASCII);
        out.u16(length).u16(authentication).i32(pdu.call());
        return out.bytes(body.toArray()).toArray();
    }
}
