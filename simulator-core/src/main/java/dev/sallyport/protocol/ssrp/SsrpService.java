package dev.sallyport.protocol.ssrp;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Codec;
import dev.sallyport.exchange.DatagramCodec;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.exchange.Step;
import dev.sallyport.flow.Transport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The SQL Server Browser of a Lync server with one instance, {@code RTCLOCAL}; to requests for another it keeps silent
 * (MC-SQLR §3.2.5.3).
 */
final class SsrpService implements Service<SsrpMessage> {

    private static final int PORT = 49701;
    private static final int ADMINISTRATOR_PORT = 49702;
    private static final int LONGEST_SERVER = 15;

    @Override
    public boolean recognises(byte[] head) {
        if (head.length == 0) {
            return false;
        }
        boolean alone = head[0] == 0x02 || head[0] == 0x03;
        boolean named = head[0] == 0x04 || head[0] == 0x0f && head.length > 1 && head[1] == 0x01;
        return alone && head.length == 1 || named && head.length > 1 && head[head.length - 1] == 0;
    }

    @Override
    public Codec<SsrpMessage> codec(Transport transport) {
        return new DatagramCodec<>(new SsrpDatagram());
    }

    @Override
    public Answerer<SsrpMessage> answer(Setting setting) {
        return message -> answer(message, server(setting.self().fqdn()));
    }

    @Override
    public Optional<String> nonce(SsrpMessage message) {
        return message instanceof SsrpMessage.One one ? Ssrp.nonce(one.instance()) : Optional.empty();
    }

    private static List<Step<SsrpMessage>> answer(SsrpMessage message, String server) {
        if (message instanceof SsrpMessage.Broadcast || message instanceof SsrpMessage.Unicast) {
            return described(server, Ssrp.INSTANCE);
        }
        if (message instanceof SsrpMessage.One one && isOurs(one.instance())) {
            return described(server, one.instance());
        }
        if (message instanceof SsrpMessage.Administrator administrator && isOurs(administrator.instance())) {
            SsrpMessage port = new SsrpMessage.AdministratorPort(ADMINISTRATOR_PORT);
            return List.of(Step.send("administrator's port", () -> port));
        }
        return List.of();
    }

    private static List<Step<SsrpMessage>> described(String server, String name) {
        SqlInstance instance =
                new SqlInstance(server, name, false, "11.0.3000.0", List.of("tcp", Integer.toString(PORT)));
        return List.of(Step.send("instance " + name, () -> new SsrpMessage.Described(List.of(instance))));
    }

    /** Tells whether it is the instance, in any case, as names of SQL Server are. */
    private static boolean isOurs(String instance) {
        return instance.equalsIgnoreCase(Ssrp.INSTANCE) || Ssrp.nonce(instance).isPresent();
    }

    /** Returns the computer's name of a host name, as Windows makes it: the first label in capitals, 15 at most. */
    private static String server(String fqdn) {
        String label = fqdn.split("\\.", 2)[0].toUpperCase(Locale.ROOT);
        return label.substring(0, Math.min(label.length(), LONGEST_SERVER));
    }
}
