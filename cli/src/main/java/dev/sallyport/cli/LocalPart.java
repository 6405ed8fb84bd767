package dev.sallyport.cli;

import dev.sallyport.identity.Identity;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Lab;
import dev.sallyport.run.Agent;
import dev.sallyport.transport.VisitLog;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes the host's agent once its identity has come; the one of the next run takes the place of the last one's. */
final class LocalPart implements Function<Identity, Agent>, AutoCloseable {

    private final Lab site;
    private final Host self;
    private final Clock clock;
    private final VisitLog log;
    private Optional<LocalAgents> agents = Optional.empty();

    LocalPart(Lab site, Host self, Clock clock, VisitLog log) {
        this.site = site;
        this.self = self;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public synchronized Agent apply(Identity identity) {
        close();
        LocalAgents made = new LocalAgents(site, Map.of(self.name(), identity), clock, log);
        agents = Optional.of(made);
        return made.byHost().get(self.name());
    }

    @Override
    public synchronized void close() {
        agents.ifPresent(LocalAgents::close);
        agents = Optional.empty();
    }
}
