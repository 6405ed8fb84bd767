package dev.sallyport.report;

import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Evidence;
import dev.sallyport.check.Evidence.Astray;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Plan.PlannedRow;
import dev.sallyport.check.Status;
import dev.sallyport.check.TlsSeen;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.json.ReportFile;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The run of {@code sample-report.json}, in which something of everything was found, and variants of it. */
record SampleRun(RunResult run) {

    static SampleRun read() {
        try (var in = SampleRun.class.getResourceAsStream("/sample-report.json")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new SampleRun(ReportFile.read("sample-report.json", text).run());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    RunResult only(Predicate<CheckResult> wanted) {
        return with(run.checks().stream().filter(wanted).toList(), run.interrupted());
    }

    RunResult passedOnly() {
        return only(result -> result.finding().status() == Status.PASSED);
    }

    RunResult interrupted() {
        return with(run.checks(), true);
    }

    RunResult with(List<CheckResult> checks, boolean interrupted) {
        return new RunResult(
                run.lab(), run.scenarios(), run.startedAt(), run.millis(), checks, run.rows(), interrupted);
    }

    /** Returns the run with every text in it changed; what Sallyport itself words stays. */
    RunResult saying(UnaryOperator<String> change) {
        return new Retold(change).run(run);
    }

    private record Retold(UnaryOperator<String> change) {

        RunResult run(RunResult run) {
            return new RunResult(
                    change.apply(run.lab()),
                    all(run.scenarios()),
                    run.startedAt(),
                    run.millis(),
                    run.checks().stream().map(this::result).toList(),
                    run.rows().stream()
                            .map(row -> new PlannedRow(change.apply(row.id()), change.apply(row.why())))
                            .toList(),
                    run.interrupted());
        }

        private List<String> all(List<String> texts) {
            return texts.stream().map(change).toList();
        }

        private CheckResult result(CheckResult result) {
            Finding finding = result.finding();
            return new CheckResult(
                    check(result.check()),
                    new Finding(
                            finding.status(),
                            finding.verdict(),
                            finding.stage(),
                            how(finding.how()),
                            change.apply(finding.reason()),
                            List.of(change.apply("the host firewall of fe1")),
                            finding.ports()),
                    result.evidence().stream().map(this::evidence).toList());
        }

        private How how(How how) {
            return new How(change.apply(how.text()));
        }

        private Check check(Check check) {
            Flow flow = check.flow();
            return new Check(
                    change.apply(check.id()),
                    all(check.rows()),
                    check.expect(),
                    check.optional(),
                    new Flow(
                            party(flow.from()),
                            party(flow.to()),
                            flow.transport(),
                            flow.ports(),
                            flow.sourcePorts(),
                            change.apply(flow.protocol()),
                            flow.security()),
                    check.ports(),
                    change.apply(check.exchange()),
                    check.spoken(),
                    check.callsBack(),
                    check.source(),
                    all(check.firewalls()));
        }

        private Party party(Party party) {
            return new Party(
                    change.apply(party.host()),
                    change.apply(party.role()),
                    change.apply(party.network()),
                    change.apply(party.zone()),
                    party.address(),
                    party.dialled(),
                    change.apply(party.fqdn()),
                    change.apply(party.domain()));
        }

        private Evidence evidence(Evidence evidence) {
            Evidence.FarEnd far = evidence.far();
            return new Evidence(
                    Optional.of(change.apply("near trouble")),
                    evidence.meetings().stream().map(this::meeting).toList(),
                    new Evidence.FarEnd(
                            far.reported(),
                            far.listening().map(this::listening),
                            Optional.of(change.apply("far trouble")),
                            far.shown()));
        }

        private Meeting meeting(Meeting meeting) {
            return new Meeting(
                    contact(meeting.near()),
                    meeting.far().map(this::contact),
                    meeting.astray().map(astray -> new Astray(change.apply(astray.host()), contact(astray.contact()))),
                    Optional.of(change.apply("ambiguous")));
        }

        private Listening listening(Listening listening) {
            Endpoint endpoint = listening.endpoint();
            return new Listening(
                    new Endpoint(
                            endpoint.address(),
                            endpoint.port(),
                            endpoint.transport(),
                            endpoint.security(),
                            Set.of(change.apply("sip"))),
                    listening.problem().map(change),
                    listening.certificate().map(change));
        }

        private Contact contact(Contact contact) {
            Ending ending = contact.ending();
            return new Contact(
                    contact.at(),
                    contact.local(),
                    contact.remote(),
                    all(contact.nonces()),
                    new Ending(ending.stage(), how(ending.how()), change.apply(ending.detail())),
                    new Traffic(contact.sent().bytes(), change.apply("sent"), false),
                    new Traffic(contact.received().bytes(), change.apply("received"), false),
                    Optional.of(tls()),
                    contact.calledBack()
                            .map(back -> new Ending(back.stage(), how(back.how()), change.apply(back.detail()))),
                    contact.millis());
        }

        private TlsSeen tls() {
            return new TlsSeen(
                    change.apply("version"),
                    change.apply("cipher"),
                    change.apply("client"),
                    change.apply("server"),
                    false,
                    Optional.of(change.apply("own")),
                    Optional.of(change.apply("peer")),
                    Optional.of(change.apply("refusal")));
        }
    }
}
