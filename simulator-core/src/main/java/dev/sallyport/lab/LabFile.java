package dev.sallyport.lab;

import dev.sallyport.yaml.Problems;
import dev.sallyport.yaml.YamlFile;
import dev.sallyport.yaml.YamlMap;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads a lab file: a lab, or every problem of the file. */
public final class LabFile {
    /** The catalogue of a lab that names none. */
    public static final String DEFAULT_CATALOG = "lync-server-2013";

    private static final int DIGEST_LENGTH = 16;

    private LabFile() {}

    /**
     * Reads a file.
     *
     * @throws dev.sallyport.yaml.InvalidFileException with every problem
     */
    public static Lab read(Path file, Vocabulary vocabulary) {
        Problems problems = new Problems();
        Optional<Lab> lab = read(file, catalog -> vocabulary, problems);
        problems.throwIfAny();
        return lab.orElseThrow();
    }

    /**
     * Reads a file whose words depend on the catalogue it names.
     *
     * @param vocabulary gives the words of a catalogue; an {@link IllegalArgumentException} is a problem of the
     *     {@code catalog} key
     * @return nothing where a problem was found
     */
    public static Optional<Lab> read(Path file, Function<String, Vocabulary> vocabulary, Problems problems) {
        return YamlFile.text(file, problems).flatMap(text -> parse(file.toString(), text, vocabulary, problems));
    }

    /**
     * Reads the text of a file.
     *
     * @param file the name that problems carry
     * @throws dev.sallyport.yaml.InvalidFileException with every problem
     */
    public static Lab parse(String file, String text, Vocabulary vocabulary) {
        Problems problems = new Problems();
        Optional<Lab> lab = parse(file, text, catalog -> vocabulary, problems);
        problems.throwIfAny();
        return lab.orElseThrow();
    }

    /** Reads the text of a file; see {@link #read(Path, Function, Problems)}. */
    public static Optional<Lab> parse(
            String file, String text, Function<String, Vocabulary> vocabulary, Problems problems) {
        Problems found = new Problems();
        Optional<Lab> lab = YamlFile.parse(file, text, found).map(map -> lab(map, vocabulary, digest(text)));
        problems.addAll(found);
        return found.isEmpty() ? lab : Optional.empty();
    }

    /** Identifies the text of a file; a checkout with other line ends is the same file. */
    static String digest(String text) {
        try {
            byte[] bytes = text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Lab lab(YamlMap file, Function<String, Vocabulary> vocabularies, String digest) {
        String name = file.text("lab");
        String domain = file.read("domain", DnsName::dotted).orElse("invalid");
        String catalog = file.optionalText("catalog").orElse(DEFAULT_CATALOG);
        Vocabulary vocabulary = file.has("catalog")
                ? file.read("catalog", vocabularies).orElse(Vocabulary.any())
                : vocabularies.apply(catalog);
        AddressBook addresses = new AddressBook();
        Zones zones = Zones.read(file);
        List<Host> hosts = new HostsReader(domain, zones, vocabulary, addresses).read(file);
        List<Firewall> firewalls = new FirewallsReader(zones, addresses).read(file);
        List<Permit> permits = new PermitsReader(hosts).read(file);
        RowSettings rows = RowSettings.read(file, vocabulary);
        boolean exact =
                file.optionalOneOf("sources", "zone", "exact").orElse("zone").equals("exact");
        file.done();
        return new Lab(
                name,
                domain,
                catalog,
                zones.all(),
                firewalls,
                hosts,
                permits,
                rows.ignore(),
                rows.optional(),
                rows.exclude(),
                rows.ports(),
                rows.readings(),
                exact,
                digest);
    }
}
