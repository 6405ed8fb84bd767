package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.check.Verdict;
import dev.sallyport.flow.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A firewall's rules as the administrator's file has them; each rule's {@code comment} says what fails without it, in
 * the words that {@code golden/README.md} explains.
 *
 * @param firewall the firewall's name in the lab file
 */
record RuleBase(String firewall, List<String> lines) {

    private static final Pattern COMMENT = Pattern.compile(".* comment \"([^\"]+)\"");

    /** Which checks a rule's comment names by a row. */
    enum Way {
        /** Those between zones. */
        BETWEEN(""),
        /** Those within a zone. */
        WITHIN("within: "),
        /** Those between zones whose far end calls back. */
        BACK("back: ");

        private final String prefix;

        Way(String prefix) {
            this.prefix = prefix;
        }

        private boolean covers(Check check) {
            boolean within = check.flow().from().zone().equals(check.flow().to().zone());
            return within == (this == WITHIN) && (this != BACK || check.callsBack());
        }
    }

    /** A row that a rule's comment names. */
    record Named(Way way, String row) {
        static Named parse(String word) {
            for (Way way : List.of(Way.WITHIN, Way.BACK)) {
                if (word.startsWith(way.prefix)) {
                    return new Named(way, word.substring(way.prefix.length()));
                }
            }
            return new Named(Way.BETWEEN, word);
        }

        boolean back() {
            return way == Way.BACK;
        }

        boolean covers(Check check) {
            return check.rows().contains(row) && way.covers(check);
        }
    }

    /**
     * A rule with a comment.
     *
     * @param line where it stands in the file, from 0
     */
    record Rule(RuleBase base, int line, List<Named> named) {

        /** Tells whether the check needs the rule. */
        boolean carries(Check check) {
            return check.firewalls().contains(base.firewall) && named.stream().anyMatch(each -> each.covers(check));
        }

        /** What a check may be found to be without the rule. */
        Set<Verdict> without(Check check) {
            if (!carries(check)) {
                return EnumSet.of(Verdict.OPEN);
            }
            if (text().contains(" snat to ")) {
                return withoutSource(check);
            }
            boolean onlyBack = named.stream().filter(each -> each.covers(check)).allMatch(Named::back);
            if (onlyBack) {
                return EnumSet.of(Verdict.REPLY_LOST);
            }
            // What is not translated has no way through the firewall, which may say so.
            return text().contains(" dnat to ")
                    ? EnumSet.of(Verdict.REQUEST_LOST, Verdict.REJECTED)
                    : EnumSet.of(Verdict.REQUEST_LOST);
        }

        /** A neighbour that sees a neighbour answers past the firewall, so that TCP never opens and leaves no trace. */
        private static Set<Verdict> withoutSource(Check check) {
            return Way.WITHIN.covers(check) && check.flow().transport() == Transport.TCP
                    ? EnumSet.of(Verdict.REPLY_LOST, Verdict.REQUEST_LOST)
                    : EnumSet.of(Verdict.TRANSLATED);
        }

        String text() {
            return base.lines.get(line).strip();
        }

        @Override
        public String toString() {
            return base.firewall + ":" + (line + 1) + " " + text();
        }
    }

    static RuleBase read(String folder, String firewall) {
        String file = "golden/" + folder + "/" + firewall + ".nft";
        try (InputStream in = RuleBase.class.getResourceAsStream(file)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new RuleBase(firewall, text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException("could not read " + file, e);
        }
    }

    /** Its rules with a comment, in the order of the file. */
    List<Rule> rules() {
        List<Rule> rules = new ArrayList<>();
        for (int line = 0; line < lines.size(); line++) {
            Matcher comment = COMMENT.matcher(lines.get(line));
            if (comment.matches()) {
                List<Named> named = List.of(comment.group(1).split(", ")).stream()
                        .map(Named::parse)
                        .toList();
                rules.add(new Rule(this, line, named));
            }
        }
        return rules;
    }

    /** Every row that a comment names. */
    Set<String> rows() {
        Set<String> rows = new HashSet<>();
        rules().forEach(rule -> rule.named().forEach(named -> rows.add(named.row())));
        return rows;
    }

    /** The whole file. */
    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The file without the rule. */
    String textWithout(Rule rule) {
        List<String> left = new ArrayList<>(lines);
        left.set(rule.line(), "");
        return String.join("\n", left) + "\n";
    }
}
