package dev.sallyport.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A file that is replaced whole or not at all; its folder must exist. */
public record AtomicFile(Path path) {

    /**
     * Writes the file with the permissions that files get here by default.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void write(byte[] content) {
        replace(content);
    }

    /**
     * Writes the file so that only its owner can ever open it: it is created with the permissions 0600, not given them
     * later. On file systems without POSIX permissions the folder's access list decides.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public void writeSecret(byte[] content) {
        replace(content, ownerOnly());
    }

    private FileAttribute<?>[] ownerOnly() {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void replace(byte[] content, FileAttribute<?>... attributes) {
        Path fresh = path.resolveSibling(path.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            create(fresh, content, attributes);
            Files.move(fresh, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write " + path + ": " + reason(e), e);
        }
    }

    private static void create(Path file, byte[] content, FileAttribute<?>... attributes) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, options, attributes)) {
            Channels.newOutputStream(channel).write(content);
        }
    }

    /** Says what a file system's exception means; on its own it often says the path alone. */
    static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        boolean hasReason = e instanceof FileSystemException f && f.getReason() != null;
        return hasReason ? ((FileSystemException) e).getReason() : e.toString();
    }
}
