package dev.sallyport.testkit.machine;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;

/**
 * Something of the machine that tests need: where it is missing they are skipped, and fail instead where the system
 * property says that it is required.
 */
public record Requirement(String property, boolean required) {

    /** Returns what is required as the system property {@code true} says; not required without. */
    public static Requirement of(String property) {
        return new Requirement(property, Boolean.getBoolean(property));
    }

    /**
     * Decides on the tests, given what is missing.
     *
     * @throws IllegalStateException if something is missing that is required, so that the class fails for all to see
     */
    public ConditionEvaluationResult decide(Optional<String> missing) {
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("nothing is missing");
        }
        if (required) {
            throw new IllegalStateException(
                    "-D" + property + "=true forbids to skip these tests, but " + missing.get());
        }
        return ConditionEvaluationResult.disabled(missing.get() + " (-D" + property + "=true would fail instead)");
    }
}
