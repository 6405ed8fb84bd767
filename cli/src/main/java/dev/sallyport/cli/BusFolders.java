package dev.sallyport.cli;

import dev.sallyport.certs.FolderHost;
import dev.sallyport.control.bus.BusAddress;
import dev.sallyport.control.bus.NatsConfiguration;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.IpLiteral;
import dev.sallyport.lab.Lab;
import java.util.List;
import java.util.stream.Collectors;

/** What stands beside the hosts' certificate folders where a bus carries the agents: its own, and the controller's. */
record BusFolders(Lab lab, BusAddress address) {

    /** The folder of the server. */
    static final String SERVER = "bus";

    /** Refuses a lab with hosts of these names. */
    BusFolders {
        for (String name : List.of(SERVER, AgentOptions.CONTROLLER)) {
            if (lab.host(name).isPresent()) {
                throw new BadInputException("with --bus the folder " + name + " is not a host's: rename host " + name);
            }
        }
    }

    List<FolderHost> hosts() {
        boolean literal = address.host().matches("[0-9.]+|.*:.*");
        FolderHost server = literal
                ? new FolderHost(SERVER, List.of(SERVER + "." + lab.domain()), List.of(IpLiteral.parse(address.host())))
                : new FolderHost(SERVER, List.of(address.host()), List.of());
        return List.of(server, new FolderHost(AgentOptions.CONTROLLER, List.of(controller()), List.of()));
    }

    NatsConfiguration configuration() {
        return new NatsConfiguration(
                lab.name(),
                address,
                SERVER,
                controller(),
                lab.hosts().stream().collect(Collectors.toMap(Host::name, Host::fqdn)));
    }

    private String controller() {
        return AgentOptions.CONTROLLER + "." + lab.domain();
    }
}
