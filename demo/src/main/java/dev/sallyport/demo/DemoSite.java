package dev.sallyport.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The demo's site: its hosts as network namespaces, the firewall between its zones, in a private user, mount and network
 * namespace of its own.
 *
 * <p>One process holds it all, and ends when nobody holds its standard input any longer: closing the site, or the end of
 * this process by whatever means, leaves nothing behind. Nothing of the machine's own network is touched.
 */
public final class DemoSite implements AutoCloseable {

    private static final String READY = "ready";
    private static final String SEES_PROGRAMS = "PATH=\"$PATH:/usr/sbin:/sbin\"";

    private final Process holder;
    private final Privacy privacy;

    private DemoSite(Process holder, Privacy privacy) {
        this.holder = holder;
        this.privacy = privacy;
    }

    /**
     * Makes the site with these rules in its firewall.
     *
     * @throws NoSiteException where this machine does not allow it, or lacks a program
     */
    public static DemoSite open(RuleBase rules) {
        Programs.require();
        Privacy privacy = Privacy.possible();
        DemoSite site = new DemoSite(start(privacy, script(rules)), privacy);
        site.awaitReady();
        return site;
    }

    private static String script(RuleBase rules) {
        return DemoFiles.site() + "ip netns exec firewall nft -f - <<'RULES'\n" + rules.text() + "RULES\n" + "echo "
                + READY + "\nexec cat\n";
    }

    private static Process start(Privacy privacy, String script) {
        List<String> words = new ArrayList<>();
        // An interrupt typed at a terminal goes to every process there; the site outlives the run's last words.
        words.addAll(List.of("sh", "-c", "trap '' INT; " + SEES_PROGRAMS + " exec \"$@\"", "site"));
        words.addAll(privacy.entering());
        words.addAll(List.of("sh", "-c", script));
        return Programs.started(words);
    }

    private void awaitReady() {
        try {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(holder.getInputStream(), StandardCharsets.UTF_8));
            if (!READY.equals(out.readLine())) {
                throw new NoSiteException("the demo's site could not be made: " + lastWords());
            }
        } catch (IOException e) {
            throw new NoSiteException("the demo's site could not be made: " + e.getMessage());
        } finally {
            if (!holder.isAlive()) {
                close();
            }
        }
    }

    private String lastWords() throws IOException {
        holder.getOutputStream().close();
        try (BufferedReader err =
                new BufferedReader(new InputStreamReader(holder.getErrorStream(), StandardCharsets.UTF_8))) {
            return err.lines().limit(8).collect(Collectors.joining("\n  "));
        }
    }

    /** Returns the shell's words to put before a command so that it runs on a host; {@code {host}} stands for its name. */
    public String on(String host) {
        return SEES_PROGRAMS + " exec nsenter --target " + holder.pid() + " " + String.join(" ", privacy.joining())
                + " ip netns exec " + host;
    }

    /** Ends what holds the site together; it is gone once the last agent has ended, too. */
    @Override
    public void close() {
        try {
            holder.getOutputStream().close();
            if (!holder.waitFor(2, TimeUnit.SECONDS)) {
                holder.destroyForcibly();
            }
        } catch (IOException gone) {
            holder.destroyForcibly();
        } catch (InterruptedException e) {
            holder.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
