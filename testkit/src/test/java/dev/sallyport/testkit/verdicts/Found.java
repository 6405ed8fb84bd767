package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Contact;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Finding;
import dev.sallyport.run.RunResult.CheckResult;
import dev.sallyport.testkit.firewall.Firewall;

/** A check's result in words, with both observations and the firewall's rules: the message of a failing test. */
final class Found {

    private Found() {}

    static String words(CheckResult result, Firewall firewall) {
        return words(result) + firewall.rules();
    }

    /** The same without the rules, where they have changed since. */
    static String words(CheckResult result) {
        StringBuilder words = new StringBuilder(result.check().id()).append('\n');
        Finding finding = result.finding();
        words.append("  found ").append(finding.verdict().text());
        words.append(", stage ").append(finding.stage().text()).append(", how ").append(finding.how());
        words.append("\n  reason: ").append(finding.reason()).append('\n');
        finding.ports().forEach(ports -> words.append("  ").append(ports).append('\n'));
        result.evidence().forEach(evidence -> describe(evidence, words));
        return words.toString();
    }

    private static void describe(Evidence evidence, StringBuilder words) {
        evidence.near()
                .ifPresent(why -> words.append("  near end: ").append(why).append('\n'));
        words.append("  far end: ").append(evidence.far()).append('\n');
        for (Meeting meeting : evidence.meetings()) {
            words.append("    near ").append(contact(meeting.near())).append('\n');
            words.append("    far  ")
                    .append(meeting.far().map(Found::contact).orElse("saw nothing of it"))
                    .append('\n');
            meeting.astray()
                    .ifPresent(
                            astray -> words.append("    astray ").append(astray).append('\n'));
            meeting.ambiguous()
                    .ifPresent(
                            why -> words.append("    ambiguous: ").append(why).append('\n'));
        }
    }

    private static String contact(Contact contact) {
        return contact.at() + " " + contact.local() + " <> " + contact.remote() + " " + contact.ending() + " sent "
                + contact.sent().bytes() + " received " + contact.received().bytes() + " nonces " + contact.nonces()
                + contact.tls().map(tls -> " " + tls).orElse("")
                + contact.calledBack().map(ending -> " called back: " + ending).orElse("");
    }
}
