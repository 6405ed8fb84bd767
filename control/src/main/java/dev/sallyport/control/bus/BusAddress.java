package dev.sallyport.control.bus;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Where a broker is dialled.
 *
 * @param host a name or an address; the broker's certificate must carry it
 */
public record BusAddress(String host, int port) {

    private static final int USUAL = 4222;
    private static final int MOST = 65_535;
    private static final String SCHEME = "tls";

    /**
     * Reads {@code tls://HOST[:PORT]}.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    public static BusAddress ofUrl(String url) {
        String prefix = SCHEME + "://";
        if (!url.startsWith(prefix)) {
            throw new IllegalArgumentException(
                    "'" + url + "' is no address of a bus: write tls://HOST:PORT, for it speaks TLS only");
        }
        return of(url.substring(prefix.length()));
    }

    /**
     * Reads {@code HOST[:PORT]}; IPv6 addresses stand in brackets.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    public static BusAddress of(String text) {
        try {
            URI uri = new URI(SCHEME + "://" + text).parseServerAuthority();
            boolean bare = uri.getHost() != null
                    && uri.getUserInfo() == null
                    && uri.getRawPath().isEmpty();
            if (bare && uri.getPort() != 0 && uri.getPort() <= MOST) {
                String host = uri.getHost().replaceAll("[\\[\\]]", "");
                return new BusAddress(host, uri.getPort() < 0 ? USUAL : uri.getPort());
            }
        } catch (URISyntaxException e) {
            // Said below.
        }
        throw new IllegalArgumentException("'" + text + "' is no address of a bus: write HOST:PORT, as in bus.contoso"
                + ".lab:4222 or [fd00::1]:4222");
    }

    /** Returns {@code tls://HOST:PORT}. */
    public String url() {
        return SCHEME + "://" + (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ":" + port;
    }
}
