package dev.sallyport.protocol.http;

/**
 * One header field (RFC 9110 §5.1), its letters as they came.
 *
 * @param name a token; compared without regard to case
 * @param value without surrounding white space; one character a byte (ISO 8859-1)
 */
public record HttpHeader(String name, String value) {

    /** Refuses what would be another field on the wire. */
    public HttpHeader {
        if (!HttpText.isToken(name)) {
            throw new IllegalArgumentException("header name '" + name + "' is no token; see RFC 9110 §5.6.2");
        }
        if (!HttpText.isFieldValue(value)) {
            throw new IllegalArgumentException("value of header " + name
                    + " has a control character or surrounding white space; see RFC 9110 §5.5");
        }
    }

    /** Tells whether this is the field of that name. */
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }
}
