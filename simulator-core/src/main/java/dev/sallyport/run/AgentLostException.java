package dev.sallyport.run;

/** Says that an agent no longer answers, or never did, and why as far as known. */
public final class AgentLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the host and what is known: {@code edge1: the agent ended with status 137}. */
    public AgentLostException(String host, String why) {
        super(host + ": " + why);
    }
}
