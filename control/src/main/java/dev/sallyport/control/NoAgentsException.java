package dev.sallyport.control;

import java.util.Map;
import java.util.stream.Collectors;

/** Says that not a single host's agent came up, and why, host by host: nothing can be sent. */
public final class NoAgentsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Names every host with its reason.
     *
     * @param how {@code by 'ssh {host} …'}, {@code over tls://broker:4222}
     */
    public NoAgentsException(String how, Map<String, String> failures) {
        super("no agent came up " + how + ":\n"
                + failures.entrySet().stream()
                        .map(failure -> "  " + failure.getKey() + ": " + failure.getValue())
                        .collect(Collectors.joining("\n")));
    }
}
