package dev.sallyport.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonInclude.Value;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/**
 * Writes and reads the external form of every record that leaves the process.
 *
 * <p>Enums and {@code How} are their text, addresses literals ({@code 10.1.0.10}, {@code fd00::1},
 * {@code [fd00::1]:5061}; reading one asks no name server), instants ISO 8601 in UTC with milliseconds, durations whole
 * milliseconds, ranges of ports their text. An empty {@code Optional} is left out. Reading ignores unknown keys, for
 * newer versions may write more, and refuses missing ones. What is written reads back equal, to the millisecond.
 */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new Forms())
            .annotationIntrospector(new RequiredComponents())
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .defaultPropertyInclusion(Value.construct(Include.NON_NULL, Include.ALWAYS))
            .withConfigOverride(
                    Optional.class, override -> override.setInclude(Value.construct(Include.NON_EMPTY, Include.ALWAYS)))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final ObjectWriter PRETTY = MAPPER.writer(
            new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectFieldValueSpacing(Spacing.AFTER))
                    .withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private Json() {}

    /** Writes a record as one line, without a line break anywhere in it. */
    public static String write(Object value) {
        return write(MAPPER.writer(), value);
    }

    /** Writes a record over several lines, for people to read. */
    public static String writePretty(Object value) {
        return write(PRETTY, value) + "\n";
    }

    private static String write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "a " + value.getClass().getSimpleName() + " could not be written as JSON: "
                            + e.getOriginalMessage(),
                    e);
        }
    }

    /** Reads what was written; errors name the record that was looked for. */
    public static <T> T read(String text, Class<T> type) {
        return read("JSON of " + type.getSimpleName(), text, type);
    }

    /**
     * Reads what was written.
     *
     * @param source how errors name the text: a file, {@code the agent edge1}
     * @throws MalformedJsonException where the text is no JSON, is cut off, or is not the form of {@code type}
     */
    public static <T> T read(String source, String text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw new MalformedJsonException(
                        source, "", "it says null; a " + type.getSimpleName() + " was expected");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw JsonProblem.of(source, text, e);
        }
    }
}
