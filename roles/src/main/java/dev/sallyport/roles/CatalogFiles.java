package dev.sallyport.roles;

import dev.sallyport.yaml.Problems;
import dev.sallyport.yaml.YamlFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where catalogues come from: built in, or a folder of role files. Reading is strict; every problem of every file is
 * found at once, with file, line and key.
 */
public final class CatalogFiles {
    /** The name of the catalogue that comes with Sallyport. */
    public static final String BUILT_IN = "lync-server-2013";

    private CatalogFiles() {}

    /**
     * Reads the catalogue that a lab names.
     *
     * @param name {@link #BUILT_IN}, or a folder
     * @param base what a relative folder is relative to: the lab file's folder
     * @return nothing where a problem was found
     * @throws IllegalArgumentException where there is no such catalogue
     */
    public static Optional<Catalog> read(String name, Path base, Problems problems) {
        if (name.equals(BUILT_IN)) {
            return Optional.of(builtIn());
        }
        Path folder = base.resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "no catalogue '" + name + "': it is neither built in (" + BUILT_IN + ") nor the folder " + folder);
        }
        return folder(folder, problems);
    }

    /** Reads the catalogue that comes with Sallyport, from the plain list of its files. */
    public static Catalog builtIn() {
        Problems problems = new Problems();
        CatalogReader reader = new CatalogReader(BUILT_IN, problems);
        Stream.concat(Stream.of(CatalogReader.ROWS), resource("index").lines())
                .forEach(file -> reader.add(BUILT_IN + "/" + file, resource(file)));
        Catalog catalog = reader.read();
        problems.throwIfAny();
        return catalog;
    }

    /**
     * Reads a folder: every {@code .yaml} file in it is a role file, but {@code rows.yaml}, which tells what the tables
     * print and may be missing.
     *
     * @return nothing where a problem was found
     */
    public static Optional<Catalog> folder(Path folder, Problems problems) {
        Problems found = new Problems();
        CatalogReader reader = new CatalogReader(folder.toString(), found);
        for (Path file : files(folder, found)) {
            YamlFile.text(file, found).ifPresent(text -> reader.add(file.toString(), text));
        }
        Catalog catalog = reader.read();
        problems.addAll(found);
        return found.isEmpty() ? Optional.of(catalog) : Optional.empty();
    }

    private static List<Path> files(Path folder, Problems problems) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                problems.add(folder.toString(), 0, "", "the folder has no role files; they end in .yaml");
            }
            return found;
        } catch (IOException e) {
            problems.add(folder.toString(), 0, "", "cannot list the folder: " + e.getMessage());
            return List.of();
        }
    }

    private static String resource(String file) {
        String path = BUILT_IN + "/" + file;
        try (InputStream in = CatalogFiles.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("the built-in catalogue lacks " + path + "; its index names it");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the built-in " + path, e);
        }
    }
}
