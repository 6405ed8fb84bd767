package dev.sallyport.transport;

import dev.sallyport.check.Attempt;
import dev.sallyport.check.Check;
import dev.sallyport.check.Contact;
import dev.sallyport.check.Listening;
import dev.sallyport.check.Observation;
import dev.sallyport.check.Traffic;
import dev.sallyport.exchange.Ending;
import dev.sallyport.exchange.How;
import dev.sallyport.exchange.Stage;
import dev.sallyport.flow.Endpoint;
import dev.sallyport.flow.Security;
import dev.sallyport.flow.Transport;
import dev.sallyport.identity.Identity;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.run.Agent;
import dev.sallyport.run.Patience;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The agent of a host that plays its part in this process. Thread-safe. */
public final class LocalAgent implements Agent {

    private static final int SETTLING_ROUNDS = 25;
    private static final int SETTLING_MILLIS = 20;

    private final String name;
    private final Host host;
    private final BindProblem problems;
    private final Arrivals arrivals = new Arrivals();
    private final List<Channel> bound = new CopyOnWriteArrayList<>();
    private final List<Listening> listening = new CopyOnWriteArrayList<>();
    private final Queue<Attempt> attempts = new ConcurrentLinkedQueue<>();
    private final Set<Errand> errands = ConcurrentHashMap.newKeySet();
    private volatile Instant armedSince = Instant.EPOCH;

    /**
     * Prepares an agent; it does nothing until asked.
     *
     * @param name the host's name in the lab
     * @param fqdn the name its certificate carries
     * @param domain the SIP and XMPP domain it speaks for
     * @param identity what it presents in TLS, and whom it believes
     * @param network the event loops it shares with the other agents of this process
     */
    public LocalAgent(
            String name,
            String fqdn,
            String domain,
            List<String> roles,
            Identity identity,
            Directory directory,
            Protocols protocols,
            Network network,
            Clock clock) {
        this.name = name;
        Tls tls = new Tls(identity, directory);
        SidePorts ports = new SidePorts(network, directory);
        Dialler dialler = new Dialler(network, directory, tls, ports, clock);
        this.host = new Host(
                fqdn,
                domain,
                List.copyOf(roles),
                protocols,
                directory,
                network,
                tls,
                dialler,
                ports,
                new Route(),
                clock);
        this.problems = new BindProblem(network.sockets());
    }

    @Override
    public String host() {
        return name;
    }

    @Override
    public CompletionStage<List<Listening>> arm(List<Endpoint> endpoints) {
        List<CompletableFuture<Listening>> bindings =
                endpoints.stream().map(this::bind).toList();
        armedSince = host.clock().instant();
        return CompletableFuture.allOf(bindings.toArray(CompletableFuture[]::new))
                .thenApply(all -> {
                    List<Listening> armed =
                            bindings.stream().map(CompletableFuture::join).toList();
                    listening.addAll(armed);
                    return armed;
                });
    }

    private CompletableFuture<Listening> bind(Endpoint endpoint) {
        ChannelFuture binding = binding(endpoint);
        CompletableFuture<Listening> told = new CompletableFuture<>();
        binding.addListener(done -> {
            if (done.isSuccess()) {
                bound.add(binding.channel());
                told.complete(new Listening(endpoint, Optional.empty(), certificate(endpoint)));
            } else {
                told.complete(
                        new Listening(endpoint, Optional.of(problems.words(endpoint, done.cause())), Optional.empty()));
            }
        });
        return told;
    }

    private ChannelFuture binding(Endpoint endpoint) {
        if (!endpoint.passesTo().isEmpty()) {
            return new PassingEndpoint(host.network(), host.directory(), host.clock(), endpoint, arrivals).bind();
        }
        return endpoint.transport() == Transport.TCP
                ? new StreamEndpoint(host, endpoint, arrivals).bind()
                : new DatagramEndpoint(host, endpoint, arrivals).bind();
    }

    private Optional<String> certificate(Endpoint endpoint) {
        boolean clear = endpoint.security().equals(Set.of(Security.NONE));
        return clear ? Optional.empty() : Optional.of(host.tls().fingerprint());
    }

    @Override
    public CompletionStage<Void> fire(List<Check> checks, Patience patience, Consumer<Attempt> attempted) {
        List<CompletableFuture<Void>> done = new ArrayList<>();
        for (Check check : checks) {
            for (int port : new HashSet<>(check.ports())) {
                Errand errand = new Errand(host, check, port, patience, attempt -> {
                    attempts.add(attempt);
                    // What was kept of its bytes is told once, with what the other end saw.
                    attempted.accept(attempt.summed());
                });
                errands.add(errand);
                done.add(errand.run().whenComplete((nothing, failure) -> errands.remove(errand)));
            }
        }
        return CompletableFuture.allOf(done.toArray(CompletableFuture[]::new));
    }

    @Override
    public void stop() {
        errands.forEach(Errand::stop);
    }

    @Override
    public CompletionStage<Observation> collect() {
        CompletableFuture<Observation> observed = new CompletableFuture<>();
        settle(SETTLING_ROUNDS, observed);
        return observed;
    }

    /** What was sent last may still be on its way through the other event loop; half a second is plenty. */
    private void settle(int rounds, CompletableFuture<Observation> observed) {
        if (rounds == 0 || arrivals.settled()) {
            observed.complete(observation());
        } else {
            later(SETTLING_MILLIS, () -> settle(rounds - 1, observed));
        }
    }

    private Observation observation() {
        List<Contact> seen = new ArrayList<>(arrivals.contacts());
        host.network().halfOpen().since(armedSince).stream()
                .filter(half -> ours(half.entry().local()))
                .map(LocalAgent::halfOpened)
                .forEach(seen::add);
        return new Observation(name, listening, seen, List.copyOf(attempts), Optional.empty());
    }

    @Override
    public CompletionStage<Void> disarm() {
        List<CompletableFuture<Void>> closed =
                bound.stream().map(LocalAgent::close).toList();
        bound.clear();
        listening.clear();
        arrivals.clear();
        attempts.clear();
        host.network().keeping().begin();
        return CompletableFuture.allOf(closed.toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<Void> close(Channel channel) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        channel.close().addListener(done -> closed.complete(null));
        return closed;
    }

    @Override
    public void close() {
        stop();
        disarm().toCompletableFuture().join();
    }

    private boolean ours(InetSocketAddress local) {
        return listening.stream()
                .map(Listening::endpoint)
                .filter(endpoint -> endpoint.transport() == Transport.TCP)
                .anyMatch(endpoint ->
                        endpoint.port() == local.getPort() && endpoint.address().equals(local.getAddress()));
    }

    private static Contact halfOpened(HalfOpenWatch.HalfOpen half) {
        return new Contact(
                half.at(),
                half.entry().local(),
                half.entry().remote(),
                List.of(),
                new Ending(Stage.CONNECT, How.SILENCE, "its SYN came, and the handshake was never completed"),
                Traffic.NONE,
                Traffic.NONE,
                Optional.empty(),
                Optional.empty(),
                0);
    }

    private void later(int millis, Runnable action) {
        host.network().loops().schedule(action, millis, TimeUnit.MILLISECONDS);
    }
}
