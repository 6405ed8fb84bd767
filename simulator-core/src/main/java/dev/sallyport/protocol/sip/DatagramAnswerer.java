package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Step;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One UDP peer of the service: what a connection would be answered, but final responses alone, and never in more bytes
 * than came.
 */
final class DatagramAnswerer implements Answerer<SipMessage> {

    private static final String PROVISIONAL = "SIP/2.0 1";

    private final Answerer<SipMessage> connection;

    DatagramAnswerer(Answerer<SipMessage> connection) {
        this.connection = connection;
    }

    @Override
    public List<Step<SipMessage>> on(SipMessage message) {
        int room = message.bytes().length;
        List<Step<SipMessage>> fitting = new ArrayList<>();
        for (Step<SipMessage> step : connection.on(message)) {
            int length = length(step);
            if (length > 0 && length <= room) {
                fitting.add(step);
                room -= length;
            }
        }
        return fitting;
    }

    /** Returns how many bytes go; none for what is not sent over UDP. */
    private static int length(Step<SipMessage> step) {
        byte[] bytes = step instanceof Step.Send<SipMessage> send
                ? send.message().get().bytes()
                : new byte[0];
        return new String(bytes, StandardCharsets.ISO_8859_1).startsWith(PROVISIONAL) ? 0 : bytes.length;
    }
}
