package dev.sallyport.scenarios;

import dev.sallyport.flow.PortRange;
import dev.sallyport.flow.Security;
import java.net.Inet6Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names checks: {@code partner1 > edge1/access 5061/tcp}.
 *
 * <p>Where several checks share a flow's label, the first in the catalogue's order keeps it plain; the others carry the
 * first of these that tells them from those before: the exchange's last part ({@code #dialback}), the security
 * ({@code #tls}), both, the exchange in full, the initiator's ports. An IPv6 check ends with {@code #v6}, also where it
 * is the only one, so that adding an IPv4 address to a host renames nothing.
 */
final class CheckIds {
    private final Map<String, Set<String>> taken = new HashMap<>();

    private CheckIds() {}

    /** Returns an id for each draft, in their order. */
    static List<String> of(List<Draft> drafts) {
        CheckIds ids = new CheckIds();
        return drafts.stream().map(ids::next).toList();
    }

    private String next(Draft draft) {
        String family = draft.flow().to().address() instanceof Inet6Address ? "#v6" : "";
        String label = draft.flow().label();
        Set<String> before = taken.get(label + family);
        List<String> marks = marks(draft);
        if (before == null) {
            taken.put(label + family, new HashSet<>(marks));
            return label + family;
        }
        String mark = marks.stream()
                .filter(each -> !before.contains(each))
                .findFirst()
                .orElseGet(() -> marks.get(0) + "-" + before.size());
        before.addAll(marks);
        before.add(mark);
        return label + "#" + mark + family;
    }

    private static List<String> marks(Draft draft) {
        String exchange = draft.exchange();
        String last = exchange.substring(exchange.indexOf('/') + 1);
        String security = security(draft.flow().security());
        String full = exchange.replace('/', '-');
        List<String> marks =
                new ArrayList<>(List.of(last, security, last + "-" + security, full, full + "-" + security));
        Optional<PortRange> from = draft.flow().sourcePorts();
        marks.add(from.map(ports -> "from-" + ports).orElse("from-any"));
        from.ifPresent(ports -> marks.add(full + "-" + security + "-from-" + ports));
        return marks;
    }

    private static String security(Security security) {
        return security == Security.NONE ? "clear" : security.text();
    }
}
