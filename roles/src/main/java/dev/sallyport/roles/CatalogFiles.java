package dev.sallyport.roles;

import dev.sallyport.yaml.DidYouMean;
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
    private static final List<String> BUILT_IN =
            List.of("lync-server-2013", "skype-for-business-2015", "skype-for-business-2019");

    private CatalogFiles() {}

    /**
     * Reads the catalogue that a lab names.
     *
     * @param name one of {@link #builtInNames}, or a folder
     * @param base what a relative folder is relative to: the lab file's folder
     * @return nothing where a problem was found
     * @throws IllegalArgumentException where there is no such catalogue
     */
    public static Optional<Catalog> read(String name, Path base, Problems problems) {
        if (BUILT_IN.contains(name)) {
            return Optional.of(builtIn(name));
        }
        Path folder = base.resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new IllegalArgumentException(
                    "no catalogue '" + name + "': it is neither built in (" + String.join(", ", BUILT_IN)
                            + ") nor the folder " + folder + DidYouMean.suggestion(name, BUILT_IN));
        }
        return folder(folder, problems);
    }

    /** Returns the names of the catalogues that come with Sallyport, that of Lync Server 2013 first. */
    public static List<String> builtInNames() {
        return BUILT_IN;
    }

    /** Reads the catalogue of Lync Server 2013. */
    public static Catalog builtIn() {
        return builtIn(BUILT_IN.get(0));
    }

    /**
     * Reads a catalogue that comes with Sallyport, from the plain list of its files.
     *
     * @throws IllegalArgumentException where none has that name
     */
    public static Catalog builtIn(String name) {
        if (!BUILT_IN.contains(name)) {
            throw new IllegalArgumentException(DidYouMean.unknown("built-in catalogue", name, BUILT_IN));
        }
        Problems problems = new Problems();
        CatalogReader reader = new CatalogReader(name, problems);
        resource(name, "index").lines().forEach(file -> reader.add(name + "/" + file, resource(name, file)));
        Catalog catalog = reader.read();
        problems.throwIfAny();
        return catalog;
    }

    /**
     * Reads a folder: every {@code .yaml} file in it is a role file, but {@code rows.yaml}, which tells what the tables
     * print, and {@code catalog.yaml}, which names a built-in catalogue that the folder is based on; both may be missing.
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

    private static String resource(String name, String file) {
        String path = name + "/" + file;
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
