package dev.sallyport.transport;

import dev.sallyport.exchange.How;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.io.IOException;
import java.net.BindException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names what the operating system, or TLS, says of a failure.
 *
 * <p>A socket cannot tell a reset from ICMP port-unreachable, nor host-unreachable from host- and admin-prohibited.
 */
final class Failures {

    private static final String ALERT = "Received fatal alert: ";

    /** Netty's epoll throws one wordless exception for EHOSTUNREACH and ENETUNREACH: when connecting they look alike. */
    private static final Pattern NAMELESS = Pattern.compile("^(null|$)");

    private Failures() {}

    /** Returns what kept a connection from opening. */
    static How opening(Throwable failure) {
        String text = text(failure);
        if (failure instanceof ConnectTimeoutException || text.contains("timed out")) {
            return How.SILENCE;
        }
        if (failure instanceof BindException) {
            return How.LOCAL;
        }
        return unreachable(failure, text);
    }

    private static How unreachable(Throwable failure, String text) {
        if (failure instanceof PortUnreachableException || text.contains("refused")) {
            return How.REFUSED;
        }
        if (failure instanceof NoRouteToHostException || text.contains("no route to host")) {
            return How.HOST_UNREACHABLE;
        }
        if (text.contains("network is unreachable")) {
            return How.NET_UNREACHABLE;
        }
        return text.contains("reset") ? How.RESET : How.LOCAL;
    }

    /** Returns what broke an open connection; a failure that no input or output caused is a bug of ours. */
    static How underway(Throwable failure) {
        if (!(failure instanceof IOException)) {
            return failure.getCause() == null || failure.getCause() == failure
                    ? How.LOCAL
                    : underway(failure.getCause());
        }
        String text = text(failure);
        if (failure instanceof SslHandshakeTimeoutException || failure instanceof SocketTimeoutException) {
            return How.SILENCE;
        }
        if (failure instanceof NotSslRecordException || text.contains("unrecognized ssl message")) {
            return How.MALFORMED;
        }
        if (failure instanceof ClosedChannelException || text.contains("connection closed")) {
            return How.CLOSED;
        }
        if (text.contains("timed out")) {
            return How.SILENCE;
        }
        boolean reset = text.contains("reset") || text.contains("broken pipe");
        return reset ? How.RESET : unreachable(failure, text);
    }

    /**
     * Tells whether this host itself kept a packet from being sent, as its own firewall does (EPERM) or a full queue
     * (ENOBUFS); one too large for the path (EMSGSIZE) is the network's word.
     */
    static boolean keptBack(Throwable failure) {
        String text = text(failure);
        return text.contains("operation not permitted")
                || text.contains("permission denied")
                || text.contains("no buffer space");
    }

    /** Returns the alert that the peer sent, {@code bad-certificate}; empty where it sent none. */
    static String alertReceived(Throwable failure) {
        String text = message(failure);
        int at = text.indexOf(ALERT);
        return at < 0
                ? ""
                : text.substring(at + ALERT.length()).strip().replace('_', '-').toLowerCase(Locale.ROOT);
    }

    /** Returns the failure's words, with those of its deepest cause where they say more. */
    static String words(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        String words = message(failure).isEmpty() ? failure.getClass().getSimpleName() : message(failure);
        return root == failure || message(root).isEmpty() || words.contains(message(root))
                ? words
                : words + ": " + message(root);
    }

    /** What the system said may stand in a cause alone: TLS wraps a reset that it met while writing. */
    private static String text(Throwable failure) {
        return words(failure).toLowerCase(Locale.ROOT);
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return failure instanceof NoRouteToHostException
                ? NAMELESS.matcher(message).replaceFirst("no route to host")
                : message;
    }
}
