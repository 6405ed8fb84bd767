package dev.sallyport.identity;

/** A key, certificate or certificate folder from outside that cannot be used; the message says why and what to do. */
public final class IdentityException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public IdentityException(String message) {
        super(message);
    }

    public IdentityException(String message, Throwable cause) {
        super(message, cause);
    }
}
