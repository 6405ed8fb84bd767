package dev.sallyport.testkit.firewall;

import dev.sallyport.testkit.machine.Programs;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An nftables firewall of a {@link NamespaceLab}: it tracks connections and lets everything pass, but for what a loaded
 * rule base keeps back, and for the faults applied to it.
 *
 * <p>Every change makes it forget all connections (each generation of rules tracks in a conntrack zone of its own, which
 * needs no tool and cannot miss an entry). So what a rule does is certain for flows that begin after the change; of one
 * already open, the next packet decides which of its ends counts as the initiator.
 */
public final class Firewall {
    private static final String TABLE = "inet sallyport";
    private static final Pattern PACKETS = Pattern.compile("packets (\\d+)");

    private static final Pattern TABLES = Pattern.compile("^table (\\w+ \\w+) \\{", Pattern.MULTILINE);

    private final List<String> inside;
    private final Set<String> loaded = new LinkedHashSet<>();
    private final Set<AppliedFault> applied = new LinkedHashSet<>();
    private int generation;
    private int faults;

    Firewall(List<String> inside) {
        this.inside = inside;
    }

    /** Puts a fault to work; several may be at work at once, the earlier one first. */
    public AppliedFault apply(Fault fault) {
        return apply(List.of(fault)).get(0);
    }

    /** Puts several faults to work in one change, and returns them in their order. */
    public synchronized List<AppliedFault> apply(List<? extends Fault> together) {
        List<AppliedFault> next = together.stream()
                .map(fault -> new AppliedFault(this, fault, "fault" + ++faults))
                .toList();
        change(next.stream().flatMap(Firewall::addition).toList());
        applied.addAll(next);
        return next;
    }

    /** Removes all faults: the state a lab starts in. */
    public synchronized void allowEverything() {
        change(applied.stream().flatMap(Firewall::removal).toList());
        applied.clear();
    }

    /**
     * Replaces all rules of the site's own, which nftables reads as they stand; faults come on top of them. A lab starts
     * without any, so that everything passes.
     *
     * @param rules a file of nftables' language, about tables of other names than Sallyport's own
     */
    public synchronized void load(String rules) {
        List<String> commands = new ArrayList<>();
        loaded.forEach(table -> commands.add("delete table " + table));
        commands.addAll(List.of(rules.split("\n")));
        change(commands);
        loaded.clear();
        TABLES.matcher(rules).results().forEach(table -> loaded.add(table.group(1)));
    }

    /** The rules and counters as {@code nft list ruleset} prints them, for the message of a failing test. */
    public String rules() {
        return nft("", "list the firewall's rules", "list", "ruleset").out();
    }

    synchronized void open() {
        change(List.of(
                "add chain " + TABLE + " forward { type filter hook forward priority 0; policy accept; }",
                "add rule " + TABLE + " forward ct state established,related,new accept"));
    }

    synchronized void withdraw(AppliedFault fault) {
        if (applied.remove(fault)) {
            change(removal(fault).toList());
        }
    }

    synchronized long packets(AppliedFault fault) {
        if (!applied.contains(fault)) {
            throw new IllegalStateException("cannot read the counter of " + fault + ": it is removed; read it before");
        }
        String[] words = ("list counter " + TABLE + " " + fault.name()).split(" ");
        String out = nft("", "read the counter of " + fault, words).out();
        Matcher packets = PACKETS.matcher(out);
        if (!packets.find()) {
            throw new IllegalStateException("the counter of " + fault + " says no number of packets: " + out);
        }
        return Long.parseLong(packets.group(1));
    }

    /** A chain a fault: it can be removed by name. */
    private static Stream<String> addition(AppliedFault applied) {
        String name = TABLE + " " + applied.name();
        Fault fault = applied.fault();
        Stream<String> objects = fault.objects().entrySet().stream()
                .map(object -> "add " + object.getKey() + " " + name + " { " + object.getValue() + " }");
        Stream<String> rules = fault.rules(applied.name()).stream().map(rule -> "add rule " + name + " " + rule);
        return Stream.of(
                        Stream.of(
                                "add counter " + name,
                                "add chain " + name + " { " + fault.hook() + "; policy accept; }"),
                        objects,
                        rules)
                .flatMap(commands -> commands);
    }

    private static Stream<String> removal(AppliedFault applied) {
        String name = TABLE + " " + applied.name();
        return Stream.concat(
                Stream.of("flush chain " + name, "delete chain " + name, "delete counter " + name),
                applied.fault().objects().keySet().stream().map(kind -> "delete " + kind + " " + name));
    }

    /** All at once or not at all: nft takes its standard input as one transaction. */
    private void change(List<String> commands) {
        List<String> all = new ArrayList<>(List.of(
                "add table " + TABLE,
                "add chain " + TABLE + " generation { type filter hook prerouting priority -300; policy accept; }",
                "flush chain " + TABLE + " generation",
                "add rule " + TABLE + " generation ct zone set " + ++generation,
                // What a box here says itself belongs to the same flows: without this a redirect finds no way back.
                "add chain " + TABLE + " own { type filter hook output priority -300; policy accept; }",
                "flush chain " + TABLE + " own",
                "add rule " + TABLE + " own ct zone set " + generation));
        all.addAll(commands);
        String rules = String.join("\n", all) + "\n";
        nft(rules, "change the firewall to\n" + rules, "-f", "-");
    }

    private CommandResult nft(String input, String purpose, String... arguments) {
        List<String> words = new ArrayList<>(inside);
        words.add(Programs.path("nft"));
        words.addAll(List.of(arguments));
        return Command.system(input, words.toArray(String[]::new)).succeed(purpose);
    }
}
