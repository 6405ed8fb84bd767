package dev.sallyport.protocol.sip;

/** The one-letter names of headers (RFC 3261 §7.3.3 and the IANA registry of SIP header fields). */
final class CompactName {

    private CompactName() {}

    /** Returns the full name of a compact one, any other as it is. */
    static String inFull(String name) {
        if (name.length() != 1) {
            return name;
        }
        return switch (Character.toLowerCase(name.charAt(0))) {
            case 'b' -> "Referred-By";
            case 'c' -> "Content-Type";
            case 'e' -> "Content-Encoding";
            case 'f' -> "From";
            case 'i' -> "Call-ID";
            case 'k' -> "Supported";
            case 'l' -> "Content-Length";
            case 'm' -> "Contact";
            case 'o' -> "Event";
            case 'r' -> "Refer-To";
            case 's' -> "Subject";
            case 't' -> "To";
            case 'u' -> "Allow-Events";
            case 'v' -> "Via";
            case 'x' -> "Session-Expires";
            default -> name;
        };
    }
}
