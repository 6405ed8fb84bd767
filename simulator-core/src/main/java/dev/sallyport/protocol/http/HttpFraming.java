package dev.sallyport.protocol.http;

import dev.sallyport.exchange.MalformedMessageException;
import java.util.Set;
import java.util.stream.Collectors;

/** How a message's body is told from what follows it (RFC 9112 §6.3). */
sealed interface HttpFraming {

    /** The most bytes a body may have. */
    int MOST = 1 << 20;

    /** So many bytes; none for a message that cannot have a body. */
    record Fixed(int length) implements HttpFraming {}

    /** Chunks, each with its length, up to one of none (RFC 9112 §7.1). */
    record Chunked() implements HttpFraming {}

    /** Whatever comes until the peer closes. */
    record UntilClose() implements HttpFraming {}

    /**
     * Returns how the body of this message is framed.
     *
     * @param answersHead whether it answers HEAD: the headers are then those of an answer to GET, without its body
     */
    static HttpFraming of(HttpMessage message, boolean answersHead) throws MalformedMessageException {
        boolean chunked = isChunked(message);
        Set<String> lengths = message.headers().all("Content-Length").stream().collect(Collectors.toSet());
        if (chunked && !lengths.isEmpty()) {
            throw new MalformedMessageException(
                    "Content-Length", "stands beside Transfer-Encoding; where the body ends would be anyone's guess");
        }
        if (message instanceof HttpMessage.Response response && (answersHead || isBodiless(response.status()))) {
            return new Fixed(0);
        }
        if (chunked) {
            return new Chunked();
        }
        if (lengths.isEmpty()) {
            return message instanceof HttpMessage.Request ? new Fixed(0) : new UntilClose();
        }
        return new Fixed(length(lengths));
    }

    private static boolean isBodiless(int status) {
        return status < 200 || status == 204 || status == 304;
    }

    private static boolean isChunked(HttpMessage message) throws MalformedMessageException {
        if (message.headers().all("Transfer-Encoding").isEmpty()) {
            return false;
        }
        if (message.headers().all("Transfer-Encoding").size() > 1
                || !message.headers().lists("Transfer-Encoding", "chunked")
                || message.headers().first("Transfer-Encoding").orElseThrow().contains(",")) {
            throw new MalformedMessageException(
                    "Transfer-Encoding", message.headers().all("Transfer-Encoding") + " is not chunked alone");
        }
        return true;
    }

    private static int length(Set<String> lengths) throws MalformedMessageException {
        String length = lengths.iterator().next();
        if (lengths.size() > 1 || !length.matches("[0-9]+")) {
            throw new MalformedMessageException("Content-Length", lengths + " is not one number of bytes");
        }
        String digits = length.replaceFirst("^0+(?=.)", "");
        if (digits.length() > 9 || Integer.parseInt(digits) > MOST) {
            throw new MalformedMessageException(
                    "Content-Length", digits + " bytes are more than the " + MOST + " taken");
        }
        return Integer.parseInt(digits);
    }
}
