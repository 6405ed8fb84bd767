package dev.sallyport.roles;

import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import java.util.Set;

/**
 * What the table prints about an entry's rows, which need not be what is spoken.
 *
 * @param security empty where the cell says nothing; {@code none} where it names a protocol in clear, as HTTP
 * @param fromAny the source cell says Any, so the row covers every source of the zone
 * @param toAny the destination cell says Any, so the row covers every destination of the zone
 */
public record Printed(Set<Transport> transports, Set<Security> security, boolean fromAny, boolean toAny) {
    /** Nothing is known to be printed. */
    public static final Printed NOTHING = new Printed(Set.of(), Set.of(), false, false);

    /** Keeps its own copies. */
    public Printed {
        transports = Words.inOrder(transports);
        security = Words.inOrder(security);
    }
}
