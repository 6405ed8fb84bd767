package dev.sallyport.scenarios;

import dev.sallyport.check.Bounds;
import dev.sallyport.check.Hold;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which part of the documented rows a run proves, and how thoroughly.
 *
 * @param name {@code public-im}
 * @param about one line for people; "" where none is given
 * @param rows row ids and documents, {@code FED-01}, {@code PIC}; all where empty
 * @param roles the roles whose flows are meant; all where empty
 * @param undocumented what is proved closed
 * @param mediaPorts how many ports of a range are tried
 * @param hold how long allowed flows are kept busy
 * @param idleUpTo how long flows may stand silent and must still work
 * @param bounds beyond these a flow is degraded
 * @param instead what is walked along the flows' paths instead of what is documented; empty where nothing is
 */
public record Scenario(
        String name,
        String about,
        List<String> rows,
        List<String> roles,
        Undocumented undocumented,
        MediaPorts mediaPorts,
        Optional<Hold> hold,
        Optional<Duration> idleUpTo,
        Bounds bounds,
        Optional<Instead> instead) {
    /** Keeps its own copies of the lists. */
    public Scenario {
        rows = List.copyOf(rows);
        roles = List.copyOf(roles);
    }

    /** A scenario that proves rows by what is documented for them. */
    public Scenario(
            String name,
            String about,
            List<String> rows,
            List<String> roles,
            Undocumented undocumented,
            MediaPorts mediaPorts,
            Optional<Hold> hold,
            Optional<Duration> idleUpTo,
            Bounds bounds) {
        this(name, about, rows, roles, undocumented, mediaPorts, hold, idleUpTo, bounds, Optional.empty());
    }

    /** Returns whether the row is to be proven, by its id or by its document. */
    public boolean includesRow(String row) {
        return instead.isEmpty() && names(row);
    }

    /** Returns whether a flow is meant that rows ask for. */
    boolean means(List<Ask> asks) {
        return asks.stream().anyMatch(ask -> names(ask.row()) && includesRoles(ask.fromRole(), ask.toRole()));
    }

    private boolean names(String row) {
        return rows.isEmpty() || rows.contains(row) || rows.contains(document(row));
    }

    /** Returns whether flows between the two roles are meant: with a narrowing, both must be named. */
    public boolean includesRoles(String from, String to) {
        return roles.isEmpty() || roles.contains(from) && roles.contains(to);
    }

    /** Returns whether the check is meant. */
    boolean means(Planned planned) {
        return instead.isEmpty()
                && (!planned.undocumented() || undocumented != Undocumented.NONE)
                && means(planned.asks());
    }

    /** Returns the document of a row: {@code SRV} of {@code SRV-03}. */
    static String document(String row) {
        return row.replaceFirst("-\\d+$", "");
    }
}
