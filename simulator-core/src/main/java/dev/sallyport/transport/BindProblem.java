package dev.sallyport.transport;

import dev.sallyport.flow.Endpoint;
import java.util.Locale;

/** Says why an endpoint could not be bound, and what to do. */
final class BindProblem {

    private final SocketTable sockets;

    BindProblem(SocketTable sockets) {
        this.sockets = sockets;
    }

    String words(Endpoint endpoint, Throwable failure) {
        String system = Failures.words(failure).toLowerCase(Locale.ROOT);
        if (system.contains("permission denied")) {
            return endpoint.label() + " could not be bound: ports below 1024 need root, CAP_NET_BIND_SERVICE or a lower"
                    + " net.ipv4.ip_unprivileged_port_start";
        }
        if (system.contains("already in use")) {
            String holder = sockets.holder(endpoint.transport().text(), endpoint.address(), endpoint.port())
                    .map(process -> "by " + process)
                    .orElse("by a process that cannot be told from here");
            return endpoint.label() + " could not be bound: the port is taken " + holder + "; stop it, or give the lab"
                    + " file another port for this row";
        }
        if (system.contains("cannot assign")) {
            return endpoint.label() + " could not be bound: "
                    + endpoint.address().getHostAddress()
                    + " is no address of this machine; correct the lab file, or start this host's agent where it is";
        }
        if (system.contains("too many open files")) {
            return endpoint.label() + " could not be bound: this process is out of descriptors; raise 'ulimit -n'";
        }
        return endpoint.label() + " could not be bound: " + Failures.words(failure);
    }
}
