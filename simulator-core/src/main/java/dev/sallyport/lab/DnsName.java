package dev.sallyport.lab;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads host and domain names by the rules for them (RFC 1123 §2.1, RFC 1035 §2.3.4). */
final class DnsName {
    private static final int LONGEST = 253;
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ONE = Pattern.compile(LABEL);
    private static final Pattern DOTTED = Pattern.compile(LABEL + "(?:\\." + LABEL + ")*");

    private DnsName() {}

    /** Reads one label, {@code fe1}; {@link IllegalArgumentException} for anything else. */
    static String label(String text) {
        if (!ONE.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a DNS label; use letters, digits and inner hyphens, at most 63 of them");
        }
        return text;
    }

    /** Reads labels joined by dots, in lower case; {@link IllegalArgumentException} for anything else. */
    static String dotted(String text) {
        if (text.length() > LONGEST || !DOTTED.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a DNS name; write labels joined by dots, like sip.contoso.lab");
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
