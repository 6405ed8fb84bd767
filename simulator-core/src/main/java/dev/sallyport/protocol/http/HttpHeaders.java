package dev.sallyport.protocol.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The header fields of a message, in the order and letters they came.
 *
 * @param fields repeated ones stand repeated
 */
public record HttpHeaders(List<HttpHeader> fields) {

    /** Keeps its own copy. */
    public HttpHeaders {
        fields = List.copyOf(fields);
    }

    /** Returns fields of names and values in turn: {@code of("Host", "fe1.contoso.lab")}. */
    public static HttpHeaders of(String... namesAndValues) {
        List<HttpHeader> fields = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.add(new HttpHeader(namesAndValues[i], namesAndValues[i + 1]));
        }
        return new HttpHeaders(fields);
    }

    /** Returns these fields and one more. */
    public HttpHeaders and(String name, String value) {
        List<HttpHeader> more = new ArrayList<>(fields);
        more.add(new HttpHeader(name, value));
        return new HttpHeaders(more);
    }

    /** Returns every value of a field. */
    public List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.is(name))
                .map(HttpHeader::value)
                .toList();
    }

    /** Returns the first value of a field. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** Tells whether a field's comma-separated list holds a word: {@code lists("Connection", "close")}. */
    public boolean lists(String name, String word) {
        return all(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .anyMatch(part -> HttpText.trimmed(part).equalsIgnoreCase(word));
    }
}
