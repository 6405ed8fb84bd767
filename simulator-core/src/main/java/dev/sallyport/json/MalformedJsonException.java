package dev.sallyport.json;

/** Says where JSON text is not what was to be read, and what was found there. */
public final class MalformedJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names the text, the place in it and the problem.
     *
     * @param source what was read, {@code run.json}
     * @param place where in it, {@code line 3, column 14, at checks[2].verdict}; empty where it concerns the whole
     */
    public MalformedJsonException(String source, String place, String problem) {
        super(source + (place.isEmpty() ? "" : ", " + place) + ": " + problem);
    }
}
