package dev.sallyport.control;

import java.io.File;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The shell command that starts a host's agent, with {@code {host}} where the host's name goes:
 * {@code ssh {host} sallyport agent {host} --lab lab.yaml --stdio}.
 */
public record SpawnCommand(String template) {

    private static final String HOST = "{host}";
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /**
     * Refuses a command that would start one agent for all hosts.
     *
     * @throws IllegalArgumentException with what to write instead
     */
    public void requireFor(Set<String> hosts) {
        if (hosts.size() > 1 && !template.contains(HOST)) {
            throw new IllegalArgumentException("the command '" + template + "' starts the same agent for each of the "
                    + hosts.size() + " hosts: write {host} where the host's name goes, as in"
                    + " 'ssh {host} sallyport agent {host} --lab lab.yaml --stdio'");
        }
    }

    /** Returns the shell's text for a host; anything but a DNS label (RFC 1123 §2.1) could be more than a name to it. */
    String text(String host) {
        if (!LABEL.matcher(host).matches()) {
            throw new IllegalArgumentException("'" + host + "' is not a DNS label, so it cannot stand in a command");
        }
        return template.replace(HOST, host);
    }

    Process start(String host) throws IOException {
        boolean windows = File.separatorChar == '\\';
        String text = text(host);
        // An interrupt typed at a terminal goes to every process there; agents must live to tell what they saw.
        return windows
                ? new ProcessBuilder("cmd", "/c", text).start()
                : new ProcessBuilder("sh", "-c", "trap '' INT\n" + text).start();
    }
}
