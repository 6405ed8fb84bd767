package dev.sallyport.control.bus;

import dev.sallyport.identity.Identity;
import dev.sallyport.transport.Tls;
import io.nats.client.AuthenticationException;
import io.nats.client.Connection;
import io.nats.client.ConnectionListener;
import io.nats.client.Dispatcher;
import io.nats.client.ErrorListener;
import io.nats.client.Nats;
import io.nats.client.Options;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** The bus of a NATS broker, over one mutual-TLS connection that is made anew whenever it breaks. */
public final class NatsBus implements Bus {

    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMillis(250);
    private static final Duration PING = Duration.ofSeconds(5);
    private static final int UNLIMITED = -1;

    private final Consumer<String> notes;
    private final List<Runnable> back = new CopyOnWriteArrayList<>();
    private final List<Consumer<String>> refused = new CopyOnWriteArrayList<>();
    private final AtomicReference<Optional<Exception>> failure = new AtomicReference<>(Optional.empty());
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile Connection connection;
    private volatile Dispatcher dispatcher;
    private volatile boolean left;

    private NatsBus(Consumer<String> notes) {
        this.notes = notes;
    }

    /**
     * Dials a broker.
     *
     * @param notes told when the broker goes away and comes back
     * @throws BusException where there is none, or one that we do not believe, or that does not believe us
     */
    public static NatsBus connect(BusAddress address, Identity identity, Consumer<String> notes) {
        NatsBus bus = new NatsBus(notes);
        try {
            bus.connection = Nats.connect(bus.options(address, identity));
        } catch (AuthenticationException e) {
            throw new BusException(
                    "the bus at " + address.url() + " knows nobody by this certificate: "
                            + "make nats.conf anew by `sallyport certs --bus`, and restart the broker with it",
                    false);
        } catch (IOException e) {
            throw bus.unreachable(address, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusException("interrupted while dialling the bus at " + address.url(), false);
        }
        bus.dispatcher = bus.connection.createDispatcher();
        bus.dispatcher.setPendingLimits(UNLIMITED, UNLIMITED);
        return bus;
    }

    private Options options(BusAddress address, Identity identity) {
        return Options.builder()
                .server(address.url())
                // The NATS library checks no names by itself; and with TLS 1.3 a broker's refusal of our certificate
                // would
                // only show later, as a connection that ends.
                .sslContext(Tls.towards(address.host(), identity))
                .connectionTimeout(CONNECTING)
                .maxReconnects(UNLIMITED)
                .reconnectWait(AGAIN)
                .reconnectJitterTls(AGAIN)
                .reconnectBufferSize(0)
                .pingInterval(PING)
                .ignoreDiscoveredServers()
                .noEcho()
                .connectionListener(listener(address))
                .errorListener(errors())
                .build();
    }

    private BusException unreachable(BusAddress address, IOException otherwise) {
        Exception why = failure.get().orElse(otherwise);
        boolean tls =
                causes(why).anyMatch(one -> one instanceof GeneralSecurityException || one instanceof SSLException);
        String tip = tls ? "; both ends need certificates of the same `sallyport certs`" : "; is the broker running?";
        return new BusException(
                (tls ? "no TLS with the bus at " : "no bus at ") + address.url() + ": " + reason(why) + tip, !tls);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause);
    }

    private static String reason(Throwable failure) {
        Throwable root = causes(failure).reduce(failure, (outer, inner) -> inner);
        return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
    }

    private ConnectionListener listener(BusAddress address) {
        return (dialled, event) -> {
            if (!left && dispatcher != null) {
                happened(event, "the bus at " + address.url());
            }
        };
    }

    /** While it dials, every attempt that fails is another disconnection. */
    private void happened(ConnectionListener.Events event, String which) {
        if (event == ConnectionListener.Events.DISCONNECTED && !away.getAndSet(true)) {
            notes.accept(which + " went away; dialling it again");
        } else if (event == ConnectionListener.Events.RESUBSCRIBED) {
            away.set(false);
            notes.accept(which + " is back");
            back.forEach(Runnable::run);
        } else if (event == ConnectionListener.Events.CLOSED) {
            refused.forEach(action -> action.accept(which + " refuses this certificate"));
        }
    }

    private ErrorListener errors() {
        return new ErrorListener() {
            @Override
            public void exceptionOccurred(Connection dialled, Exception problem) {
                failure.set(Optional.of(problem));
            }

            @Override
            public void errorOccurred(Connection dialled, String error) {
                notes.accept("the bus says: " + error);
            }
        };
    }

    @Override
    public void publish(String subject, byte[] message) {
        try {
            connection.publish(subject, message);
        } catch (IllegalStateException e) {
            // The broker is away, or we have left: the message is lost, as any may be.
        }
    }

    @Override
    public void subscribe(String subject, BiConsumer<String, byte[]> heard) {
        dispatcher.subscribe(subject, message -> heard.accept(message.getSubject(), message.getData()));
    }

    @Override
    public void whenBack(Runnable action) {
        back.add(action);
    }

    @Override
    public void whenRefused(Consumer<String> action) {
        refused.add(action);
    }

    @Override
    public void close() {
        left = true;
        try {
            connection.flush(Duration.ofSeconds(1));
            connection.close();
        } catch (TimeoutException e) {
            closeNow();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void closeNow() {
        try {
            connection.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
