package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Octets;

/**
 * An HTTP/1 request or response (RFC 9112 §2.1).
 *
 * <p>A body's framing stands in the headers, Content-Length or Transfer-Encoding: chunked; the body is kept without it.
 */
public sealed interface HttpMessage {

    /** The version that Lync's clients and servers speak. */
    String VERSION = "HTTP/1.1";

    /** Returns the header fields. */
    HttpHeaders headers();

    /** Returns the body; {@link Octets#NONE} where there is none. */
    Octets body();

    /** Returns {@code HTTP/1.1}, or what else came. */
    String version();

    /** Returns the message's first line, without its end. */
    String startLine();

    /**
     * A request.
     *
     * @param method {@code GET}; methods are told apart by case (RFC 9110 §9.1)
     * @param target as on the wire: {@code /hosting/discovery}
     */
    record Request(String method, String target, String version, HttpHeaders headers, Octets body)
            implements HttpMessage {

        /** Refuses what would be another line on the wire. */
        public Request {
            if (!HttpText.isToken(method) || !HttpText.isTarget(target)) {
                throw new IllegalArgumentException(
                        "request '" + method + " " + target + "': a token and a target without spaces are needed");
            }
            requireVersion(version);
        }

        /** Returns a request without a body. */
        public static Request of(String method, String target, HttpHeaders headers) {
            return new Request(method, target, VERSION, headers, Octets.NONE);
        }

        @Override
        public String startLine() {
            return method + " " + target + " " + version;
        }
    }

    /**
     * A response.
     *
     * @param status 100 to 999
     * @param reason the phrase, {@code Not Found}; may be empty
     */
    record Response(String version, int status, String reason, HttpHeaders headers, Octets body)
            implements HttpMessage {

        /** Refuses what would be another line on the wire. */
        public Response {
            requireVersion(version);
            if (status < 100 || status > 999 || !HttpText.isFieldText(reason)) {
                throw new IllegalArgumentException("response '" + status + " " + reason
                        + "': three digits and a phrase without control characters are needed");
            }
        }

        @Override
        public String startLine() {
            return version + " " + status + " " + reason;
        }
    }

    private static void requireVersion(String version) {
        if (!version.matches("HTTP/[0-9]\\.[0-9]")) {
            throw new IllegalArgumentException("version '" + version + "': HTTP/1.1 is meant (RFC 9112 §2.3)");
        }
    }
}
