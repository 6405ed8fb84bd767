package dev.sallyport.protocol.xmpp;

import com.fasterxml.aalto.AsyncByteArrayFeeder;
import com.fasterxml.aalto.AsyncXMLStreamReader;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.MalformedMessageException;
import dev.sallyport.exchange.Naming;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * XMPP's framing: one XML document a stream, one message each child of its root (RFC 6120 §4.1), UTF-8 alone (§11.6).
 *
 * <p>Document type, comments, processing instructions and entities other than XML's five are refused (§11.1). Bounds: an
 * element and a header of {@value #LARGEST} bytes, elements {@value StreamReader#DEEPEST} deep,
 * {@value StreamReader#MOST_NAMES} different names in a stream, which the parser remembers for as long as the stream
 * lasts.
 */
final class XmppCodec implements Codec<XmppMessage> {

    /** The largest message, in bytes; RFC 6120 §13.12 asks for no less than 10,000. */
    static final int LARGEST = 256 * 1024;

    /** How finely the size of a message is measured, in bytes. */
    private static final int SLICE = 1024;

    private AsyncXMLStreamReader<AsyncByteArrayFeeder> xml;
    private StreamReader reader;
    private byte[] cut;
    private int pending;
    private boolean broken;

    XmppCodec() {
        restart();
    }

    @Override
    public Naming naming() {
        return XmppFields.NAMING;
    }

    @Override
    public byte[] encode(XmppMessage message) {
        return XmppWriter.text(message).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public List<XmppMessage> decode(byte[] bytes) throws MalformedMessageException {
        if (broken) {
            throw new MalformedMessageException("the stream", "was broken before; nothing after that can be read");
        }
        broken = true;
        List<XmppMessage> messages = new ArrayList<>();
        byte[] input = joined(cut, bytes);
        int at = 0;
        for (int end = whole(input, at); end > at; end = whole(input, at)) {
            read(input, at, end - at, messages);
            at = end;
        }
        cut = Arrays.copyOfRange(input, at, input.length);
        broken = false;
        return messages;
    }

    @Override
    public void restart() {
        // A factory a stream: parsers of one factory share, and keep, every name that any peer ever sent.
        xml = new InputFactoryImpl().createAsyncForByteArray();
        reader = new StreamReader(xml);
        cut = new byte[0];
        pending = 0;
        broken = false;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    /**
     * Returns where a slice ends that holds whole characters: aalto-xml 1.4.0 loses half of a character beyond U+FFFF in
     * an attribute that is cut in its middle.
     */
    private static int whole(byte[] input, int at) {
        int end = Math.min(input.length, at + SLICE);
        for (int back = 1; back <= 3 && end - back >= at; back++) {
            int octet = input[end - back] & 0xff;
            if (octet >= 0xc0) {
                int length = octet < 0xe0 ? 2 : octet < 0xf0 ? 3 : 4;
                return length > back ? end - back : end;
            }
        }
        return end;
    }

    private void read(byte[] bytes, int at, int length, List<XmppMessage> messages) throws MalformedMessageException {
        try {
            xml.getInputFeeder().feedInput(bytes, at, length);
            pending = reader.read(messages) ? 0 : pending + length;
        } catch (XMLStreamException | RuntimeException e) {
            // The parser throws unchecked for some broken input, such as a bad character reference in text.
            throw new MalformedMessageException(reader.place(), StreamReader.problem(e));
        }
        if (pending > LARGEST) {
            throw new MalformedMessageException(
                    reader.place(), "the message is longer than " + LARGEST + " bytes, the most that is read");
        }
    }
}
