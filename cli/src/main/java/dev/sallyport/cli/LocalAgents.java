package dev.sallyport.cli;

import dev.sallyport.identity.Identity;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Lab;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.run.Agent;
import dev.sallyport.scenarios.Directories;
import dev.sallyport.transport.Directory;
import dev.sallyport.transport.LocalAgent;
import dev.sallyport.transport.Network;
import dev.sallyport.transport.VisitBounds;
import dev.sallyport.transport.VisitLog;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The agents of hosts whose parts are played in this process. */
final class LocalAgents implements Agents {

    private final Network network;
    private final Map<String, Agent> byHost = new LinkedHashMap<>();

    /** Makes an agent for each host that has an identity; they do nothing until asked, and write no lines. */
    LocalAgents(Lab lab, Map<String, Identity> identities, Clock clock) {
        this(lab, identities, clock, VisitLog.silent());
    }

    /** Makes such agents; of visits that end badly they write to the log. */
    LocalAgents(Lab lab, Map<String, Identity> identities, Clock clock, VisitLog log) {
        network = new Network(VisitBounds.standard(), log);
        Directory directory = Directories.of(lab);
        Protocols protocols = Protocols.spoken();
        for (Host host : lab.hosts()) {
            if (identities.containsKey(host.name())) {
                Identity identity = identities.get(host.name());
                byHost.put(host.name(), agent(host, identity, directory, protocols, clock));
            }
        }
    }

    private LocalAgent agent(Host host, Identity identity, Directory directory, Protocols protocols, Clock clock) {
        String domain = directory.speakers().get(host.addresses().get(0)).domain();
        return new LocalAgent(
                host.name(), host.fqdn(), domain, host.roles(), identity, directory, protocols, network, clock);
    }

    @Override
    public Map<String, Agent> byHost() {
        return byHost;
    }

    @Override
    public void close() {
        byHost.values().forEach(Agent::close);
        network.close();
    }
}
