package dev.sallyport.exchange;

import java.util.List;
import java.util.function.Function;

/**
 * How the parts of a protocol's bytes are called, for whoever compares what two ends saw of them.
 *
 * <p>The bytes are those of a connection from its beginning, or one datagram; they may be cut off anywhere, and nothing
 * in them needs to be right. More bytes change no field but the last one, and equal fields stand for equal bytes as far
 * as it matters.
 *
 * @param by who names them, {@code sip}: only what the same one has named can be compared
 * @param fields names them, in order; keeps nothing
 */
public record Naming(String by, Function<byte[], List<Field>> fields) {

    /** Names bytes by their places. */
    public static final Naming PLACES = new Naming("bytes", Field::unnamed);
}
