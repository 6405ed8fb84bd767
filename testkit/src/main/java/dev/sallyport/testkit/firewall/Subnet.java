package dev.sallyport.testkit.firewall;

import java.net.Inet4Address;

/** An IPv4 network in CIDR form; its first address is the firewall's. */
record Subnet(Inet4Address network, int prefix) {
    Subnet {
        if (prefix < 8 || prefix > 30) {
            throw new IllegalArgumentException(
                    "/" + prefix + " of " + network.getHostAddress() + " is not a prefix length between 8 and 30");
        }
        if ((Ipv4.bits(network) & ~mask(prefix)) != 0) {
            throw new IllegalArgumentException(network.getHostAddress() + "/" + prefix
                    + " has bits set after the prefix; write the address of the network");
        }
    }

    static Subnet parse(String cidr) {
        String[] parts = cidr.split("/", -1);
        if (parts.length != 2 || !parts[1].matches("\\d{1,2}")) {
            throw new IllegalArgumentException("'" + cidr + "' is not an IPv4 network; write it as 10.1.0.0/24");
        }
        return new Subnet(Ipv4.parse(parts[0]), Integer.parseInt(parts[1]));
    }

    Inet4Address gateway() {
        return Ipv4.of(Ipv4.bits(network) + 1);
    }

    /** Whether a host may have this address: inside the network, and neither its ends nor the firewall's own. */
    boolean offers(Inet4Address address) {
        int place = Ipv4.bits(address) & ~mask(prefix);
        boolean inside = (Ipv4.bits(address) & mask(prefix)) == Ipv4.bits(network);
        return inside && place > 1 && place != ~mask(prefix);
    }

    @Override
    public String toString() {
        return network.getHostAddress() + "/" + prefix;
    }

    private static int mask(int prefix) {
        return -1 << (32 - prefix);
    }
}
