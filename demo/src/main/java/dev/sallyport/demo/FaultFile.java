package dev.sallyport.demo;

import dev.sallyport.check.Verdict;
import dev.sallyport.demo.Fault.Edit;
import dev.sallyport.yaml.Problems;
import dev.sallyport.yaml.YamlFile;
import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code faults.yaml}: each fault with its words, its edits and what it touches. */
final class FaultFile {

    private final Map<String, Fault> all = new LinkedHashMap<>();

    private FaultFile() {}

    /**
     * Reads the file's text.
     *
     * @throws dev.sallyport.yaml.InvalidFileException with every problem
     */
    static Faults read(String file, String text) {
        Problems problems = new Problems();
        Optional<Faults> faults = YamlFile.parse(file, text, problems).map(new FaultFile()::faults);
        problems.throwIfAny();
        return faults.orElseThrow();
    }

    private Faults faults(YamlMap file) {
        file.map("faults").entries().forEach((name, value) -> all.put(name, fault(name, value.map())));
        List<Fault> shown = file.list("demo").stream()
                .map(value -> value.known("fault", all.keySet()))
                .filter(all::containsKey)
                .map(all::get)
                .toList();
        file.done();
        return new Faults(List.copyOf(all.values()), shown);
    }

    private static Fault fault(String name, YamlMap map) {
        List<Edit> edits =
                map.list("edits").stream().map(value -> edit(value.map())).toList();
        Map<String, Verdict> touches = new LinkedHashMap<>();
        map.map("touches").entries().forEach((check, value) -> value.read(Verdict::parse)
                .ifPresent(verdict -> touches.put(check, verdict)));
        Fault fault = new Fault(name, map.text("about"), edits, map.optionalText("module"), touches);
        map.done();
        return fault;
    }

    private static Edit edit(YamlMap map) {
        List<String> by = map.oneOrMany("by").stream().map(YamlValue::text).toList();
        Edit edit = new Edit(map.text("rule"), by);
        map.done();
        return edit;
    }
}
