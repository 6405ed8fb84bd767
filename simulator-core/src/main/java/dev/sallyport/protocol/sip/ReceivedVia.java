package dev.sallyport.protocol.sip;

import dev.sallyport.exchange.Setting;
import java.util.HexFormat;

/**
 * The topmost Via as a server returns it: with the source it saw, where that is not what the Via says (RFC 3261 §18.2.1)
 * or is asked for (RFC 3581 §4), and as Lync's servers note it in any case.
 */
final class ReceivedVia {

    private static final String RPORT = ";rport";

    private ReceivedVia() {}

    static String of(String via, SipRequest request, Setting setting, UserAgent agent) {
        if (via.indexOf(',') >= 0) {
            return via;
        }
        int port = setting.remote().getPort();
        boolean asked = via.endsWith(RPORT) || via.contains(RPORT + ";");
        String noted = asked ? withPort(via, port) : via;
        if (asked || !SentBy.host(setting.remote()).equals(request.identifiers().sentBy())) {
            noted += ";received=" + SentBy.ip(setting.remote());
        }
        return agent == UserAgent.SERVER ? noted + noteOfLync(port) : noted;
    }

    private static String withPort(String via, int port) {
        int end = via.indexOf(RPORT + ";") < 0 ? via.length() : via.indexOf(RPORT + ";") + RPORT.length();
        return via.substring(0, end) + "=" + port + via.substring(end);
    }

    private static String noteOfLync(int port) {
        return ";ms-received-port=" + port + ";ms-received-cid="
                + HexFormat.of().toHexDigits((short) port) + "00";
    }
}
