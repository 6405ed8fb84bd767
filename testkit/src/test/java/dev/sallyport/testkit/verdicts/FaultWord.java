package dev.sallyport.testkit.verdicts;

import dev.sallyport.check.Check;
import dev.sallyport.flow.Flow;
import dev.sallyport.flow.Transport;
import dev.sallyport.testkit.firewall.DropAboveSize;
import dev.sallyport.testkit.firewall.DropReply;
import dev.sallyport.testkit.firewall.DropRequest;
import dev.sallyport.testkit.firewall.DropSynAck;
import dev.sallyport.testkit.firewall.DropTlsHello;
import dev.sallyport.testkit.firewall.Fault;
import dev.sallyport.testkit.firewall.FilteredFlow;
import dev.sallyport.testkit.firewall.Masquerade;
import dev.sallyport.testkit.firewall.RejectWithIcmp;
import dev.sallyport.testkit.firewall.RejectWithIcmp.Code;
import dev.sallyport.testkit.firewall.RejectWithReset;
import java.net.InetAddress;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault as the table of expected verdicts names it: {@code drop-request}, {@code reject-icmp-host-unreachable}, {@code
 * drop-replies-above-1300}.
 */
record FaultWord(String word) {

    private static final String ICMP = "reject-icmp-";
    private static final Pattern ABOVE = Pattern.compile("drop-(requests|replies)-above-(\\d+)");

    private static final Map<String, Function<FilteredFlow, Fault>> FAULTS = Map.of(
            "drop-request", DropRequest::new,
            "drop-reply", DropReply::new,
            "drop-syn-ack", DropSynAck::new,
            "drop-tls-hello", DropTlsHello::new,
            "reject-reset", RejectWithReset::new,
            "masquerade", Masquerade::new);

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
        FilteredFlow filtered = FilteredFlow.of(from.getHostAddress(), to.getHostAddress(), transport, first, last);
        if (size().isPresent()) {
            boolean requests = word.startsWith("drop-requests");
            return new DropAboveSize(
                    filtered, requests ? DropAboveSize.Way.REQUESTS : DropAboveSize.Way.REPLIES, size().get());
        }
        return word.startsWith(ICMP)
                ? new RejectWithIcmp(filtered, code())
                : FAULTS.get(word).apply(filtered);
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
