package dev.sallyport.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sallyport.run.RunResult;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JunitXmlTest {

    private static final SampleRun SAMPLE = SampleRun.read();

    @Test
    void isValid() {
        for (RunResult run :
                List.of(SAMPLE.run(), SAMPLE.passedOnly(), SAMPLE.interrupted(), SAMPLE.with(List.of(), false))) {
            assertThatCode(() -> validate(JunitXml.of(run))).doesNotThrowAnyException();
        }
    }

    @Test
    void staysValidWhateverAHostSays() throws Exception {
        String illegal = "\u0000\u0008\u000b\u001b[31m\ud800 \ufffe<script>&amp;]]>\"'\r\n\ud83d\ude00";
        String xml = JunitXml.of(SAMPLE.saying(text -> illegal + text));
        validate(xml);
        assertThat(parsed(xml).getElementsByTagName("script").getLength()).isZero();
        assertThat(xml).contains("\ud83d\ude00").doesNotContain("\u001b", "\ufffe");
    }

    @Test
    void aSuiteIsADocumentAndDeniesAreClosed() throws Exception {
        Document document = parsed(JunitXml.of(SAMPLE.run()));
        assertThat(names(document.getElementsByTagName("testsuite"))).containsExactly("PIC", "XMPP", "SRV", "closed");
        assertThat(cases(document, "PIC"))
                .containsExactly(
                        "partner1 > edge1/access 5061/tcp",
                        "client1 > edge1/access 443/tcp",
                        "client1 > edge1/access 50000-59999/udp");
        assertThat(cases(document, "closed"))
                .containsExactly("client1 > edge1/access 3389/tcp", "client1 > edge1/access 445/tcp");
    }

    @Test
    void eachCheckIsACaseOnce() throws Exception {
        Document document = parsed(JunitXml.of(SAMPLE.run()));
        assertThat(names(document.getElementsByTagName("testcase")))
                .containsExactlyInAnyOrderElementsOf(SAMPLE.run().checks().stream()
                        .map(result -> result.check().id())
                        .toList());
    }

    @Test
    void countsAreThoseOfTheCases() throws Exception {
        Document document = parsed(JunitXml.of(SAMPLE.run()));
        Element all = document.getDocumentElement();
        assertThat(all.getAttribute("tests")).isEqualTo("9");
        assertThat(all.getAttribute("failures")).isEqualTo("4");
        assertThat(all.getAttribute("errors")).isEqualTo("2");
        for (Element suite : elements(document.getElementsByTagName("testsuite"))) {
            assertThat(suite.getAttribute("tests")).isEqualTo(count(suite, "testcase"));
            assertThat(suite.getAttribute("failures")).isEqualTo(count(suite, "failure"));
            assertThat(suite.getAttribute("errors")).isEqualTo(count(suite, "error"));
            assertThat(suite.getAttribute("timestamp")).isEqualTo("2026-11-20T12:00:00");
        }
    }

    @Test
    void aFailureCarriesVerdictReasonAndBothObservations() throws Exception {
        Element failure = (Element) parsed(JunitXml.of(SAMPLE.run()))
                .getElementsByTagName("failure")
                .item(0);
        assertThat(failure.getAttribute("type")).isEqualTo("request-lost");
        assertThat(failure.getAttribute("message"))
                .isEqualTo("3 attempts from partner1 were never seen by edge1/access, which was listening");
        assertThat(failure.getTextContent())
                .contains(
                        "What partner1 tried",
                        "2026-11-20 12:00:00.012  local 198.51.100.50:40000  remote 203.0.113.10:5061  connect: silence",
                        "What edge1/access saw",
                        "it was listening on 10.3.0.10:5061/tcp (security mtls), certificate 3f1c",
                        "it saw nothing of the check");
    }

    @Test
    void anErrorSaysWhatKeptUsFromMeasuring() throws Exception {
        Element error = (Element)
                parsed(JunitXml.of(SAMPLE.run())).getElementsByTagName("error").item(0);
        assertThat(error.getAttribute("type")).isEqualTo("not-measured");
        assertThat(error.getAttribute("message")).contains("address already in use by pid 812 (nginx)");
    }

    @Test
    void ofARangeOnlyThePortsThatAreNotOpenAreTold() throws Exception {
        Element failure = (Element) parsed(JunitXml.of(SAMPLE.run()))
                .getElementsByTagName("failure")
                .item(1);
        assertThat(failure.getTextContent())
                .contains("ports 50002: request-lost", "ports 54321-59999 (2 tried): open", "remote 203.0.113.10:50002")
                .doesNotContain("remote 203.0.113.10:50001");
    }

    private static void validate(String xml) throws Exception {
        var schema = JunitXmlTest.class.getResource("/junit.xsd");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(new StreamSource(new StringReader(xml)));
    }

    private static Document parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static List<String> names(NodeList nodes) {
        return elements(nodes).stream()
                .map(element -> element.getAttribute("name"))
                .toList();
    }

    private static List<String> cases(Document document, String suite) {
        return elements(document.getElementsByTagName("testsuite")).stream()
                .filter(element -> element.getAttribute("name").equals(suite))
                .flatMap(element -> names(element.getElementsByTagName("testcase")).stream())
                .toList();
    }

    private static String count(Element suite, String tag) {
        return Integer.toString(suite.getElementsByTagName(tag).getLength());
    }
}
