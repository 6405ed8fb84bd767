package dev.sallyport.control;

import dev.sallyport.control.Message.Answer;
import dev.sallyport.control.Message.Arm;
import dev.sallyport.control.Message.Armed;
import dev.sallyport.control.Message.Attempted;
import dev.sallyport.control.Message.Collect;
import dev.sallyport.control.Message.Disarmed;
import dev.sallyport.control.Message.Equip;
import dev.sallyport.control.Message.Equipped;
import dev.sallyport.control.Message.Fire;
import dev.sallyport.control.Message.Fired;
import dev.sallyport.control.Message.Hello;
import dev.sallyport.control.Message.Observed;
import dev.sallyport.control.Message.Order;
import dev.sallyport.control.Message.Refused;
import dev.sallyport.control.Message.Renew;
import dev.sallyport.control.Message.Renewed;
import dev.sallyport.control.Message.Stop;
import dev.sallyport.control.Message.Stopped;
import dev.sallyport.control.Message.Welcome;
import dev.sallyport.identity.Identity;
import dev.sallyport.run.Agent;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Carries out what a controller orders, or says why not. Thread-safe; never waits for the network. */
final class Orders {

    private static final int SETTLING_SECONDS = 5;

    private final PipedHost host;
    private final Consumer<Envelope> answers;
    private Optional<String> objection = Optional.of("the controller has not introduced itself");
    private Optional<Agent> agent = Optional.empty();
    private CompletionStage<?> arming = CompletableFuture.completedStage(null);
    private boolean over;

    Orders(PipedHost host, Consumer<Envelope> answers) {
        this.host = host;
        this.answers = answers;
    }

    /** Carries an order out; its answer follows, from any thread. */
    synchronized void take(long id, Order order) {
        if (over) {
            return;
        }
        try {
            answer(id, order);
        } catch (RuntimeException e) {
            say(id, new Refused(reason(e)));
        }
    }

    /** Frees whatever was armed, and takes no more orders. */
    synchronized void end() {
        over = true;
        agent.ifPresent(one -> {
            one.stop();
            settle(arming);
            settle(one.disarm());
            one.close();
        });
        agent = Optional.empty();
    }

    private void answer(long id, Order order) {
        if (order instanceof Hello hello) {
            greet(id, hello);
        } else if (order instanceof Renew) {
            say(id, new Renewed(host.clock().instant()));
        } else if (objection.isPresent()) {
            say(id, new Refused(objection.get()));
        } else if (order instanceof Equip equip) {
            equip(id, equip);
        } else if (agent.isEmpty()) {
            say(id, new Refused("it has no certificate yet"));
        } else {
            act(id, agent.get(), order);
        }
    }

    private void greet(long id, Hello hello) {
        objection = hello.controller().objection(host.self());
        say(id, new Welcome(host.self(), host.own().isPresent()));
        if (objection.isEmpty() && agent.isEmpty()) {
            agent = host.own().map(host.part());
        }
    }

    private void equip(long id, Equip equip) {
        if (agent.isPresent()) {
            say(id, new Refused("it has a certificate already"));
            return;
        }
        Identity identity =
                equip.identity().identity().requireValidAt(host.clock().instant());
        agent = Optional.of(host.part().apply(identity));
        say(id, new Equipped());
    }

    private void act(long id, Agent one, Order order) {
        if (order instanceof Arm arm) {
            arm(id, one, arm);
        } else if (order instanceof Fire fire) {
            fire(id, one, fire);
        } else if (order instanceof Stop) {
            one.stop();
            say(id, new Stopped());
        } else if (order instanceof Collect) {
            answer(id, one.collect().thenApply(Observed::new));
        } else {
            answer(id, one.disarm().thenApply(nothing -> new Disarmed()));
        }
    }

    private void arm(long id, Agent one, Arm arm) {
        Optional<String> refusal = host.territory().objectionToArming(arm.endpoints());
        if (refusal.isPresent()) {
            say(id, new Refused(refusal.get()));
            return;
        }
        CompletionStage<Armed> armed = one.arm(arm.endpoints()).thenApply(Armed::new);
        arming = armed;
        answer(id, armed);
    }

    private void fire(long id, Agent one, Fire fire) {
        Optional<String> refusal = host.territory().objectionToFiring(fire.checks());
        if (refusal.isPresent()) {
            say(id, new Refused(refusal.get()));
            return;
        }
        CompletionStage<Void> fired =
                one.fire(fire.checks(), fire.patience(), attempt -> say(id, new Attempted(attempt)));
        answer(id, fired.thenApply(nothing -> new Fired()));
    }

    private void answer(long id, CompletionStage<? extends Answer> coming) {
        coming.whenComplete((answer, failure) -> say(id, failure == null ? answer : new Refused(reason(failure))));
    }

    private void say(long id, Answer answer) {
        answers.accept(new Envelope(id, answer));
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    /** What was begun must be over before it is undone; a network that does not answer must not keep us armed. */
    private static void settle(CompletionStage<?> under) {
        under.handle((done, failure) -> Optional.empty())
                .toCompletableFuture()
                .completeOnTimeout(Optional.empty(), SETTLING_SECONDS, TimeUnit.SECONDS)
                .join();
    }
}
