package dev.sallyport.control;

import dev.sallyport.control.Message.Equip;
import dev.sallyport.control.Message.Equipped;
import dev.sallyport.control.Message.Hello;
import dev.sallyport.control.Message.Welcome;
import dev.sallyport.identity.Identity;
import dev.sallyport.identity.Pem;
import dev.sallyport.run.AgentLostException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What goes before the first order: both ends say who they are, the agent gets its identity, its clock is read.
 *
 * @param opening how long each answer may take; the first includes the start of the agent's process
 */
record Handshake(Conversation conversation, Introduction expected, Duration opening) {

    /**
     * Waits until all is said.
     *
     * @throws AgentLostException with what was found and what was awaited
     */
    void perform(Optional<Identity> identity, PipeAgent agent) {
        Welcome welcome = await("welcome", conversation.ask(new Hello(expected), Welcome.class));
        expected.objection(welcome.agent()).ifPresent(this::refuse);
        certificates(identity, welcome).ifPresent(this::refuse);
        identity.ifPresent(
                own -> await("taking its certificate", conversation.ask(new Equip(Pem.of(own)), Equipped.class)));
        await("clock", agent.renew());
    }

    /** Two authorities in one run would make every TLS verdict a riddle. */
    private Optional<String> certificates(Optional<Identity> identity, Welcome welcome) {
        if (identity.isPresent() && welcome.equipped()) {
            return Optional.of("its agent was started with certificates of its own, while this run sends it others:"
                    + " start the agent without --certs, or let the run send none");
        }
        if (identity.isEmpty() && !welcome.equipped()) {
            return Optional.of("its agent has no certificate, and this run sends it none:"
                    + " start the agent with --certs, or let the run send certificates");
        }
        return Optional.empty();
    }

    private void refuse(String why) {
        throw new AgentLostException(expected.host(), why);
    }

    private <T> T await(String what, CompletableFuture<T> answer) {
        String awaited = " (its " + what + " was awaited";
        try {
            return answer.get(opening.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw lost("its agent did not answer within " + opening.toMillis() / 1000.0 + " s"
                    + conversation.words().last() + awaited);
        } catch (ExecutionException e) {
            throw lost(LostAgent.why(expected.host(), e.getCause()) + awaited);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw lost("waiting for its agent was interrupted" + awaited);
        }
    }

    private AgentLostException lost(String why) {
        return new AgentLostException(
                expected.host(), why + conversation.words().earlier() + ")");
    }
}
