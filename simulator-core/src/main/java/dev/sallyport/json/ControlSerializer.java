package dev.sallyport.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.sallyport.check.Control;
import java.io.IOException;

/** A control is one object: the flow as a plan lists it, then what both ends observed. */
final class ControlSerializer extends StdSerializer<Control> {

    private static final long serialVersionUID = 1L;

    ControlSerializer() {
        super(Control.class);
    }

    @Override
    public void serialize(Control control, JsonGenerator out, SerializerProvider provider) throws IOException {
        FlatForms.write(
                out, provider, CheckForm.of(control.check()), EvidenceForm.of(control.check(), control.evidence()));
    }
}
