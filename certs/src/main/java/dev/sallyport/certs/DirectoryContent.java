package dev.sallyport.certs;

import dev.sallyport.identity.IdentityException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a directory holds before certificates are written into it: keys must not get among somebody's files.
 *
 * @param beside names of files that may stand beside the folders
 */
record DirectoryContent(Path directory, Set<String> beside) {
    private static final int SHOWN = 3;

    /** Refuses a directory that holds anything but an authority, hosts' folders and what may stand beside them. */
    void requireOurs() {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new IdentityException(
                    "cannot write certificate folders into " + directory + ": it is a file; name a directory");
        }
        List<Path> folders = entries(directory).stream()
                .filter(entry -> !beside.contains(fileName(entry)))
                .toList();
        List<Path> foreign = folders.stream().flatMap(this::foreign).sorted().toList();
        if (!foreign.isEmpty()) {
            throw refusal("it holds what this command did not write ("
                    + foreign.stream().limit(SHOWN).map(Path::toString).collect(Collectors.joining(", "))
                    + (foreign.size() > SHOWN ? ", …" : "") + ")");
        }
        if (!folders.isEmpty() && !hasAuthority()) {
            throw refusal("it holds folders of hosts, but not the authority that issued them ("
                    + directory.resolve(CertificateFolders.AUTHORITY) + ")");
        }
    }

    boolean hasAuthority() {
        return Files.exists(directory.resolve(CertificateFolders.AUTHORITY));
    }

    private Stream<Path> foreign(Path entry) {
        if (!Files.isDirectory(entry)) {
            return Stream.of(entry);
        }
        Set<String> ours = CertificateFolders.filesOf(fileName(entry));
        // A process that was killed may have left the file that it was about to put in the other's place.
        return entries(entry).stream()
                .filter(file -> !ours.contains(fileName(file).replaceFirst("\\.new$", "")));
    }

    private IdentityException refusal(String why) {
        return new IdentityException("cannot write certificate folders into " + directory + ": " + why
                + "; name a new directory, or one that `sallyport certs` made");
    }

    private static String fileName(Path path) {
        return path.getFileName().toString();
    }

    private static List<Path> entries(Path directory) {
        if (!Files.exists(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("could not look into " + directory + ": " + e, e);
        }
    }
}
