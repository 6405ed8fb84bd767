package dev.sallyport.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts what Jackson found into a sentence with its place. */
final class JsonProblem {

    private static final Pattern MISSING = Pattern.compile("Missing required creator property '([^']*)'");

    private JsonProblem() {}

    static MalformedJsonException of(String source, String text, JsonProcessingException problem) {
        MalformedJsonException told = new MalformedJsonException(source, place(problem), sentence(text, problem));
        told.initCause(problem);
        return told;
    }

    private static String sentence(String text, JsonProcessingException problem) {
        if (text.isBlank()) {
            return "it is empty";
        }
        if (problem instanceof JsonEOFException || problem.getCause() instanceof JsonEOFException) {
            return "it ends in the middle, so it was cut off while it was written or copied: write or copy it again";
        }
        return innermost(problem);
    }

    /** A value's own complaint says more than what was wrapped around it. */
    private static String innermost(JsonProcessingException problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(
                cause instanceof JsonProcessingException json ? json.getOriginalMessage() : cause.getMessage());
        Matcher missing = MISSING.matcher(message);
        return missing.lookingAt()
                ? "'" + missing.group(1) + "' is missing"
                : message.lines().findFirst().orElse("");
    }

    private static String place(JsonProcessingException problem) {
        String line = line(problem.getLocation());
        String path = problem instanceof JsonMappingException mapping ? path(mapping) : "";
        return line + (line.isEmpty() || path.isEmpty() ? "" : ", ") + (path.isEmpty() ? "" : "at " + path);
    }

    private static String line(JsonLocation location) {
        boolean known = location != null && location.getLineNr() > 0;
        return known ? "line " + location.getLineNr() + ", column " + location.getColumnNr() : "";
    }

    private static String path(JsonMappingException problem) {
        StringBuilder path = new StringBuilder();
        for (Reference step : problem.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.length() == 0 ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
