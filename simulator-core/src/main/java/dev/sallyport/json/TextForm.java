package dev.sallyport.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Values whose external form is a text. */
final class TextForm {

    private TextForm() {}

    /** Registers how values of a type become text and how text becomes one; {@code parse} refuses with a sentence. */
    static <T> void register(SimpleModule module, Class<T> type, Function<T, String> text, Function<String, T> parse) {
        module.addSerializer(type, new Writer<>(type, text));
        module.addDeserializer(type, new Reader<>(type, parse));
    }

    /** Registers an enum under the texts of its constants. */
    static <E extends Enum<E>> void register(SimpleModule module, Class<E> type, Function<E, String> text) {
        register(module, type, text, word -> constant(type, text, word));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, Function<E, String> text, String word) {
        E[] constants = type.getEnumConstants();
        return Arrays.stream(constants)
                .filter(constant -> text.apply(constant).equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is none of "
                        + Arrays.stream(constants).map(text).collect(Collectors.joining(", "))
                        + "; a newer version may have written it"));
    }

    private static final class Writer<T> extends StdSerializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<T, String> text;

        Writer(Class<T> type, Function<T, String> text) {
            super(type);
            this.text = text;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text.apply(value));
        }
    }

    private static final class Reader<T> extends StdDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        Reader(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (!in.hasToken(JsonToken.VALUE_STRING)) {
                return context.reportInputMismatch(this, "a text was expected, not " + in.currentToken());
            }
            try {
                return parse.apply(in.getText());
            } catch (IllegalArgumentException e) {
                throw JsonMappingException.from(in, e.getMessage());
            }
        }
    }
}
