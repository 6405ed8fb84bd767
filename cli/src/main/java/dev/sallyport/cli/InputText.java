package dev.sallyport.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The text of a file that the command line names. */
final class InputText {

    private InputText() {}

    /** Returns the whole file; one that cannot be read is bad input. */
    static String of(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new BadInputException("cannot read " + file + ": there is no such file");
        } catch (CharacterCodingException e) {
            throw new BadInputException("cannot read " + file + ": it is not UTF-8 text");
        } catch (IOException e) {
            throw new BadInputException("cannot read " + file + ": " + e);
        }
    }
}
