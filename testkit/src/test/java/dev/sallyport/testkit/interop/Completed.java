package dev.sallyport.testkit.interop;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Contact;
import java.util.List;

/** The attempt of several that came to its end: on a busy machine, not always the only one. */
final class Completed {
    private Completed() {}

    /** Returns what our end saw of it. */
    static Contact of(List<Attempt> attempts) {
        return attempts.stream()
                .map(Attempt::contact)
                .filter(contact -> contact.ending().completed())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no attempt completed: " + attempts));
    }
}
