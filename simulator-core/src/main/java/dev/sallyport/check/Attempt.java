package dev.sallyport.check;

/**
 * One try of a check by its initiator, from a port of its own.
 *
 * @param check the check's id
 * @param port the port that was dialled
 * @param route how this host would reach the peer: {@code dev eth0 via 10.1.0.1}; empty where it cannot be told
 */
public record Attempt(String check, int port, Contact contact, String route) {

    /** Returns the same attempt without what was kept of its bytes. */
    public Attempt summed() {
        return new Attempt(check, port, contact.summed(), route);
    }
}
