package dev.sallyport.testkit.inspection;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** ntop's nDPI, by its example program: names a flow by its detectors alone, without a guess by port. */
final class Ndpi implements Engine {
    private static final Pattern VERSION = Pattern.compile("Using nDPI \\(([\\d.]+)|Welcome to nDPI ([\\d.]+)");

    /** {@code 1  TCP 127.0.0.1:38452 <-> 127.0.0.2:5061 [proto: 91/TLS][Encrypted]...} */
    private static final Pattern FLOW = Pattern.compile(
            "^\\t\\d+\\t(?:TCP|UDP) \\S+ (?:<->|->) \\S+ \\[proto: [\\d.]+/([^\\]]+)\\]", Pattern.MULTILINE);

    @Override
    public String version(Path directory) {
        Matcher version = VERSION.matcher(Engine.output(directory, List.of("ndpiReader", "-h"), 0, 1));
        return version.find()
                ? "nDPI " + (version.group(1) == null ? version.group(2) : version.group(1))
                : "nDPI of a version that it does not tell";
    }

    /** @throws IllegalStateException if the capture holds more flows than one, or none */
    @Override
    public String nameOf(Path capture) {
        String output =
                Engine.output(capture.getParent(), List.of("ndpiReader", "-i", capture.toString(), "-d", "-v", "2"), 0);
        List<MatchResult> flows = FLOW.matcher(output).results().toList();
        if (flows.size() != 1) {
            throw new IllegalStateException("nDPI sees " + flows.size() + " flows in " + capture + ": " + output);
        }
        return flows.get(0).group(1);
    }
}
