package dev.sallyport.control.bus;

/**
 * What is said where. A host hears and speaks under its own name alone, and the broker sees to it by its certificate;
 * the controller hears all hosts and speaks to all.
 */
final class Subjects {

    /** Where controllers tell each other who runs. */
    static final String LOCK = "sallyport.controller.lock";

    /** Where the controller hears every host. */
    static final String EVERY_ANSWER = answers("*");

    /** Where the controller may speak to every host. */
    static final String EVERY_ORDER = orders("*");

    private Subjects() {}

    /** Where a host is spoken to. */
    static String orders(String host) {
        return "sallyport." + host + ".orders";
    }

    /** Where a host speaks. */
    static String answers(String host) {
        return "sallyport." + host + ".answers";
    }

    /** Returns the host that a subject belongs to. */
    static String host(String subject) {
        return subject.split("\\.", -1)[1];
    }
}
