package dev.sallyport.report;

import dev.sallyport.check.Contact;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Finding.PortFinding;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.check.Traffic;
import dev.sallyport.check.Verdict;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.StreamSeen;
import dev.sallyport.json.AddressText;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The wording that terminal, JUnit XML and HTML share. */
final class Words {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final double SECOND = 1000;

    private Words() {}

    /** Returns when something was, in UTC: {@code 2026-11-20 12:00:00.012}. */
    static String time(TemporalAccessor at) {
        return TIME.format(at);
    }

    /** Returns when something was to the second, in UTC: {@code 2026-11-20 12:00:00}. */
    static String second(TemporalAccessor at) {
        return time(at).replaceFirst("\\.\\d+$", "");
    }

    /** Returns the time of day of something, in UTC: {@code 12:00:00}. */
    static String clock(TemporalAccessor at) {
        return second(at).substring("2026-11-20 ".length());
    }

    /** Returns {@code 1 check} or {@code 2 checks}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns how long something took, {@code 4.2 s} or {@code 31 ms}. */
    static String took(double millis) {
        return millis >= SECOND
                ? String.format(Locale.ROOT, "%.1f s", millis / SECOND)
                : String.format(Locale.ROOT, "%.0f ms", millis);
    }

    /** Returns how a finding came about, {@code request-lost at connect (silence)}. */
    static String finding(Finding finding) {
        return finding.verdict() == Verdict.OPEN || finding.verdict() == Verdict.NOT_MEASURED
                ? finding.verdict().text()
                : finding.verdict().text() + " at " + finding.stage().text() + " ("
                        + finding.how().text() + ")";
    }

    /** Returns how a contact ended, {@code connect: silence (opening the connection)}. */
    static String ending(Contact contact) {
        return ending(contact.ending())
                + contact.calledBack()
                        .map(back -> "; calling back, " + ending(back))
                        .orElse("")
                + contact.onward()
                        .map(onward ->
                                "; passed on to " + AddressText.write(onward.remote()) + ", " + ending(onward.ending()))
                        .orElse("")
                + contact.limit()
                        .map(bytes -> "; kept to IP packets of " + bytes + " bytes")
                        .orElse("")
                + contact.silence()
                        .map(how -> "; silent for " + how.age().toMillis() + " ms until the "
                                + (how.farFirst() ? "far" : "near") + " end was to speak")
                        .orElse("");
    }

    private static String ending(Ending ending) {
        return ending.stage().text() + ": " + ending.how().text()
                + (ending.detail().isEmpty() ? "" : " (" + ending.detail() + ")");
    }

    /** Returns what was found of neighbouring ports, {@code 50002: request-lost}. */
    static String ports(PortFinding found) {
        String tried = found.ports().size() == found.tried() ? "" : " (" + found.tried() + " tried)";
        return found.ports() + tried + ": " + found.verdict().text();
    }

    /** Returns bytes with the beginning of their digest. */
    static String traffic(Traffic traffic) {
        return count(traffic.bytes(), "byte")
                + (traffic.digest().isEmpty() ? "" : " (SHA-256 " + shortened(traffic.digest()) + ")");
    }

    /** Returns what an end saw of TLS and of media, one fact a line. */
    static List<String> facts(Contact contact) {
        List<String> facts = new ArrayList<>();
        contact.tls().ifPresent(tls -> tls(facts, tls));
        contact.stream().ifPresent(stream -> media(facts, stream));
        return facts;
    }

    private static void media(List<String> facts, StreamSeen seen) {
        add(
                facts,
                "media",
                count(seen.received(), "packet") + " received, " + lostWithJitter(seen.lost(), seen.jitterMillis()));
        seen.told()
                .ifPresent(told -> add(
                        facts,
                        "media sent, as the other end reports",
                        lostWithJitter(told.lost(), told.jitterMillis())));
    }

    private static String lostWithJitter(int lost, double jitterMillis) {
        return String.format(Locale.ROOT, "%d lost, jitter %.1f ms", lost, jitterMillis);
    }

    private static void tls(List<String> facts, TlsSeen tls) {
        add(facts, "TLS", (tls.version() + " " + tls.cipher()).strip());
        add(facts, "own certificate", tls.own().orElse(""));
        add(facts, "peer's certificate", tls.peer().orElse(""));
        add(facts, "client random", tls.clientRandom());
        add(facts, "server random", tls.serverRandom());
        add(facts, "refused the handshake itself", tls.refusal().orElse(""));
    }

    private static void add(List<String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(name + " " + value);
        }
    }

    private static String shortened(String digest) {
        return digest.length() > 12 ? digest.substring(0, 12) + "…" : digest;
    }
}
