package dev.sallyport.testkit.peer;

import dev.sallyport.testkit.machine.Programs;
import dev.sallyport.testkit.machine.Requirement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Looks for the programs that {@link RequiresPeer} names, on the nearest element that carries it. */
final class PeerCondition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Requirement.of("interop.required").decide(asked(context).flatMap(PeerCondition::missing));
    }

    private static Optional<String> missing(RequiresPeer asked) {
        return missing(Stream.of(asked.value())).or(() -> missingRoot(asked.root()));
    }

    private static Optional<String> missingRoot(boolean asked) {
        boolean root = System.getProperty("user.name").equals("root");
        return asked && !root ? Optional.of("listening below port 1024 needs root") : Optional.empty();
    }

    static Optional<String> missing(Stream<String> peers) {
        List<String> absent =
                peers.filter(peer -> Programs.find(peer).isEmpty()).toList();
        return absent.isEmpty()
                ? Optional.empty()
                : Optional.of("there is no " + String.join(", no ", absent) + " on the PATH: install it");
    }

    private static Optional<RequiresPeer> asked(ExtensionContext context) {
        Optional<ExtensionContext> here = Optional.of(context);
        while (here.isPresent()) {
            Optional<RequiresPeer> peers =
                    AnnotationSupport.findAnnotation(here.get().getElement(), RequiresPeer.class);
            if (peers.isPresent()) {
                return peers;
            }
            here = here.get().getParent();
        }
        return Optional.empty();
    }
}
