package dev.sallyport.certs;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * What a certificate is to say.
 *
 * @param names DNS names in ASCII; the first becomes the common name, all become subject alternative names
 * @param addresses addresses that others dial without a name
 * @param validity how long from now
 */
public record Request(List<String> names, List<InetAddress> addresses, Duration validity) {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEAR = Duration.ofDays(365);

    public Request {
        names = names.stream().distinct().toList();
        addresses = addresses.stream().distinct().toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a certificate needs at least one name");
        }
        names.forEach(Request::requireAscii);
    }

    /** Asks for a certificate that is valid for a year. */
    public static Request of(String... names) {
        return new Request(List.of(names), List.of(), YEAR);
    }

    /** The same for these addresses as well. */
    public Request at(List<InetAddress> more) {
        return new Request(names, more, validity);
    }

    /** The same for another time. */
    public Request validFor(Duration time) {
        return new Request(names, addresses, time);
    }

    /** The same for one day: enough for a run, useless to whoever finds it later. */
    public Request shortLived() {
        return validFor(DAY);
    }

    private static void requireAscii(String name) {
        if (name.isBlank() || !StandardCharsets.US_ASCII.newEncoder().canEncode(name)) {
            throw new IllegalArgumentException("no certificate for the name '" + name
                    + "': a DNS name in ASCII is needed; write other scripts in their xn-- form");
        }
    }
}
