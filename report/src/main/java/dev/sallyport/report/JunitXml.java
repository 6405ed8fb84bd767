package dev.sallyport.report;

import dev.sallyport.check.Contact;
import dev.sallyport.check.Evidence.Meeting;
import dev.sallyport.check.Finding;
import dev.sallyport.check.Status;
import dev.sallyport.report.Sides.Side;
import dev.sallyport.run.RunResult;
import dev.sallyport.run.RunResult.CheckResult;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A run as JUnit XML, as build servers read it: a suite a document, a case a check; failed is a failure, inconclusive
 * an error, both with the reason and what both ends observed.
 */
public final class JunitXml {

    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final RunResult run;
    private final XMLStreamWriter xml;

    private JunitXml(RunResult run, XMLStreamWriter xml) {
        this.run = run;
        this.xml = xml;
    }

    /** Returns the file's text. */
    public static String of(RunResult run) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitXml(run, xml).document();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the run could not be written as JUnit XML: " + e.getMessage(), e);
        }
        return text.toString();
    }

    private void document() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        attribute("name", "sallyport " + run.lab());
        counts(run.checks());
        attribute("time", seconds(run.millis()));
        for (var document : Documents.checks(run).entrySet()) {
            suite(document.getKey(), document.getValue());
        }
        line();
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private void suite(String document, List<CheckResult> checks) throws XMLStreamException {
        line();
        xml.writeStartElement("testsuite");
        attribute("name", document);
        counts(checks);
        attribute("skipped", "0");
        attribute("time", seconds(checks.stream().mapToDouble(JunitXml::millis).sum()));
        attribute("timestamp", SECONDS.format(run.startedAt()));
        for (CheckResult check : checks) {
            testcase(document, check);
        }
        line();
        xml.writeEndElement();
    }

    private void counts(List<CheckResult> checks) throws XMLStreamException {
        attribute("tests", Integer.toString(checks.size()));
        attribute("failures", count(checks, Status.FAILED));
        attribute("errors", count(checks, Status.INCONCLUSIVE));
    }

    private static String count(List<CheckResult> checks, Status status) {
        return Long.toString(checks.stream()
                .filter(check -> check.finding().status() == status)
                .count());
    }

    private void testcase(String document, CheckResult result) throws XMLStreamException {
        line();
        xml.writeStartElement("testcase");
        attribute("name", result.check().id());
        attribute("classname", run.lab() + "." + document);
        attribute("time", seconds(millis(result)));
        if (result.finding().status() != Status.PASSED) {
            problem(result);
        }
        xml.writeEndElement();
    }

    private void problem(CheckResult result) throws XMLStreamException {
        Finding finding = result.finding();
        line();
        xml.writeStartElement(finding.status() == Status.FAILED ? "failure" : "error");
        attribute("type", finding.verdict().text());
        attribute("message", finding.reason());
        xml.writeCharacters(XmlText.legal(text(result)));
        xml.writeEndElement();
        line();
    }

    private String text(CheckResult result) {
        Finding finding = result.finding();
        StringBuilder text = new StringBuilder();
        text.append('\n').append(finding.reason()).append('\n');
        text.append("expected to ").append(result.check().expect().text());
        text.append(", found ").append(Words.finding(finding)).append('\n');
        finding.ports()
                .forEach(ports ->
                        text.append("ports ").append(Words.ports(ports)).append('\n'));
        finding.notExcluded()
                .forEach(open -> text.append("not excluded: ").append(open).append('\n'));
        Sides.of(result, run.controls()).all().forEach(side -> side(text, side));
        return text.toString();
    }

    private static void side(StringBuilder text, Side side) {
        text.append('\n').append(side.title()).append(" (times in UTC)\n");
        side.notes().forEach(note -> text.append("  ").append(note).append('\n'));
        side.contacts().forEach(contact -> contact(text, contact));
        if (side.left() > 0) {
            text.append("  and ").append(side.left()).append(" more, in report.json\n");
        }
    }

    private static void contact(StringBuilder text, Contact contact) {
        text.append("  ").append(Words.time(contact.at()));
        text.append("  local ").append(Sides.address(contact.local()));
        text.append("  remote ").append(Sides.address(contact.remote()));
        text.append("  ").append(Words.ending(contact)).append('\n');
        text.append("    sent ").append(Words.traffic(contact.sent()));
        text.append(", received ").append(Words.traffic(contact.received()));
        text.append(", ").append(Words.took(contact.millis())).append('\n');
        Words.facts(contact).forEach(fact -> text.append("    ").append(fact).append('\n'));
    }

    private static double millis(CheckResult result) {
        return result.evidence().stream()
                .flatMap(evidence -> evidence.meetings().stream())
                .map(Meeting::near)
                .mapToDouble(Contact::millis)
                .sum();
    }

    private static String seconds(double millis) {
        return String.format(Locale.ROOT, "%.3f", millis / 1000);
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, XmlText.oneLine(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
