package dev.sallyport.cli;

import dev.sallyport.lab.Lab;
import dev.sallyport.lab.LabFile;
import dev.sallyport.lab.Vocabulary;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import dev.sallyport.scenarios.DefaultLab;
import dev.sallyport.scenarios.Scenario;
import dev.sallyport.scenarios.Scenarios;
import dev.sallyport.yaml.InvalidFileException;
import dev.sallyport.yaml.Problem;
import dev.sallyport.yaml.Problems;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Reads a lab file, the catalogue it names and scenarios; the problems of all are told at once. */
final class SiteReader {

    private final Problems problems = new Problems();
    private final List<String> messages = new ArrayList<>();
    private Optional<Catalog> catalog = Optional.empty();

    private SiteReader() {}

    /** Reads the default lab with the scenarios of these names or files; the default one where none is named. */
    static Site defaultLab(List<String> scenarios) {
        SiteReader reader = new SiteReader();
        Catalog builtIn = CatalogFiles.builtIn();
        reader.catalog = Optional.of(builtIn);
        return reader.site(Optional.of(DefaultLab.read(builtIn.vocabulary())), scenarios);
    }

    /** Reads a lab file with scenarios. */
    static Site lab(Path file, List<String> scenarios) {
        SiteReader reader = new SiteReader();
        Path base = file.toAbsolutePath().getParent();
        return reader.site(LabFile.read(file, name -> reader.words(name, base), reader.problems), scenarios);
    }

    private Vocabulary words(String name, Path base) {
        catalog = CatalogFiles.read(name, base, problems);
        return vocabulary();
    }

    private Vocabulary vocabulary() {
        return catalog.map(Catalog::vocabulary).orElse(Vocabulary.any());
    }

    private Site site(Optional<Lab> lab, List<String> names) {
        List<String> wanted = names.isEmpty() ? List.of(Scenarios.DEFAULT) : names;
        List<Scenario> scenarios =
                wanted.stream().flatMap(name -> scenario(name).stream()).toList();
        List<String> all = Stream.concat(problems.list().stream().map(Problem::toString), messages.stream())
                .toList();
        if (!all.isEmpty()) {
            throw new BadInputException(all);
        }
        return new Site(lab.orElseThrow(), catalog.orElseThrow(), scenarios);
    }

    private Optional<Scenario> scenario(String name) {
        return noted(() -> Scenarios.named(name, vocabulary()));
    }

    private Optional<Scenario> noted(Supplier<Scenario> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidFileException e) {
            e.problems().forEach(problems::add);
        } catch (IllegalArgumentException e) {
            messages.add(e.getMessage());
        }
        return Optional.empty();
    }
}
