package dev.sallyport.flow;

/**
 * Ports from {@code first} to {@code last}, both included; a single port is a range of one.
 *
 * @param first lowest port, 0 to 65535
 * @param last highest port, not below {@code first}
 */
public record PortRange(int first, int last) implements Comparable<PortRange> {

    private static final int HIGHEST = 65_535;

    /** Refuses what is no range of ports. */
    public PortRange {
        if (first < 0 || last > HIGHEST || first > last) {
            throw new IllegalArgumentException("'" + first + (first == last ? "" : "-" + last)
                    + "' is no port or range of ports: they go from 0 to 65535, the lower first");
        }
    }

    /** Returns the range that holds {@code port} alone. */
    public static PortRange of(int port) {
        return new PortRange(port, port);
    }

    /** Reads {@code 5061} or {@code 49152-57500}. */
    public static PortRange parse(String text) {
        String[] ends = text.strip().split("\\s*-\\s*", -1);
        if (ends.length > 2) {
            throw noRange(text);
        }
        try {
            return new PortRange(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
        } catch (NumberFormatException e) {
            throw noRange(text);
        }
    }

    private static IllegalArgumentException noRange(String text) {
        return new IllegalArgumentException("'" + text + "' is no port or range of ports: write 5061 or 49152-57500");
    }

    /** Returns how many ports the range holds. */
    public int size() {
        return last - first + 1;
    }

    /** Tells whether {@code port} lies in the range. */
    public boolean contains(int port) {
        return first <= port && port <= last;
    }

    /** Tells whether the two ranges share a port. */
    public boolean overlaps(PortRange other) {
        return first <= other.last && other.first <= last;
    }

    @Override
    public int compareTo(PortRange other) {
        return first != other.first ? Integer.compare(first, other.first) : Integer.compare(last, other.last);
    }

    @Override
    public String toString() {
        return size() == 1 ? Integer.toString(first) : first + "-" + last;
    }
}
