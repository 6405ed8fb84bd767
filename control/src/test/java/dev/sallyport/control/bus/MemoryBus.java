package dev.sallyport.control.bus;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/** A broker in this process, and one connection to it for each who joins; loses what a test wants lost. */
public final class MemoryBus {

    private final List<Client> clients = new CopyOnWriteArrayList<>();
    public final List<String> carried = new CopyOnWriteArrayList<>();
    private volatile BiPredicate<String, byte[]> lost = (subject, message) -> false;
    private volatile boolean away;

    private record Subscription(String subject, BiConsumer<String, byte[]> heard) {

        boolean takes(String other) {
            return other.matches(subject.replace(".", "\\.").replace("*", "[^.]+"));
        }
    }

    /** One who has dialled. */
    public final class Client implements Bus {

        private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
        private final List<Runnable> back = new CopyOnWriteArrayList<>();
        private final List<Consumer<String>> refused = new CopyOnWriteArrayList<>();
        private final ExecutorService delivery = Executors.newSingleThreadExecutor(run -> {
            Thread thread = new Thread(run, "delivery");
            thread.setDaemon(true);
            return thread;
        });

        @Override
        public void publish(String subject, byte[] message) {
            if (away || !clients.contains(this) || lost.test(subject, message)) {
                return;
            }
            carried.add(subject);
            clients.stream().filter(other -> other != this).forEach(other -> other.deliver(subject, message));
        }

        private void deliver(String subject, byte[] message) {
            subscriptions.stream()
                    .filter(subscription -> subscription.takes(subject))
                    .forEach(subscription -> delivery.execute(() -> subscription.heard.accept(subject, message)));
        }

        @Override
        public void subscribe(String subject, BiConsumer<String, byte[]> heard) {
            subscriptions.add(new Subscription(subject, heard));
        }

        @Override
        public void whenBack(Runnable action) {
            back.add(action);
        }

        @Override
        public void whenRefused(Consumer<String> action) {
            refused.add(action);
        }

        /** Vanishes without a word, as a killed process does. */
        @Override
        public void close() {
            clients.remove(this);
        }

        /** Throws it out for good. */
        public void refuse(String why) {
            refused.forEach(action -> action.accept(why));
        }
    }

    /** Dials. */
    public Client client() {
        Client client = new Client();
        clients.add(client);
        return client;
    }

    /** Loses what this is true of. */
    public void loses(BiPredicate<String, byte[]> which) {
        lost = which;
    }

    /** Loses everything from now on. */
    public void goesAway() {
        away = true;
    }

    /** Carries again, and tells everybody. */
    public void comesBack() {
        away = false;
        clients.forEach(client -> client.back.forEach(Runnable::run));
    }
}
