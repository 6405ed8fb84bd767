package dev.sallyport.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Opens a YAML 1.2 file whose top level is a map of keys. */
public final class YamlFile {
    private YamlFile() {}

    /** Reads a UTF-8 file; what cannot be read or parsed is a problem and leaves nothing. */
    public static Optional<YamlMap> read(Path file, Problems problems) {
        return text(file, problems).flatMap(text -> parse(file.toString(), text, problems));
    }

    /** Returns the text of a UTF-8 file; what cannot be read is a problem. */
    public static Optional<String> text(Path file, Problems problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException e) {
            problems.add(file.toString(), 0, "", "cannot read the file: " + reason(e));
            return Optional.empty();
        }
    }

    /**
     * Parses the text of a file; a syntax error is a problem and leaves nothing. Duplicate keys anywhere are reported
     * here, so that no reader can forget them.
     *
     * @param file the name that problems carry
     */
    public static Optional<YamlMap> parse(String file, String text, Problems problems) {
        Place top = new Place(file, "", problems);
        try {
            return top(top, documents(text));
        } catch (YamlEngineException e) {
            SyntaxError.of(e, text).report(top);
        } catch (StackOverflowError e) {
            top.problem(0, "not readable: lists or maps are nested too deeply");
        }
        return Optional.empty();
    }

    private static List<Node> documents(String text) {
        LoadSettings settings = LoadSettings.builder()
                .setAllowNonScalarKeys(true)
                .setUseMarks(true)
                .build();
        List<Node> documents = new ArrayList<>();
        new Compose(settings).composeAllFromString(text).forEach(documents::add);
        return documents;
    }

    private static Optional<YamlMap> top(Place top, List<Node> documents) {
        if (documents.isEmpty()) {
            top.problem(0, "the file is empty; expected a map of keys");
            return Optional.empty();
        }
        if (documents.size() > 1) {
            top.problem(YamlValue.line(documents.get(1)), "a second document begins here; expected one a file");
        }
        Node node = documents.get(0);
        new Strictness().visit(node, top);
        YamlValue value = new YamlValue(node, YamlValue.line(node), top);
        YamlMap map = value.map();
        return value.isMap() ? Optional.of(map) : Optional.empty();
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is none of this name";
        }
        return e instanceof CharacterCodingException ? "it is not UTF-8 text" : e.toString();
    }
}
