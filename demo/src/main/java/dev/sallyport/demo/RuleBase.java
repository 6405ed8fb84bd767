package dev.sallyport.demo;

import dev.sallyport.demo.Fault.Edit;
import java.util.ArrayList;
import java.util.List;

/**
 * The rules of the demo's firewall, line by line, as {@code nft -f} reads them; what a line is for stands behind a hash
 * sign.
 */
public record RuleBase(List<String> lines) {

    private static final String INDENT = "    ";

    /** Keeps its own copy. */
    public RuleBase {
        lines = List.copyOf(lines);
    }

    /** Returns the rules that let everything documented through, and nothing else. */
    public static RuleBase faultless() {
        return new RuleBase(DemoFiles.rules().lines().toList());
    }

    /** Returns these rules with faults in them; each changed line says which. */
    public RuleBase with(List<Fault> faults) {
        RuleBase planted = this;
        for (Fault fault : faults) {
            for (Edit edit : fault.edits()) {
                planted = planted.with(edit, fault.name());
            }
        }
        return planted;
    }

    private RuleBase with(Edit edit, String fault) {
        int at = only(edit.rule());
        String original = lines.get(at);
        List<String> edited = new ArrayList<>(lines.subList(0, at));
        if (!edit.by().contains(edit.rule())) {
            edited.add(INDENT + "# " + original.strip() + "  <- taken out: " + fault);
        }
        edit.by().forEach(rule -> edited.add(rule.equals(edit.rule()) ? original : planted(rule, fault)));
        edited.addAll(lines.subList(at + 1, lines.size()));
        return new RuleBase(edited);
    }

    private static String planted(String rule, String fault) {
        return INDENT + rule + "  # <- planted: " + fault;
    }

    private int only(String rule) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (rule(lines.get(i)).equals(rule)) {
                found.add(i);
            }
        }
        if (found.size() != 1) {
            throw new IllegalArgumentException("the rule '" + rule + "' stands " + found.size()
                    + " times in the rule base; a fault edits a rule that stands there once");
        }
        return found.get(0);
    }

    private static String rule(String line) {
        int comment = line.indexOf('#');
        return (comment < 0 ? line : line.substring(0, comment)).strip();
    }

    /** Returns the text for {@code nft -f}. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }
}
