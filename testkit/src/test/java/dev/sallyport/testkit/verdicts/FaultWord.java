package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Transport;
import dev.sallyport.testkit.firewall.CutAfterBytes;
import dev.sallyport.testkit.firewall.DropAboveSize;
import dev.sallyport.testkit.firewall.DropAtHost;
import dev.sallyport.testkit.firewall.DropPayload;
import dev.sallyport.testkit.firewall.DropReply;
import dev.sallyport.testkit.firewall.DropRequest;
import dev.sallyport.testkit.firewall.DropSynAck;
import dev.sallyport.testkit.firewall.DropTlsHello;
import dev.sallyport.testkit.firewall.Fault;
import dev.sallyport.testkit.firewall.FilteredFlow;
import dev.sallyport.testkit.firewall.LimitRate;
import dev.sallyport.testkit.firewall.LimitVolume;
import dev.sallyport.testkit.firewall.LosePackets;
import dev.sallyport.testkit.firewall.Masquerade;
import dev.sallyport.testkit.firewall.RejectWithIcmp;
import dev.sallyport.testkit.firewall.RejectWithIcmp.Code;
import dev.sallyport.testkit.firewall.RejectWithReset;
import dev.sallyport.testkit.firewall.ResetTlsHello;
import dev.sallyport.testkit.firewall.ShiftPort;
import dev.sallyport.testkit.firewall.Widen;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault as the table of expected verdicts names it: {@code drop-request}, {@code reject-icmp-host-unreachable}, {@code
 * drop-replies-above-1300}, {@code drop-payload-INVITE}.
 */
record FaultWord(String word) {

    private static final String ICMP = "reject-icmp-";
    private static final Pattern ABOVE = Pattern.compile("drop-(requests|replies)-above-(\\d+)");

    private static final String PAYLOAD = "drop-payload-";
    private static final Pattern NUMBERED = Pattern.compile("([a-z-]+)-(\\d+)");

    private static final Map<String, Function<FilteredFlow, Fault>> FAULTS = Map.ofEntries(
            Map.entry("drop-request", DropRequest::new),
            Map.entry("drop-reply", DropReply::new),
            Map.entry("drop-syn-ack", DropSynAck::new),
            Map.entry("drop-tls-hello", DropTlsHello::new),
            Map.entry("reset-tls-hello", ResetTlsHello::new),
            Map.entry("reject-reset", RejectWithReset::new),
            Map.entry("masquerade", Masquerade::new),
            Map.entry("shift-port", ShiftPort::new),
            Map.entry("widen", Widen::new),
            Map.entry("host-firewall-near", flow -> new DropAtHost(flow, DropAtHost.End.NEAR)),
            Map.entry("host-firewall-far", flow -> new DropAtHost(flow, DropAtHost.End.FAR)));

    private static final Map<String, BiFunction<FilteredFlow, Integer, Fault>> MEASURED = Map.of(
            "drop-requests-above", (flow, size) -> new DropAboveSize(flow, DropAboveSize.Way.REQUESTS, size),
            "drop-replies-above", (flow, size) -> new DropAboveSize(flow, DropAboveSize.Way.REPLIES, size),
            "cut-after", CutAfterBytes::new,
            "lose", LosePackets::new,
            "limit-rate", LimitRate::new,
            "limit-volume", LimitVolume::new);

    /** The rule that does this to a check's flow, at all its ports. */
    Fault on(Check check) {
        return on(check, check.flow().ports().first(), check.flow().ports().last());
    }

    /** The rule that does this to a check's flow, at some of its ports. */
    Fault on(Check check, int first, int last) {
        Flow flow = check.flow();
        return on(flow.from().address(), flow.to().address(), flow.transport(), first, last);
    }

    /** The rule that does this to everything that goes that way. */
    Fault on(Way way) {
        return on(way.from(), way.to(), way.transport(), way.port(), way.port());
    }

    private Fault on(InetAddress from, InetAddress to, Transport transport, int first, int last) {
        return on(FilteredFlow.of(from.getHostAddress(), to.getHostAddress(), transport, first, last));
    }

    /** The rule that does this to a flow. */
    Fault on(FilteredFlow flow) {
        Matcher numbered = NUMBERED.matcher(word);
        if (numbered.matches()) {
            return MEASURED.get(numbered.group(1)).apply(flow, Integer.valueOf(numbered.group(2)));
        }
        if (word.startsWith(PAYLOAD)) {
            return new DropPayload(flow, word.substring(PAYLOAD.length()));
        }
        return word.startsWith(ICMP)
                ? new RejectWithIcmp(flow, code())
                : FAULTS.get(word).apply(flow);
    }

    /** The size above which packets are dropped; empty where all are alike to the rule. */
    Optional<Integer> size() {
        Matcher above = ABOVE.matcher(word);
        return above.matches() ? Optional.of(Integer.valueOf(above.group(2))) : Optional.empty();
    }

    /** The end of a check that such packets do not reach. */
    String towards(Check check) {
        boolean requests = word.startsWith("drop-requests");
        return (requests ? check.flow().to() : check.flow().from()).label();
    }

    private Code code() {
        return Code.valueOf(
                word.substring(ICMP.length()).toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
