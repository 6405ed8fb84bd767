package dev.sallyport.scenarios;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads amounts with their unit, as files and options write them; anything else is an {@link IllegalArgumentException}. */
public final class Quantity {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?) ?([A-Za-z]+|%)");
    private static final Map<String, Long> MILLIS = Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L);
    private static final Map<String, Long> BYTES = Map.of("B", 1L, "KB", 1L << 10, "MB", 1L << 20, "GB", 1L << 30);
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private Quantity() {}

    /** Reads {@code 150ms}, {@code 10s}, {@code 5m}, {@code 1h}; whole milliseconds, more than none. */
    public static Duration duration(String text) {
        return Duration.ofMillis(amount(text, MILLIS, "a duration; write 150ms, 10s or 5m"));
    }

    /** Reads {@code 512B}, {@code 64KB}, {@code 1MB}; a KB is 1024 bytes. */
    public static long bytes(String text) {
        return amount(text, BYTES, "a size; write 512B, 64KB or 1MB");
    }

    /** Reads {@code 1%} or {@code 0.5%} as the share it is, 0 to 1. */
    public static double share(String text) {
        String expected = "a percentage; write 1% or 0.5%, at most 100%";
        Matcher form = form(text, expected);
        BigDecimal percent = new BigDecimal(form.group(1));
        if (!form.group(2).equals("%") || percent.compareTo(WHOLE) > 0) {
            throw not(text, expected);
        }
        return percent.divide(WHOLE).doubleValue();
    }

    private static long amount(String text, Map<String, Long> units, String expected) {
        Matcher form = form(text, expected);
        Long unit = units.get(form.group(2));
        if (unit == null) {
            throw not(text, expected);
        }
        BigDecimal amount = new BigDecimal(form.group(1)).multiply(BigDecimal.valueOf(unit));
        if (amount.signum() == 0 || amount.stripTrailingZeros().scale() > 0) {
            throw not(text, expected);
        }
        return amount.longValueExact();
    }

    private static Matcher form(String text, String expected) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw not(text, expected);
        }
        return form;
    }

    private static IllegalArgumentException not(String text, String expected) {
        return new IllegalArgumentException("'" + text + "' is not " + expected);
    }
}
