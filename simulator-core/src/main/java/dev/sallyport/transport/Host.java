package dev.sallyport.transport;

import dev.sallyport.exchange.Protocol;
import dev.sallyport.exchange.Service;
import dev.sallyport.exchange.Setting;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Security;
import dev.sallyport.protocol.Protocols;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What the endpoints of one host have in common: who it is, what it speaks, how it secures and dials. */
record Host(
        String fqdn,
        String domain,
        List<String> roles,
        Protocols protocols,
        Directory directory,
        Network network,
        Tls tls,
        Dialler dialler,
        SidePorts ports,
        Route route,
        Clock clock) {

    /** Returns how a conversation at an endpoint begins; the peer is called as the lab calls its address. */
    Setting setting(Endpoint endpoint, InetSocketAddress local, InetSocketAddress remote) {
        Setting.Identified peer = Optional.ofNullable(directory.speakers().get(remote.getAddress()))
                .map(speaker -> new Setting.Identified(speaker.fqdn(), speaker.domain(), ""))
                .orElseGet(() -> new Setting.Identified(remote.getAddress().getHostAddress(), "", ""));
        return new Setting("", self(), peer, local, remote, endpoint.transport(), strongest(endpoint));
    }

    Setting.Identified self() {
        return new Setting.Identified(fqdn, domain, roles.isEmpty() ? "" : roles.get(0));
    }

    private static Security strongest(Endpoint endpoint) {
        return endpoint.security().stream().max(Enum::compareTo).orElse(Security.NONE);
    }

    /** Returns the service that a peer means who begins like this; empty while that cannot be told. */
    Optional<Service<?>> meant(Endpoint endpoint, byte[] head) {
        List<Service<?>> services = protocols.all().stream()
                .filter(protocol -> endpoint.protocols().contains(protocol.name()))
                .<Service<?>>map(Protocol::service)
                .toList();
        return services.size() == 1
                ? Optional.of(services.get(0))
                : services.stream().filter(service -> service.recognises(head)).findFirst();
    }
}
