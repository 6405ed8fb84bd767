package dev.sallyport.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.sallyport.run.RunResult.CheckResult;
import java.io.IOException;

/** A check's result is one object: the check as a plan lists it, then what was found, then what both ends observed. */
final class CheckResultSerializer extends StdSerializer<CheckResult> {

    private static final long serialVersionUID = 1L;

    CheckResultSerializer() {
        super(CheckResult.class);
    }

    @Override
    public void serialize(CheckResult result, JsonGenerator out, SerializerProvider provider) throws IOException {
        FlatForms.write(
                out,
                provider,
                CheckForm.of(result.check()),
                FindingForm.of(result),
                EvidenceForm.of(result.check(), result.evidence()));
    }
}
