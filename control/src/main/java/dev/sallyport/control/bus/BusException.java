package dev.sallyport.control.bus;

/** Says that a broker cannot be reached, or will not have us, and why. */
public final class BusException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /**
     * Names the broker and the reason.
     *
     * @param passing whether trying again may help
     */
    public BusException(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    /** Tells whether trying again may help: nobody answered, rather than somebody said no. */
    public boolean passing() {
        return passing;
    }
}
