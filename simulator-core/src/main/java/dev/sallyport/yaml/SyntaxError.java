package dev.sallyport.yaml;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** A place where a file stops being YAML, with advice for the mistakes people make most. */
record SyntaxError(int line, String message) {
    private static final String GROUP = "[0-9a-fA-F]{1,4}";
    // Colons at either end are what YAML takes for its own within { } and [ ].
    private static final Pattern UNQUOTED_IPV6 = Pattern.compile(
            "(?<![\"'\\w:.])" + "((?:::(?:%1$s:)*(?:%1$s)?)|(?:%1$s:)*%1$s::)(?![\\w:.])".formatted(GROUP));

    static SyntaxError of(YamlEngineException error, String text) {
        if (error instanceof MarkedYamlEngineException) {
            return of((MarkedYamlEngineException) error, text);
        }
        if (error instanceof ReaderException) {
            return of((ReaderException) error, text);
        }
        return new SyntaxError(0, "not YAML: " + error.getMessage());
    }

    void report(Place place) {
        place.problem(line, message);
    }

    /** Returns the advice for a line in which an IPv6 address stands that only quotes would save; "" without one. */
    static String unquotedIpv6(String line) {
        Matcher address = UNQUOTED_IPV6.matcher(line);
        return address.find()
                ? "; quote it: an IPv6 address within { } or [ ] is written \"" + address.group(1) + "\""
                : "";
    }

    private static SyntaxError of(MarkedYamlEngineException error, String text) {
        int line = error.getProblemMark()
                .or(error::getContextMark)
                .map(mark -> mark.getLine() + 1)
                .orElse(0);
        String problem = error.getProblem().replaceFirst("\\. \\(Do not use .*", "");
        return new SyntaxError(line, "not YAML: " + problem + advice(problem, line(text, line)));
    }

    private static SyntaxError of(ReaderException error, String text) {
        int before = Math.min(error.getPosition(), text.length());
        int line = 1
                + (int) text.substring(0, before).chars().filter(c -> c == '\n').count();
        return new SyntaxError(
                line, "not YAML: the character U+%04X cannot stand in a file".formatted(error.getCodePoint()));
    }

    private static String advice(String problem, String line) {
        if (problem.contains("TAB")) {
            return "; indent with spaces";
        }
        String address = unquotedIpv6(line);
        boolean reserved = problem.contains("cannot start any token");
        return address.isEmpty() && reserved ? "; put the value in quotes" : address;
    }

    private static String line(String text, int number) {
        return text.lines().skip(Math.max(0, number - 1)).findFirst().orElse("");
    }
}
