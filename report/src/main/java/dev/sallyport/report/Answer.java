package dev.sallyport.report;

import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Denial;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Status;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.run.RunResult.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One check as the answer to a question on a terminal: the question once, then a few lines for each time it was asked. */
public final class Answer {

    private static final int INDENT = 10;
    private static final String RED = "31";
    private static final String YELLOW = "33";
    private static final String GREEN = "32";

    private final int width;
    private final boolean colour;

    /**
     * Prepares answers for a terminal.
     *
     * @param width how many characters a line may have
     * @param colour whether to mark statuses by ANSI colours
     */
    public Answer(int width, boolean colour) {
        this.width = width;
        this.colour = colour;
    }

    /** Returns what is asked: the flow, what is expected of it and why, and what decides it. */
    public static String question(Check check) {
        List<String> words = new ArrayList<>();
        words.add(check.id());
        words.add("expected to " + check.expect().text() + why(check));
        words.add(check.exchange() + " over " + check.flow().transport().text() + ", security "
                + check.flow().security().text());
        if (!check.firewalls().isEmpty()) {
            words.add("through " + String.join(", ", check.firewalls()));
        }
        return String.join(" · ", words) + "\n";
    }

    private static String why(Check check) {
        if (!check.rows().isEmpty()) {
            return " by " + String.join(" ", check.rows());
        }
        return check.denial()
                .map(Denial::beside)
                .map(beside -> beside.isEmpty() ? ", since nothing allows it" : ", beside " + beside)
                .orElse(", though no row asks for it");
    }

    /** Returns how an attempt ended, as it ends: each stage that it passed, then where and how it stopped. */
    public static String attempt(Check check, Contact near) {
        StringBuilder stages = new StringBuilder();
        for (Stage stage : Stage.values()) {
            if (stage.compareTo(near.ending().stage()) < 0 && isOf(check, stage)) {
                stages.append(stage.text()).append(" ok, ");
            }
        }
        return Words.clock(near.at()) + "  " + Sides.address(near.local()) + " > " + Sides.address(near.remote()) + "  "
                + stages + near.ending().stage().text() + " "
                + near.ending().how().text() + ", "
                + Words.took(near.millis()) + "\n";
    }

    /** Tells whether a flow passes a stage that is worth telling: UDP opens nothing, and a name was found by both. */
    private static boolean isOf(Check check, Stage stage) {
        return switch (stage) {
            case RESOLVE -> false;
            case CONNECT -> check.flow().transport() == Transport.TCP;
            case TLS -> check.flow().security() != Security.NONE;
            default -> true;
        };
    }

    /** Returns what was found. */
    public String of(CheckResult result) {
        Finding finding = result.finding();
        StringBuilder text = new StringBuilder();
        text.append(" ".repeat(INDENT))
                .append(marked(finding.status().text() + ": " + Words.finding(finding), finding.status()))
                .append('\n');
        line(text, finding.reason());
        line(text, seen(result));
        finding.notExcluded().forEach(open -> line(text, "not excluded: " + open));
        return text.toString();
    }

    private static String seen(CheckResult result) {
        String who = result.check().flow().to().label();
        List<Meeting> meetings = result.evidence().stream()
                .map(Evidence::meetings)
                .flatMap(List::stream)
                .toList();
        String sources = meetings.stream()
                .flatMap(meeting -> meeting.dialled().stream())
                .map(Contact::remote)
                .map(Sides::address)
                .distinct()
                .collect(Collectors.joining(", "));
        return sources.isEmpty() ? who + " saw nothing" : who + " saw it come from " + sources;
    }

    private void line(StringBuilder text, String words) {
        TerminalText.wrap(words, width - INDENT).forEach(line -> text.append(" ".repeat(INDENT))
                .append(line.replace('\u00a0', ' '))
                .append('\n'));
    }

    private String marked(String text, Status status) {
        String tone =
                switch (status) {
                    case PASSED -> GREEN;
                    case FAILED -> RED;
                    case INCONCLUSIVE -> YELLOW;
                };
        return colour ? "\u001b[" + tone + "m" + text + "\u001b[0m" : text;
    }
}
