package dev.sallyport.run;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Listening;
import java.util.List;

/** What a run tells while it goes on; called from any thread. */
public interface Progress {

    /** A host has armed its endpoints, or could not arm some. */
    default void armed(String host, List<Listening> listening) {}

    /** An attempt has ended. */
    default void attempted(Attempt attempt) {}

    /** An agent was lost. */
    default void lost(String host, String why) {}

    /** Returns the progress that tells nobody. */
    static Progress silent() {
        return new Progress() {};
    }
}
