package dev.sallyport.demo;

/** The demo's site could not be made here; the message says what is in the way, and what to do. */
public final class NoSiteException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoSiteException(String message) {
        super(message);
    }
}
