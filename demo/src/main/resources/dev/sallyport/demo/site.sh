# The demo's site: each host a network namespace with a leg in each of its zones, each zone a bridge on the switch, and
# between the zones one firewall with a leg in each. It is made in a private mount and network namespace, and gone with
# the last process there.
set -eu

# Where ip keeps the names of namespaces; nobody outside sees these.
names=/run/netns
[ -d $names ] || names=/run
mount -t tmpfs sallyport $names

for host in switch firewall fe1 fe2 edge1 gateway1 partner1 remote1; do
    ip netns add $host
    ip -n $host link set lo up
    # No source port is taken from where media ports lie.
    ip netns exec $host sh -c 'echo 10000 32767 >/proc/sys/net/ipv4/ip_local_port_range'
done

ports=0

plug() { # host, its leg, the zone
    ports=$((ports + 1))
    ip -n switch link add port$ports type veth peer name "$2" netns "$1"
    ip -n switch link set port$ports master "$3" up
    ip -n "$1" link set "$2" up
}

zone() { # zone, the firewall's address in it
    ip -n switch link add "$1" type bridge
    ip -n switch link set "$1" up
    plug firewall "$1" "$1"
    ip -n firewall address add "$2" dev "$1"
}

leg() { # host, zone, the firewall's address there, the host's own addresses; what is sent from these leaves here
    host=$1 zone=$2 gateway=$3
    shift 3
    plug "$host" "$zone" "$zone"
    ip -n "$host" route add "${gateway%.*}.0/24" dev "$zone" table $ports
    ip -n "$host" route add default via "$gateway" dev "$zone" table $ports onlink
    for address in "$@"; do
        ip -n "$host" address add "$address/24" dev "$zone"
        ip -n "$host" rule add from "$address" lookup $ports
    done
    ip -n "$host" route replace default via "$gateway" dev "$zone"
}

zone internal 10.1.0.1/24
zone perimeter-in 10.2.0.1/24
zone perimeter-out 10.3.0.1/24
zone internet 198.51.100.1/24
ip netns exec firewall sh -c 'echo 1 >/proc/sys/net/ipv4/ip_forward'

leg fe1 internal 10.1.0.1 10.1.0.10
leg fe2 internal 10.1.0.1 10.1.0.11
leg edge1 perimeter-in 10.2.0.1 10.2.0.10
leg edge1 perimeter-out 10.3.0.1 10.3.0.10 10.3.0.11 10.3.0.12
leg gateway1 perimeter-in 10.2.0.1 10.2.0.40
leg partner1 internet 198.51.100.1 198.51.100.50
leg remote1 internet 198.51.100.1 198.51.100.20
