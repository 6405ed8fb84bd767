package dev.sallyport.testkit.firewall;

import dev.sallyport.testkit.machine.Programs;
import dev.sallyport.testkit.machine.Requirement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Finds out, once a test run, whether a namespace lab can be made here: by making an empty one. */
final class FirewallCondition implements ExecutionCondition {
    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(FirewallCondition.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        String missing = context.getRoot()
                .getStore(OURS)
                .getOrComputeIfAbsent("missing", key -> missing().orElse(""), String.class);
        return Requirement.of("firewall.required").decide(Optional.of(missing).filter(text -> !text.isEmpty()));
    }

    private static Optional<String> missing() {
        for (String program : List.of("ip", "nft")) {
            if (Programs.find(program).isEmpty()) {
                return Optional.of("the program '" + program + "' is missing: install iproute2 and nftables");
            }
        }
        return refusal();
    }

    private static Optional<String> refusal() {
        try (NamespaceLab empty = NamespaceLab.builder("can it be made here?").start()) {
            empty.firewall().rules();
            return Optional.empty();
        } catch (RuntimeException failure) {
            return Optional.of("a namespace lab cannot be made here: " + failure.getMessage());
        }
    }
}
