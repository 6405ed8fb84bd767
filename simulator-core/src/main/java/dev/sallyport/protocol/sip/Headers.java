package dev.sallyport.protocol.sip;

import java.util.List;
import java.util.Optional;

/**
 * The headers of a message, in order; compact names are written out (RFC 3261 §7.3.3).
 *
 * @param all each with the place it stood at
 */
public record Headers(List<Header> all) {

    /**
     * One header.
     *
     * @param name as it was written, or in full where it was compact
     * @param value without the white space around it; a folded value is one line
     * @param at the byte of the message at which the header begins
     */
    public record Header(String name, String value, int at) {

        /** Tells whether it is called so; names know no case. */
        public boolean is(String wanted) {
            return name.equalsIgnoreCase(wanted);
        }

        /** Returns how errors name it: {@code header Expires "abc" at byte 212}. */
        String place() {
            return "header " + name + " \"" + Quoted.shortened(value) + "\" at byte " + at;
        }
    }

    /** Returns the first header of that name. */
    public Optional<Header> first(String name) {
        for (Header header : all) {
            if (header.is(name)) {
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }

    /** Returns the value of the first header of that name; empty where there is none. */
    public String value(String name) {
        return first(name).map(Header::value).orElse("");
    }

    /** Returns the values of all headers of that name, in order. */
    public List<String> values(String name) {
        return all.stream().filter(header -> header.is(name)).map(Header::value).toList();
    }
}
