package dev.sallyport.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.sallyport.check.Check;
import dev.sallyport.check.Control;
import java.io.IOException;

/** Reads a control and what was observed of it out of one object. */
final class ControlDeserializer extends StdDeserializer<Control> {

    private static final long serialVersionUID = 1L;

    ControlDeserializer() {
        super(Control.class);
    }

    @Override
    public Control deserialize(JsonParser in, DeserializationContext context) throws IOException {
        JsonNode object = context.readTree(in);
        Check check = context.readTreeAsValue(object, Check.class);
        return new Control(
                check, context.readTreeAsValue(object, EvidenceForm.class).evidence(check));
    }
}
