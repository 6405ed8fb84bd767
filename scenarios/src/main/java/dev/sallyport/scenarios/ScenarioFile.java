package dev.sallyport.scenarios;

import dev.sallyport.check.Bounds;
import dev.sallyport.check.Hold;
import dev.sallyport.lab.Vocabulary;
import dev.sallyport.yaml.DidYouMean;
import dev.sallyport.yaml.Problems;
import dev.sallyport.yaml.YamlFile;
import dev.sallyport.yaml.YamlMap;
import dev.sallyport.yaml.YamlValue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a scenario file: a scenario, or every problem of the file. */
public final class ScenarioFile {
    private static final long DEFAULT_BYTES = 64 << 10;

    private final Vocabulary vocabulary;

    private ScenarioFile(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Reads a file; returns nothing where a problem was found. */
    public static Optional<Scenario> read(Path file, Vocabulary vocabulary, Problems problems) {
        return YamlFile.text(file, problems).flatMap(text -> parse(file.toString(), text, vocabulary, problems));
    }

    /**
     * Reads the text of a file; returns nothing where a problem was found.
     *
     * @param file the name that problems carry
     * @param vocabulary the catalogue's roles and rows
     */
    public static Optional<Scenario> parse(String file, String text, Vocabulary vocabulary, Problems problems) {
        Problems found = new Problems();
        Optional<Scenario> scenario =
                YamlFile.parse(file, text, found).map(map -> new ScenarioFile(vocabulary).scenario(map));
        problems.addAll(found);
        return found.isEmpty() ? scenario : Optional.empty();
    }

    private Scenario scenario(YamlMap file) {
        Scenario scenario = new Scenario(
                file.text("scenario"),
                file.optionalText("about").orElse(""),
                rows(file),
                roles(file),
                undocumented(file),
                mediaPorts(file),
                file.optionalMap("hold").flatMap(ScenarioFile::hold),
                file.optionalMap("idle").flatMap(ScenarioFile::idle),
                file.optionalMap("bounds").map(ScenarioFile::bounds).orElse(Bounds.none()),
                file.optionalMap("instead").flatMap(ScenarioFile::instead));
        file.done();
        return scenario;
    }

    private List<String> rows(YamlMap file) {
        Set<String> documents = new TreeSet<>();
        vocabulary.rows().forEach(row -> documents.add(Scenario.document(row)));
        List<String> rows = new ArrayList<>();
        for (YamlValue value : given(file, "rows")) {
            String row = value.text();
            rows.add(row);
            boolean known = vocabulary.isAny()
                    || documents.contains(row)
                    || vocabulary.rows().contains(row);
            if (value.isText() && !known) {
                value.problem(unknownRow(row, documents));
            }
        }
        return rows;
    }

    /** Lists the documents only: there are a hundred rows. */
    private String unknownRow(String row, Set<String> documents) {
        Set<String> all = new TreeSet<>(vocabulary.rows());
        all.addAll(documents);
        return "no document or row '" + row + "' (documents: " + String.join(", ", documents) + ")"
                + DidYouMean.suggestion(row, all);
    }

    private List<String> roles(YamlMap file) {
        List<String> known = vocabulary.roles().stream().sorted().toList();
        return given(file, "roles").stream()
                .map(value -> vocabulary.isAny() ? value.text() : value.known("role", known))
                .toList();
    }

    /** An empty list reads as "none" and would mean "all". */
    private static List<YamlValue> given(YamlMap file, String key) {
        List<YamlValue> values = file.optionalOneOrMany(key);
        if (values.isEmpty() && file.has(key)) {
            file.problem(key, "nothing is given; leave the key out for all");
        }
        return values;
    }

    private static Undocumented undocumented(YamlMap file) {
        return file.optionalMap("deny")
                .map(deny -> {
                    String word = deny.oneOf("undocumented", "none", "neighbours", "every");
                    deny.done();
                    return constant(Undocumented.class, word, Undocumented.NEIGHBOURS);
                })
                .orElse(Undocumented.NEIGHBOURS);
    }

    private static MediaPorts mediaPorts(YamlMap file) {
        return file.optionalMap("media")
                .map(media -> {
                    String word = media.oneOf("ports", "sample", "every");
                    media.done();
                    return constant(MediaPorts.class, word, MediaPorts.SAMPLE);
                })
                .orElse(MediaPorts.SAMPLE);
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String word, E otherwise) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(word)) {
                return constant;
            }
        }
        return otherwise;
    }

    private static Optional<Hold> hold(YamlMap map) {
        Optional<Duration> time = map.read("for", Quantity::duration);
        long bytes = map.optionalRead("bytes", Quantity::bytes).orElse(DEFAULT_BYTES);
        map.done();
        return time.map(given -> new Hold(given, bytes));
    }

    private static Optional<Instead> instead(YamlMap map) {
        String exchange = map.text("exchange");
        List<Instead.At> ports = new ArrayList<>();
        for (YamlValue value : map.oneOrMany("ports")) {
            value.read(Instead.At::parse).ifPresent(ports::add);
        }
        if (!exchange.isEmpty() && !exchange.matches("[a-z]+/[a-z-]+")) {
            map.problem("exchange", "'" + exchange + "' is no exchange; write protocol/conversation, as in sip/alg");
            exchange = "";
        }
        map.done();
        return exchange.isEmpty() ? Optional.empty() : Optional.of(new Instead(exchange, ports));
    }

    private static Optional<Duration> idle(YamlMap map) {
        Optional<Duration> upTo = map.read("up-to", Quantity::duration);
        map.done();
        return upTo;
    }

    private static Bounds bounds(YamlMap map) {
        Bounds bounds = new Bounds(
                map.optionalRead("loss", Quantity::share),
                map.optionalRead("delay", Quantity::duration),
                map.optionalRead("jitter", Quantity::duration));
        map.done();
        return bounds;
    }
}
