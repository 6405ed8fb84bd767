package dev.sallyport.cli;

import dev.sallyport.control.Controller;
import dev.sallyport.control.Spawned;
import dev.sallyport.control.Timing;
import dev.sallyport.control.bus.Bus;
import dev.sallyport.control.bus.BusAddress;
import dev.sallyport.control.bus.BusRun;
import dev.sallyport.control.bus.Holder;
import dev.sallyport.control.bus.NatsBus;
import dev.sallyport.identity.IdentityFolder;
import dev.sallyport.lab.Lab;
import dev.sallyport.run.Agent;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** The agents that have joined a bus, and the lock that keeps other runs from it. */
record BusAgents(Bus bus, BusRun run, Map<String, Agent> byHost) implements Agents {

    /** Takes the lock, and waits for the agents of these hosts. */
    static BusAgents find(
            Lab lab, Set<String> hosts, BusAddress address, Path certificates, Duration wait, Terminal terminal) {
        var identity = new IdentityFolder(certificates).read(terminal.clock().instant());
        Controller controller = Controller.of(Tool.name(), lab.digest(), terminal.err()::println)
                .timed(Timing.overBus(wait));
        Bus bus = NatsBus.connect(address, identity, controller.notes());
        try {
            BusRun run = BusRun.begin(controller, bus, Holder.of(whoRuns(), terminal.clock()));
            terminal.interruption().stopsBy(() -> run.end("interrupted"));
            Spawned gathered = run.gather(hosts, address.url());
            gathered.warnings().forEach(controller.notes());
            return new BusAgents(bus, run, gathered.agents());
        } catch (RuntimeException e) {
            bus.close();
            throw e;
        }
    }

    private static String whoRuns() {
        return System.getProperty("user.name", "somebody") + "@" + machine();
    }

    private static String machine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    @Override
    public void close() {
        byHost.values().parallelStream().forEach(Agent::close);
        run.close();
        bus.close();
    }
}
