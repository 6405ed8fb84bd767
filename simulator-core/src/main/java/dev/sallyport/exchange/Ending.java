package dev.sallyport.exchange;

/**
 * How a run ended at this end, apart from what it sent and received.
 *
 * @param stage how far it came
 * @param how what ended it
 * @param detail in words, with the step it stood at: {@code awaiting 200 to INVITE: connection reset}
 */
public record Ending(Stage stage, How how, String detail) {

    /** Tells whether the ladder was walked to its end. */
    public boolean completed() {
        return how.equals(How.COMPLETED);
    }
}
