package dev.sallyport.protocol.sip;

/** The URI of a Contact, From or To. */
final class AddressUri {

    private AddressUri() {}

    /** Returns the URI, with or without angle brackets around it (RFC 3261 §20.10). */
    static String in(String address) {
        int open = address.indexOf('<');
        int close = address.indexOf('>', open + 1);
        if (open >= 0 && close > open) {
            return address.substring(open + 1, close);
        }
        int parameters = address.indexOf(';');
        return (parameters < 0 ? address : address.substring(0, parameters)).strip();
    }
}
