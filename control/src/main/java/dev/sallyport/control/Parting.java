package dev.sallyport.control;

/** Why an agent behind a pipe has ended. */
public enum Parting {
    /** The controller said goodbye. */
    DISMISSED("the controller said goodbye"),

    /** The pipe ended without a goodbye. */
    ABANDONED("the controller went away"),

    /** The pipe stood, and nothing came through it for the length of the lease. */
    LEASE_RAN_OUT("nothing was heard from the controller for the length of the lease"),

    /** What came made no sense. */
    CONFUSED("the controller sent what is no order");

    private final String text;

    Parting(String text) {
        this.text = text;
    }

    /** Returns the reason in words. */
    public String text() {
        return text;
    }
}
