package dev.sallyport.control.bus;

/** Says that another run has the lab or one of its hosts; nothing was sent. */
public final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names what is busy and who has it: {@code the lab is busy, held by alice@ci7 since 2026-11-20T12:00:00Z}.
     *
     * @param what {@code the lab}, {@code edge1}
     * @param holder {@link Holder#text}
     */
    public BusyException(String what, String holder) {
        super(what + " is busy, held by " + holder + ": wait until that run is over");
    }
}
