package dev.sallyport.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.util.NameTransformer;
import java.io.IOException;

/** Writes the components of several forms into one object, in their order. */
final class FlatForms {

    private FlatForms() {}

    static void write(JsonGenerator out, SerializerProvider provider, Object... forms) throws IOException {
        out.writeStartObject();
        for (Object form : forms) {
            provider.findValueSerializer(form.getClass())
                    .unwrappingSerializer(NameTransformer.NOP)
                    .serialize(form, out, provider);
        }
        out.writeEndObject();
    }
}
