package dev.sallyport.exchange;

/** Says that bytes are no message of the protocol, and where they stop being one. */
public final class MalformedMessageException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Names the place, {@code attribute 0x0020 at byte 24}, and what is wrong with it. */
    public MalformedMessageException(String place, String problem) {
        super(place + ": " + problem);
    }
}
