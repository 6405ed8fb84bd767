package dev.sallyport.testkit.verdicts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/** Somebody without any rights: what tests start as root, they start as nobody's. */
final class OrdinaryUser {

    private static final List<String> SETPRIV =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--inh-caps=-all");

    private OrdinaryUser() {}

    /** Tells whether this kernel lets an ordinary user make namespaces. */
    static boolean mayMakeNamespaces() {
        List<String> words = new ArrayList<>(SETPRIV);
        words.addAll(List.of("unshare", "--user", "--map-root-user", "--net", "--mount", "true"));
        try {
            return new ProcessBuilder(words).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Lets everybody write there. */
    static void owns(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    }

    /**
     * Returns the words that run a Java command as that user, with copies of its classes, as they may lie where only root
     * can read.
     */
    static List<String> running(Path folder, List<String> java) {
        List<String> words = new ArrayList<>(SETPRIV);
        int classes = java.indexOf("-cp") + 1;
        words.addAll(java.subList(0, classes));
        words.add(copied(java.get(classes), folder.resolve("classes")));
        words.addAll(java.subList(classes + 1, java.size()));
        return words;
    }

    private static String copied(String classPath, Path to) {
        List<String> copies = new ArrayList<>();
        try {
            Files.createDirectory(to);
            for (String entry : classPath.split(File.pathSeparator)) {
                Path copy = to.resolve(copies.size() + "-" + Path.of(entry).getFileName());
                copy(Path.of(entry), copy);
                copies.add(copy.toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join(File.pathSeparator, copies);
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.createDirectories(to.resolve(from.relativize(directory).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = file.equals(from)
                        ? to
                        : to.resolve(from.relativize(file).toString());
                Files.copy(file, target);
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--r--"));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
