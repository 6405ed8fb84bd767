package dev.sallyport.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import dev.sallyport.check.Check;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Finding;
import dev.sallyport.run.RunResult.CheckResult;
import java.io.IOException;
import java.util.List;

/** Reads a check, what was found and what was observed out of one object. */
final class CheckResultDeserializer extends StdDeserializer<CheckResult> {

    private static final long serialVersionUID = 1L;

    CheckResultDeserializer() {
        super(CheckResult.class);
    }

    @Override
    public CheckResult deserialize(JsonParser in, DeserializationContext context) throws IOException {
        JsonNode object = context.readTree(in);
        Check check = context.readTreeAsValue(object, Check.class);
        Finding finding = context.readTreeAsValue(object, FindingForm.class).finding();
        List<Evidence> evidence =
                context.readTreeAsValue(object, EvidenceForm.class).evidence(check);
        return new CheckResult(check, finding, evidence);
    }
}
