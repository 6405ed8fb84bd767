package dev.sallyport.report;

import dev.sallyport.check.Balancing;
import dev.sallyport.check.Balancing.Member;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Control;
import dev.sallyport.check.Denial;
import dev.sallyport.check.Finding;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.json.AddressText;
import dev.sallyport.report.Sides.Side;
import dev.sallyport.run.RunResult.CheckResult;
import java.util.List;

/** One check on the page: what was found, why, and what both ends observed. */
final class CheckArticle {

    private final Html html;
    private final Check check;
    private final Finding finding;
    private final Sides sides;

    CheckArticle(Html html, CheckResult result, List<Control> controls) {
        this.html = html;
        this.check = result.check();
        this.finding = result.finding();
        this.sides = Sides.of(result, controls);
    }

    void write() {
        html.open("article", "class", finding.status().text());
        html.element("h3", check.id(), "class", "id");
        html.open("p", "class", "verdict");
        html.element(
                "span",
                finding.verdict().text(),
                "class",
                "badge " + finding.status().text());
        html.text(" · " + context()).close("p");
        html.element("p", finding.reason(), "class", "reason");
        facts();
        sides.all().forEach(this::side);
        html.close("article");
    }

    private String context() {
        String rows = check.rows().isEmpty() ? "" : String.join(", ", check.rows()) + " · ";
        String firewalls = check.firewalls().isEmpty() ? "" : " · through " + String.join(", ", check.firewalls());
        return rows + "expected to " + check.expect().text() + firewalls;
    }

    private void facts() {
        Flow flow = check.flow();
        html.open("dl", "class", "facts");
        fact("From", party(flow.from()) + " " + AddressText.write(flow.from().address()));
        fact("To", party(flow.to()) + " " + dialled(flow.to()));
        check.behind().forEach(member -> fact("Passes on to", behind(member)));
        check.balancing()
                .map(Balancing::itself)
                .filter(why -> !why.isEmpty())
                .ifPresent(why -> fact("Answers itself", why));
        fact(
                "Exchange",
                check.exchange() + " over " + flow.transport().text() + ", security "
                        + flow.security().text());
        fact("Ended", finding.stage().text() + ": " + finding.how().text());
        check.denial().map(Denial::beside).filter(text -> !text.isEmpty()).ifPresent(text -> fact("Beside", text));
        finding.ports().forEach(ports -> fact("Ports", Words.ports(ports)));
        finding.notExcluded().forEach(open -> fact("Not excluded", open));
        html.close("dl");
    }

    private static String behind(Member member) {
        return party(member.party()) + " " + dialled(member.party()) + ", from " + AddressText.write(member.from());
    }

    private static String party(Party party) {
        return party.label() + " (" + party.role() + ", " + party.zone() + ")";
    }

    private static String dialled(Party party) {
        String own = AddressText.write(party.address());
        return party.dialled().equals(party.address())
                ? own
                : own + ", dialled as " + AddressText.write(party.dialled());
    }

    private void fact(String name, String value) {
        html.open("div").element("dt", name).element("dd", value).close("div");
    }

    private void side(Side side) {
        html.open("details");
        html.open("summary").text(side.title()).close("summary");
        side.notes().forEach(note -> html.element("p", note));
        if (!side.contacts().isEmpty()) {
            contacts(side);
        }
        html.close("details");
    }

    private void contacts(Side side) {
        html.open("table", "class", "contacts").open("thead").open("tr");
        for (String name : new String[] {"Time (UTC)", "Local", "Remote", "Ended", "Sent", "Received", "Took"}) {
            html.element("th", name, "scope", "col");
        }
        html.close("tr").close("thead").open("tbody");
        side.contacts().forEach(this::contact);
        html.close("tbody").close("table");
        if (side.left() > 0) {
            html.element("p", "and " + side.left() + " more, in report.json", "class", "quiet");
        }
    }

    private void contact(Contact contact) {
        html.open("tr").element("td", Words.time(contact.at()));
        html.element("td", Sides.address(contact.local()));
        html.element("td", Sides.address(contact.remote()));
        html.element("td", Words.ending(contact));
        html.element("td", Words.traffic(contact.sent()));
        html.element("td", Words.traffic(contact.received()));
        html.element("td", Words.took(contact.millis())).close("tr");
        List<String> facts = Words.facts(contact);
        if (!facts.isEmpty()) {
            html.open("tr", "class", "tls").open("td", "colspan", "7");
            facts.forEach(fact -> html.element("div", fact));
            html.close("td").close("tr");
        }
    }
}
