package dev.sallyport.protocol.ssrp;

import dev.sallyport.exchange.Framing;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.OctetReader;
import dev.sallyport.exchange.OctetWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** SSRP messages, each a datagram that says in its first byte what it is (MC-SQLR §2.2). */
final class SsrpDatagram implements Framing<SsrpMessage> {

    private static final int BROADCAST = 0x02;
    private static final int UNICAST = 0x03;
    private static final int ONE = 0x04;
    private static final int RESPONSE = 0x05;
    private static final int ADMINISTRATOR = 0x0f;
    private static final int ADMINISTRATOR_VERSION = 0x01;
    private static final int ADMINISTRATOR_SIZE = 6;
    private static final int LONGEST_NAME = 32;

    /** Returns all there is: a datagram says its own length. */
    @Override
    public int length(ByteBuffer head) {
        return head.remaining();
    }

    @Override
    public SsrpMessage read(byte[] frame) throws MalformedMessageException {
        OctetReader in = new OctetReader(frame, ByteOrder.LITTLE_ENDIAN);
        SsrpMessage message = read(in.u8("type"), in);
        in.end();
        return message;
    }

    private static SsrpMessage read(int type, OctetReader in) throws MalformedMessageException {
        switch (type) {
            case BROADCAST:
                return new SsrpMessage.Broadcast();
            case UNICAST:
                return new SsrpMessage.Unicast();
            case ONE:
                return new SsrpMessage.One(name(in));
            case ADMINISTRATOR:
                requireVersion(in);
                return new SsrpMessage.Administrator(name(in));
            case RESPONSE:
                return response(in);
            default:
                throw new MalformedMessageException("type at byte 0", String.format("0x%02x is none of SSRP's", type));
        }
    }

    private static String name(OctetReader in) throws MalformedMessageException {
        int place = in.at();
        String name = in.textToZero("INSTANCENAME");
        if (name.length() > LONGEST_NAME) {
            throw new MalformedMessageException(
                    "INSTANCENAME at byte " + place, name.length() + " bytes are more than 32");
        }
        return name;
    }

    /** Tells the two responses apart: the size of the one is its own, header included, that of the other its text's. */
    private static SsrpMessage response(OctetReader in) throws MalformedMessageException {
        int size = in.u16("RESP_SIZE");
        if (size == ADMINISTRATOR_SIZE && in.left() == 3) {
            requireVersion(in);
            return new SsrpMessage.AdministratorPort(in.u16("TCP_DAC_PORT"));
        }
        String text = new String(in.octets(size, "RESP_DATA").toArray(), StandardCharsets.ISO_8859_1);
        return new SsrpMessage.Described(SqlInstance.readAll(text));
    }

    private static void requireVersion(OctetReader in) throws MalformedMessageException {
        int place = in.at();
        int version = in.u8("PROTOCOLVERSION");
        if (version != ADMINISTRATOR_VERSION) {
            throw new MalformedMessageException("PROTOCOLVERSION at byte " + place, version + " is not 1");
        }
    }

    @Override
    public byte[] write(SsrpMessage message) {
        OctetWriter out = new OctetWriter(ByteOrder.LITTLE_ENDIAN);
        if (message instanceof SsrpMessage.Broadcast) {
            out.u8(BROADCAST);
        } else if (message instanceof SsrpMessage.Unicast) {
            out.u8(UNICAST);
        } else if (message instanceof SsrpMessage.One one) {
            out.u8(ONE).text(one.instance()).u8(0);
        } else if (message instanceof SsrpMessage.Administrator administrator) {
            out.u8(ADMINISTRATOR).u8(ADMINISTRATOR_VERSION).text(administrator.instance());
            out.u8(0);
        } else if (message instanceof SsrpMessage.AdministratorPort port) {
            out.u8(RESPONSE).u16(ADMINISTRATOR_SIZE).u8(ADMINISTRATOR_VERSION).u16(port.port());
        } else if (message instanceof SsrpMessage.Described described) {
            write(described, out);
        }
        return out.toArray();
    }

    private static void write(SsrpMessage.Described described, OctetWriter out) {
        StringBuilder text = new StringBuilder();
        described.instances().forEach(instance -> text.append(instance.text()));
        if (text.length() > 0xffff) {
            throw new IllegalArgumentException(text.length() + " bytes are more than RESP_SIZE can say");
        }
        out.u8(RESPONSE).u16(text.length()).text(text.toString());
    }
}
