package dev.sallyport.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDelegatingDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.Converter;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Control;
import dev.sallyport.check.Plan;
import dev.sallyport.check.Status;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;

/** The list of types whose external form is not simply their components. */
final class Forms extends SimpleModule {

    private static final long serialVersionUID = 1L;

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    Forms() {
        super("forms");
        texts();
        addSerializer(new OptionalSerializer());
        addDeserializer(Optional.class, new OptionalDeserializer(TypeFactory.unknownType()));
        addSerializer(Duration.class, new DurationSerializer());
        addDeserializer(Duration.class, new DurationDeserializer());
        records();
    }

    private void texts() {
        TextForm.register(this, Transport.class, Transport::text);
        TextForm.register(this, Security.class, Security::text);
        TextForm.register(this, Expectation.class, Expectation::text);
        TextForm.register(this, Status.class, Status::text);
        TextForm.register(this, Verdict.class, Verdict::text);
        TextForm.register(this, Stage.class, Stage::text);
        TextForm.register(this, RecordFile.Kind.class, RecordFile.Kind::text);
        TextForm.register(this, How.class, How::text, How::new);
        TextForm.register(this, PortRange.class, PortRange::toString, PortRange::parse);
        TextForm.register(this, Instant.class, MILLISECONDS::format, Forms::instant);
        TextForm.register(this, InetAddress.class, AddressText::write, AddressText::parse);
        TextForm.register(this, InetSocketAddress.class, AddressText::write, AddressText::parseSocket);
    }

    private void records() {
        form(Endpoint.class, EndpointForm.class, EndpointForm::of, EndpointForm::endpoint);
        form(Check.class, CheckForm.class, CheckForm::of, CheckForm::check);
        form(Contact.class, ContactForm.class, ContactForm::of, ContactForm::contact);
        form(Plan.class, PlanForm.class, PlanForm::of, PlanForm::plan);
        form(RunResult.class, RunForm.class, RunForm::of, RunForm::run);
        addSerializer(CheckResult.class, new CheckResultSerializer());
        addDeserializer(CheckResult.class, new CheckResultDeserializer());
        addSerializer(Control.class, new ControlSerializer());
        addDeserializer(Control.class, new ControlDeserializer());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("'" + text + "' is no time in UTC: write 2026-11-20T12:00:00.000Z");
        }
    }

    private <D, F> void form(Class<D> domain, Class<F> form, Function<D, F> of, Function<F, D> back) {
        addSerializer(domain, new StdDelegatingSerializer(domain, new Conversion<>(domain, form, of)));
        addDeserializer(domain, new StdDelegatingDeserializer<>(new Conversion<>(form, domain, back)));
    }

    private record Conversion<A, B>(Class<A> from, Class<B> to, Function<A, B> conversion) implements Converter<A, B> {

        @Override
        public B convert(A value) {
            return conversion.apply(value);
        }

        @Override
        public JavaType getInputType(TypeFactory types) {
            return types.constructType(from);
        }

        @Override
        public JavaType getOutputType(TypeFactory types) {
            return types.constructType(to);
        }
    }

    private static final class DurationSerializer extends StdSerializer<Duration> {

        private static final long serialVersionUID = 1L;

        DurationSerializer() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.toMillis());
        }
    }

    private static final class DurationDeserializer extends StdDeserializer<Duration> {

        private static final long serialVersionUID = 1L;

        DurationDeserializer() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Duration.ofMillis(_parseLongPrimitive(in, context));
        }
    }
}
