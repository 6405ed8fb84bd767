package dev.sallyport.cli;

import dev.sallyport.certs.KeyKind;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code rsa} or {@code ec}. */
final class KeyOption implements ITypeConverter<KeyKind> {

    @Override
    public KeyKind convert(String text) {
        return switch (text) {
            case "rsa" -> KeyKind.RSA_2048;
            case "ec" -> KeyKind.EC_P256;
            default -> throw new TypeConversionException("'" + text + "' is no kind of key: write rsa or ec");
        };
    }
}
