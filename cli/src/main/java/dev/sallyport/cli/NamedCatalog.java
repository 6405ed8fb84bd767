package dev.sallyport.cli;

import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import dev.sallyport.yaml.Problem;
import dev.sallyport.yaml.Problems;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds the catalogue that a command names. */
final class NamedCatalog {

    private NamedCatalog() {}

    /**
     * Reads a built-in catalogue, or a folder of role files.
     *
     * @throws BadInputException with every problem of the folder, or where there is no such catalogue
     */
    static Catalog read(String name) {
        Problems problems = new Problems();
        try {
            Optional<Catalog> catalog = CatalogFiles.read(name, Path.of(""), problems);
            return catalog.orElseThrow(() -> new BadInputException(
                    problems.list().stream().map(Problem::toString).toList()));
        } catch (IllegalArgumentException e) {
            throw new BadInputException(List.of(e.getMessage()));
        }
    }
}
