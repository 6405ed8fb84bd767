package dev.sallyport.json;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.sallyport.check.Balancing;
import dev.sallyport.check.Balancing.Member;
import dev.sallyport.check.Bounds;
import dev.sallyport.check.Check;
import dev.sallyport.check.Denial;
import dev.sallyport.check.Further;
import dev.sallyport.check.Hold;
import dev.sallyport.check.Idle;
import dev.sallyport.check.Source;
import dev.sallyport.check.Strain;
import dev.sallyport.flow.Expectation;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Party;
import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A check with its flow laid flat, as a plan and a report list it.
 *
 * @param optional left out unless true
 * @param portsTried neighbouring ports as ranges, in the order they are tried; left out where it is the one port
 * @param reportPorts where reports of media go that has a port tried just below; left out where there are none
 * @param callsBack left out unless true
 * @param leadsTo left out where the exchange makes no second connection
 * @param spoken left out unless false
 * @param via hosts that pass the flow on; left out where none does, not read back
 * @param passesTo to whom they pass it on; left out where nobody does
 * @param answersItself why a load balancer answers itself; left out where it passes on, and of all others
 * @param denial why it must be closed, and the ids of its controls; left out of allowed flows
 * @param idle how long its flows stand silent; left out where they do not
 * @param hold how long its flow is kept busy; left out where it is not
 * @param bounds what it may suffer; left out where that judges nothing
 */
record CheckForm(
        String id,
        List<String> rows,
        Expectation expect,
        Optional<Boolean> optional,
        PartyForm from,
        PartyForm to,
        Source source,
        List<String> firewalls,
        Transport transport,
        PortRange ports,
        Optional<List<PortRange>> portsTried,
        Optional<List<PortRange>> reportPorts,
        Optional<PortRange> sourcePorts,
        String protocol,
        Security security,
        Optional<Boolean> callsBack,
        Optional<Integer> leadsTo,
        Optional<Boolean> spoken,
        String exchange,
        Optional<List<String>> via,
        Optional<List<MemberForm>> passesTo,
        Optional<String> answersItself,
        Optional<DenialForm> denial,
        Optional<Idle> idle,
        Optional<Hold> hold,
        Optional<Bounds> bounds) {

    /**
     * Why it must be closed.
     *
     * @param beside left out for a row that the site excludes
     */
    record DenialForm(Optional<String> beside, Optional<String> neighbour, List<String> along) {

        static DenialForm of(Denial denial) {
            return new DenialForm(
                    Optional.of(denial.beside()).filter(text -> !text.isEmpty()), denial.neighbour(), denial.along());
        }

        Denial denial() {
            return new Denial(beside.orElse(""), neighbour, along);
        }
    }

    /**
     * One end.
     *
     * @param dialled where others dial it; left out of a flow's origin where that is its address
     */
    record PartyForm(
            String host,
            String role,
            @JsonProperty("interface") Optional<String> network,
            String zone,
            InetAddress address,
            Optional<InetAddress> dialled,
            String fqdn,
            String domain) {

        static PartyForm of(Party party, boolean origin) {
            boolean plain = origin && party.dialled().equals(party.address());
            return new PartyForm(
                    party.host(),
                    party.role(),
                    Optional.of(party.network()).filter(name -> !name.isEmpty()),
                    party.zone(),
                    party.address(),
                    plain ? Optional.empty() : Optional.of(party.dialled()),
                    party.fqdn(),
                    party.domain());
        }

        Party party() {
            return new Party(host, role, network.orElse(""), zone, address, dialled.orElse(address), fqdn, domain);
        }
    }

    /** A member of a load balancer's pool. */
    record MemberForm(PartyForm to, InetAddress from, Source source) {

        static MemberForm of(Member member) {
            return new MemberForm(PartyForm.of(member.party(), false), member.from(), member.source());
        }

        Member member() {
            return new Member(to.party(), from, source);
        }
    }

    static CheckForm of(Check check) {
        Flow flow = check.flow();
        boolean onePort = flow.ports().size() == 1
                && check.ports().equals(List.of(flow.ports().first()));
        return new CheckForm(
                check.id(),
                check.rows(),
                check.expect(),
                unless(false, check.optional()),
                PartyForm.of(flow.from(), true),
                PartyForm.of(flow.to(), false),
                check.source(),
                check.firewalls(),
                flow.transport(),
                flow.ports(),
                onePort ? Optional.empty() : Optional.of(folded(check.ports())),
                Optional.of(folded(check.further().reports())).filter(ports -> !ports.isEmpty()),
                flow.sourcePorts(),
                flow.protocol(),
                flow.security(),
                unless(false, check.callsBack()),
                check.further().leadsTo(),
                unless(true, check.spoken()),
                check.exchange(),
                check.behind().isEmpty()
                        ? Optional.empty()
                        : Optional.of(List.of(flow.to().host())),
                Optional.of(check.behind().stream().map(MemberForm::of).toList())
                        .filter(members -> !members.isEmpty()),
                check.balancing().map(Balancing::itself).filter(why -> !why.isEmpty()),
                check.denial().map(DenialForm::of),
                check.strain().idle(),
                check.strain().hold(),
                Optional.of(check.strain().bounds()).filter(limits -> !limits.equals(Bounds.none())));
    }

    Check check() {
        Flow flow = new Flow(from.party(), to.party(), transport, ports, sourcePorts, protocol, security);
        return new Check(
                id,
                rows,
                expect,
                optional.orElse(false),
                flow,
                portsTried.map(CheckForm::unfolded).orElse(List.of(ports.first())),
                exchange,
                spoken.orElse(true),
                callsBack.orElse(false),
                source,
                firewalls,
                new Further(reportPorts.map(CheckForm::unfolded).orElse(List.of()), leadsTo),
                passesTo.map(CheckForm::among).or(() -> answersItself.map(Balancing::itself)),
                denial.map(DenialForm::denial),
                new Strain(idle, hold, bounds.orElse(Bounds.none())));
    }

    private static Balancing among(List<MemberForm> members) {
        return Balancing.among(members.stream().map(MemberForm::member).toList());
    }

    private static Optional<Boolean> unless(boolean usual, boolean value) {
        return value == usual ? Optional.empty() : Optional.of(value);
    }

    private static List<PortRange> folded(List<Integer> ports) {
        List<PortRange> folded = new ArrayList<>();
        for (int port : ports) {
            int end = folded.size() - 1;
            boolean next = end >= 0 && folded.get(end).last() + 1 == port;
            if (next) {
                folded.set(end, new PortRange(folded.get(end).first(), port));
            } else {
                folded.add(PortRange.of(port));
            }
        }
        return folded;
    }

    private static List<Integer> unfolded(List<PortRange> ranges) {
        return ranges.stream()
                .flatMapToInt(range -> IntStream.rangeClosed(range.first(), range.last()))
                .boxed()
                .toList();
    }
}
