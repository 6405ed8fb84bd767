package dev.sallyport.cli;

import dev.sallyport.json.RecordFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where what this end saw is kept, for {@code judge}. */
final class RecordOption {

    @Option(names = "--record", paramLabel = "FILE", description = "Keeps what this end saw, for `sallyport judge`.")
    private Optional<Path> file = Optional.empty();

    /** Refuses a file that could not be written at the end, when what was seen would be lost. */
    void prepare() {
        file.ifPresent(RecordOption::prepare);
    }

    private static void prepare(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (!Files.isDirectory(folder)) {
            throw new BadInputException("cannot keep a record in " + file + ": there is no folder " + folder);
        }
        if (Files.isDirectory(file) || !Files.isWritable(Files.exists(file) ? file : folder)) {
            throw new BadInputException("cannot keep a record in " + file + ": it cannot be written");
        }
    }

    /** Writes the record, where one was asked for. */
    void write(RecordFile record) {
        file.ifPresent(path -> write(path, record));
    }

    private static void write(Path path, RecordFile record) {
        try {
            Files.writeString(path, record.write());
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path + ": " + e, e);
        }
    }
}
