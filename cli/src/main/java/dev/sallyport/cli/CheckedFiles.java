package dev.sallyport.cli;

import dev.sallyport.lab.LabFile;
import dev.sallyport.lab.Vocabulary;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import dev.sallyport.scenarios.ScenarioFile;
import dev.sallyport.yaml.DidYouMean;
import dev.sallyport.yaml.Problem;
import dev.sallyport.yaml.Problems;
import dev.sallyport.yaml.YamlFile;
import dev.sallyport.yaml.YamlMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Reads files of any kind for their problems alone; what a file is shows by its keys. */
final class CheckedFiles {

    private static final List<String> KINDS = List.of("lab", "scenario", "role", "documents", "base");

    private final Problems problems;

    CheckedFiles(Problems problems) {
        this.problems = problems;
    }

    /** Reads a file; returns what it is, {@code a lab}, or nothing where it has problems. */
    Optional<String> read(Path file) {
        Problems found = new Problems();
        String kind = Files.isDirectory(file) ? folder(file, found) : file(file, found);
        problems.addAll(found);
        return found.isEmpty() ? Optional.of(kind) : Optional.empty();
    }

    private String folder(Path folder, Problems found) {
        CatalogFiles.folder(folder, found);
        return "a catalogue";
    }

    private String file(Path file, Problems found) {
        Problems unread = new Problems();
        Optional<YamlMap> map = YamlFile.read(file, unread);
        String kind = map.map(CheckedFiles::kind).orElse("");
        switch (kind) {
            case "lab" -> LabFile.read(file, catalog -> vocabulary(catalog, file, found), found);
            case "scenario" -> ScenarioFile.read(file, everyBuiltIn(), found);
            case "role", "documents", "base" -> roleFile(file, found);
            default -> unrecognised(file, map, unread, found);
        }
        return switch (kind) {
            case "documents" -> "the rows of a catalogue";
            case "base" -> "the base of a catalogue";
            default -> "a " + kind;
        };
    }

    private static String kind(YamlMap map) {
        return map.entries().keySet().stream()
                .filter(KINDS::contains)
                .findFirst()
                .orElse("");
    }

    private static Vocabulary vocabulary(String catalog, Path lab, Problems found) {
        return CatalogFiles.read(catalog, lab.toAbsolutePath().getParent(), found)
                .map(Catalog::vocabulary)
                .orElse(Vocabulary.any());
    }

    /** A scenario names no catalogue; it may be for any of them. */
    private static Vocabulary everyBuiltIn() {
        Set<String> roles = new LinkedHashSet<>();
        Set<String> rows = new LinkedHashSet<>();
        for (String name : CatalogFiles.builtInNames()) {
            Catalog catalog = CatalogFiles.builtIn(name);
            roles.addAll(catalog.roleNames());
            rows.addAll(catalog.rowIds());
        }
        return new Vocabulary(roles, rows, Map.of());
    }

    /** A role file's words are those of its folder; the problems of its neighbours are not asked for. */
    private static void roleFile(Path file, Problems found) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        Problems all = new Problems();
        CatalogFiles.folder(folder, all);
        Predicate<Problem> its =
                problem -> Path.of(problem.file()).getFileName().equals(file.getFileName());
        all.list().stream().filter(its).forEach(found::add);
    }

    private static void unrecognised(Path file, Optional<YamlMap> map, Problems unread, Problems found) {
        found.addAll(unread);
        if (map.isPresent() && unread.isEmpty()) {
            String first = map.get().entries().keySet().stream().findFirst().orElse("");
            found.add(
                    file.toString(),
                    1,
                    first,
                    "no lab, scenario or role file: it should begin with 'lab', 'scenario' or 'role'"
                            + DidYouMean.suggestion(first, KINDS));
        }
    }
}
