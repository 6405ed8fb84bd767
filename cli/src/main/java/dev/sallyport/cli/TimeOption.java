package dev.sallyport.cli;

import dev.sallyport.scenarios.Quantity;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 30s}, {@code 500ms}, {@code 2m}. */
final class TimeOption implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        try {
            return Quantity.duration(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
