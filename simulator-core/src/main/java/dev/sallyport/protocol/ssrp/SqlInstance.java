package dev.sallyport.protocol.ssrp;

import dev.sallyport.exchange.MalformedMessageException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * An instance of SQL Server as its browser describes it (MC-SQLR §2.2.5); no part contains a semicolon.
 *
 * @param server the server's name, {@code FE1}
 * @param name {@code RTCLOCAL}
 * @param version {@code 11.0.3000.0}
 * @param ways how it is reached, word by word as they stand there: {@code tcp}, {@code 49701}; none of them empty
 */
public record SqlInstance(String server, String name, boolean clustered, String version, List<String> ways) {

    private static final int LONGEST_NAME = 32;

    /** Keeps its own copy, and refuses what would be read otherwise than it was written. */
    public SqlInstance {
        ways = List.copyOf(ways);
        List<String> parts = new ArrayList<>(List.of(server, name, version));
        parts.addAll(ways);
        if (parts.stream().anyMatch(part -> part.isEmpty() || part.matches("(?s).*[;\0\\x{100}-\\x{10ffff}].*"))) {
            throw new IllegalArgumentException(
                    "instance " + parts + ": a part is empty, or has a character that SSRP cannot carry");
        }
    }

    static void requireName(String instance) {
        if (instance.length() > LONGEST_NAME || instance.matches("(?s).*[\0\\x{100}-\\x{10ffff}].*")) {
            throw new IllegalArgumentException("instance name '" + instance
                    + "': at most 32 characters of ISO 8859-1, none zero (MC-SQLR §2.2.3)");
        }
    }

    /** Returns the description, with the two semicolons that end it. */
    String text() {
        List<String> words = new ArrayList<>(
                List.of("ServerName", server, "InstanceName", name, "IsClustered", clustered ? "Yes" : "No"));
        words.addAll(List.of("Version", version));
        words.addAll(ways);
        return String.join(";", words) + ";;";
    }

    /** Reads descriptions, each ended by an empty word. */
    static List<SqlInstance> readAll(String text) throws MalformedMessageException {
        List<SqlInstance> instances = new ArrayList<>();
        Iterator<String> words = List.of(text.split(";", -1)).iterator();
        while (words.hasNext()) {
            String first = words.next();
            if (first.isEmpty() && !words.hasNext()) {
                return instances;
            }
            instances.add(read(first, words));
        }
        throw new MalformedMessageException("RESP_DATA", "no semicolon ends it");
    }

    private static SqlInstance read(String first, Iterator<String> words) throws MalformedMessageException {
        require("ServerName", first);
        String server = next(words);
        require("InstanceName", next(words));
        String name = next(words);
        require("IsClustered", next(words));
        boolean clustered = yesOrNo(next(words));
        require("Version", next(words));
        String version = next(words);
        List<String> ways = new ArrayList<>();
        for (String word = any(words); !word.isEmpty(); word = any(words)) {
            ways.add(word);
        }
        try {
            return new SqlInstance(server, name, clustered, version, ways);
        } catch (IllegalArgumentException e) {
            throw new MalformedMessageException("RESP_DATA", e.getMessage());
        }
    }

    private static boolean yesOrNo(String word) throws MalformedMessageException {
        if (!word.equals("Yes") && !word.equals("No")) {
            throw new MalformedMessageException("RESP_DATA", "IsClustered is '" + word + "', neither Yes nor No");
        }
        return word.equals("Yes");
    }

    private static String any(Iterator<String> words) throws MalformedMessageException {
        if (!words.hasNext()) {
            throw new MalformedMessageException("RESP_DATA", "it ends in the midst of an instance");
        }
        return words.next();
    }

    private static String next(Iterator<String> words) throws MalformedMessageException {
        String word = any(words);
        if (word.isEmpty()) {
            throw new MalformedMessageException("RESP_DATA", "a value is empty");
        }
        return word;
    }

    private static void require(String expected, String word) throws MalformedMessageException {
        if (!word.equals(expected)) {
            throw new MalformedMessageException("RESP_DATA", "'" + word + "' stands where " + expected + " must");
        }
    }
}
