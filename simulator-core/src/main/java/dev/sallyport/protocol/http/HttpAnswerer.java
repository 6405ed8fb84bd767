package dev.sallyport.protocol.http;

import dev.sallyport.exchange.Answerer;
import dev.sallyport.exchange.Octets;
import dev.sallyport.exchange.Step;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Answers one connection as IIS under Lync does: GET and HEAD of what is published, POST to the conferencing services,
 * 404, 405, 415 and 400 otherwise.
 *
 * <p>No Date: it has no clock (RFC 9110 §6.6.1).
 */
final class HttpAnswerer implements Answerer<HttpMessage> {

    private final String fqdn;
    private boolean closing;

    HttpAnswerer(String fqdn) {
        this.fqdn = fqdn;
    }

    @Override
    public List<Step<HttpMessage>> on(HttpMessage message) {
        if (closing) {
            return List.of(); // RFC 9112 §9.6: what follows the last request is not answered.
        }
        if (!(message instanceof HttpMessage.Request request)) {
            return List.of();
        }
        HttpMessage.Response response = response(request);
        closing = !staysOpen(request) || response.status() == 400 || response.status() == 505;
        return sending(bodyOnlyIfAsked(request, closing ? with(response, "Connection", "close") : response));
    }

    @Override
    public List<Step<HttpMessage>> onMalformed() {
        if (closing) {
            return List.of();
        }
        closing = true;
        return sending(with(plain(400, "Bad Request"), "Connection", "close"));
    }

    private List<Step<HttpMessage>> sending(HttpMessage.Response response) {
        List<Step<HttpMessage>> steps = new ArrayList<>();
        steps.add(Step.send(response.status() + " " + response.reason(), () -> response));
        if (closing) {
            steps.add(Step.close());
        }
        return steps;
    }

    private HttpMessage.Response response(HttpMessage.Request request) {
        HttpMessage.Response response = decided(request);
        Optional<String> nonce = request.headers().first(Http.NONCE);
        return nonce.isPresent() ? with(response, Http.NONCE, nonce.get()) : response;
    }

    private HttpMessage.Response decided(HttpMessage.Request request) {
        if (!request.version().startsWith("HTTP/1.")) {
            return plain(505, "HTTP Version Not Supported");
        }
        Optional<String> path = path(request);
        if (!hasOneHost(request) || path.isEmpty()) {
            return plain(400, "Bad Request");
        }
        if (isConferenceControl(path.get())) {
            return controlled(request);
        }
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return with(plain(405, "Method Not Allowed"), "Allow", "GET, HEAD");
        }
        boolean json = request.headers().all("Accept").stream().anyMatch(accept -> accept.contains("json"));
        return LyncWeb.at(path.get(), fqdn, json)
                .map(document -> made(200, "OK", document.type(), document.body()))
                .orElseGet(() -> plain(404, "Not Found"));
    }

    private static boolean isConferenceControl(String path) {
        return path.regionMatches(true, 0, ConferenceControl.PATH, 0, ConferenceControl.PATH.length());
    }

    private HttpMessage.Response controlled(HttpMessage.Request request) {
        if (!request.method().equals("POST")) {
            return with(plain(405, "Method Not Allowed"), "Allow", "POST");
        }
        boolean understood = request.headers()
                .first("Content-Type")
                .filter(type -> type.toLowerCase(Locale.ROOT).startsWith(ConferenceControl.TYPE))
                .isPresent();
        return understood
                ? made(200, "OK", ConferenceControl.TYPE, Octets.utf8(ConferenceControl.response(request.body())))
                : plain(415, "Unsupported Media Type");
    }

    /** RFC 9112 §3.2: HTTP/1.1 without one Host is a bad request. */
    private static boolean hasOneHost(HttpMessage.Request request) {
        int hosts = request.headers().all("Host").size();
        return hosts == 1 || hosts == 0 && request.version().equals("HTTP/1.0");
    }

    /** Returns the path of a target in origin or absolute form, {@code *} and CONNECT's authority as they are. */
    private static Optional<String> path(HttpMessage.Request request) {
        String target = request.target();
        if (target.equals("*") || request.method().equals("CONNECT")) {
            return Optional.of(target);
        }
        try {
            URI uri = new URI(target.startsWith("/") ? "http://host" + target : target);
            String path = Optional.ofNullable(uri.getPath()).orElse("");
            return uri.getHost() == null ? Optional.empty() : Optional.of(path.isEmpty() ? "/" : path);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** RFC 9112 §9.3: HTTP/1.1 stays open unless told; HTTP/1.0 closes unless told. */
    private static boolean staysOpen(HttpMessage.Request request) {
        HttpHeaders headers = request.headers();
        return request.version().equals("HTTP/1.0")
                ? headers.lists("Connection", "keep-alive")
                : !headers.lists("Connection", "close");
    }

    private static HttpMessage.Response bodyOnlyIfAsked(HttpMessage.Request request, HttpMessage.Response response) {
        return request.method().equals("HEAD") ? (HttpMessage.Response) HttpHead.with(response, Octets.NONE) : response;
    }

    private HttpMessage.Response plain(int status, String reason) {
        return made(status, reason, "text/plain", Octets.utf8(status + " " + reason + "\r\n"));
    }

    private HttpMessage.Response made(int status, String reason, String type, Octets body) {
        HttpHeaders headers = HttpHeaders.of(
                "Content-Type",
                type,
                "Content-Length",
                Integer.toString(body.length()),
                "Server",
                "Microsoft-IIS/8.5",
                "X-MS-Server-Fqdn",
                fqdn,
                "X-Powered-By",
                "ASP.NET");
        return new HttpMessage.Response(HttpMessage.VERSION, status, reason, headers, body);
    }

    private static HttpMessage.Response with(HttpMessage.Response response, String name, String value) {
        return new HttpMessage.Response(
                response.version(),
                response.status(),
                response.reason(),
                response.headers().and(name, value),
                response.body());
    }
}
