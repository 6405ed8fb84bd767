package dev.sallyport.control;

/** Says that an agent would not do what it was told, and why. */
public final class OrderRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Names the host, the order and the agent's reason. */
    public OrderRefusedException(String host, String order, String reason) {
        super(host + ": its agent refused to " + order + ": " + reason);
    }
}
