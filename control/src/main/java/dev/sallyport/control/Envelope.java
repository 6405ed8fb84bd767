package dev.sallyport.control;

import dev.sallyport.control.Message.Arm;
import dev.sallyport.control.Message.Armed;
import dev.sallyport.control.Message.Attempted;
import dev.sallyport.control.Message.Bye;
import dev.sallyport.control.Message.Collect;
import dev.sallyport.control.Message.Disarm;
import dev.sallyport.control.Message.Disarmed;
import dev.sallyport.control.Message.Equip;
import dev.sallyport.control.Message.Equipped;
import dev.sallyport.control.Message.Fire;
import dev.sallyport.control.Message.Fired;
import dev.sallyport.control.Message.Hello;
import dev.sallyport.control.Message.Observed;
import dev.sallyport.control.Message.Refused;
import dev.sallyport.control.Message.Renew;
import dev.sallyport.control.Message.Renewed;
import dev.sallyport.control.Message.Stop;
import dev.sallyport.control.Message.Stopped;
import dev.sallyport.control.Message.Welcome;
import dev.sallyport.json.Json;
import dev.sallyport.json.MalformedJsonException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with its number, as one line: {@code {"id":7,"arm":{…}}}. The one key besides {@code id} names the message.
 *
 * @param id the order's number; its answers repeat it
 */
record Envelope(long id, Message message) {

    /** A kind of message; those that say nothing but their name are always the same value. */
    private record Kind(String name, Class<? extends Message> type, Optional<Message> bare) {

        static Kind of(String name, Class<? extends Message> type) {
            return new Kind(name, type, Optional.empty());
        }

        static Kind bare(String name, Message message) {
            return new Kind(name, message.getClass(), Optional.of(message));
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of("hello", Hello.class),
            Kind.of("welcome", Welcome.class),
            Kind.of("equip", Equip.class),
            Kind.bare("equipped", new Equipped()),
            Kind.of("arm", Arm.class),
            Kind.of("armed", Armed.class),
            Kind.of("fire", Fire.class),
            Kind.of("attempted", Attempted.class),
            Kind.bare("fired", new Fired()),
            Kind.bare("stop", new Stop()),
            Kind.bare("stopped", new Stopped()),
            Kind.bare("collect", new Collect()),
            Kind.of("observed", Observed.class),
            Kind.bare("disarm", new Disarm()),
            Kind.bare("disarmed", new Disarmed()),
            Kind.bare("renew", new Renew()),
            Kind.of("renewed", Renewed.class),
            Kind.of("refused", Refused.class),
            Kind.of("bye", Bye.class));

    private static final Pattern HEAD = Pattern.compile("\\{\\s*\"id\"\\s*:\\s*(\\d{1,18})\\s*,\\s*\"([a-z-]+)\"\\s*:");

    /** Returns the message's name on the wire. */
    static String name(Message message) {
        return kind(message).name;
    }

    /** Tells whether a line is meant as a message; a banner, a prompt or a warning of the JVM is not. */
    static boolean looksLikeOne(String line) {
        return HEAD.matcher(line).lookingAt();
    }

    /** Writes it, without the line's end. */
    String line() {
        Kind kind = kind(message);
        String body = kind.bare.isPresent() ? "{}" : Json.write(message);
        return "{\"id\":" + id + ",\"" + kind.name + "\":" + body + "}";
    }

    /**
     * Reads a line that {@link #looksLikeOne}.
     *
     * @throws MalformedJsonException where it is cut off or of another form; what it says of an identity is not shown
     */
    static Envelope read(String line) {
        Matcher head = HEAD.matcher(line);
        String text = line.stripTrailing();
        if (!head.lookingAt() || !text.endsWith("}")) {
            throw new MalformedJsonException("a message", "", "it is cut off");
        }
        String name = head.group(2);
        Kind kind = KINDS.stream()
                .filter(known -> known.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new MalformedJsonException("a message", "", "'" + name + "' is none we know"));
        String body = text.substring(head.end(), text.length() - 1);
        return new Envelope(Long.parseLong(head.group(1)), kind.bare.orElseGet(() -> body(kind, body)));
    }

    private static Message body(Kind kind, String body) {
        if (kind.type == Equip.class) {
            return secret(body);
        }
        return Json.read("message '" + kind.name + "'", body, kind.type);
    }

    /** A reader's complaint may repeat what it read. */
    private static Message secret(String body) {
        try {
            return Json.read(body, Equip.class);
        } catch (MalformedJsonException e) {
            throw new MalformedJsonException("message 'equip'", "", "it is malformed");
        }
    }

    private static Kind kind(Message message) {
        return KINDS.stream()
                .filter(known -> known.type == message.getClass())
                .findFirst()
                .orElseThrow();
    }
}
