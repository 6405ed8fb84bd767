package dev.sallyport.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How to come into namespaces that nobody else sees: as an ordinary user by way of a user namespace, as root without.
 *
 * @param entering the words before a command that is to run in new ones
 * @param joining what {@code nsenter} is told, to follow it there
 */
record Privacy(List<String> entering, List<String> joining) {

    private static final Privacy AS_USER = new Privacy(
            List.of("unshare", "--user", "--map-root-user", "--net", "--mount"),
            List.of("--user", "--preserve-credentials", "--net", "--mount"));
    private static final Privacy AS_ROOT =
            new Privacy(List.of("unshare", "--net", "--mount"), List.of("--net", "--mount"));

    /** Returns the first way that this machine allows; root within a user namespace could not read others' files. */
    static Privacy possible() {
        List<String> refusals = new ArrayList<>();
        for (Privacy way : List.of(AS_ROOT, AS_USER)) {
            String refusal = way.refusal();
            if (refusal.isEmpty()) {
                return way;
            }
            refusals.add(refusal);
        }
        throw new NoSiteException("the demo needs network namespaces of its own, and this kernel or container refuses"
                + " them (" + refusals.get(1) + "). What helps, whichever applies:\n"
                + "  as root                    sudo ./sallyport demo\n"
                + "  Ubuntu 24.04 and newer     sysctl kernel.apparmor_restrict_unprivileged_userns=0\n"
                + "  older Debian               sysctl kernel.unprivileged_userns_clone=1\n"
                + "  a container                docker run --privileged …");
    }

    /** Tries it with what the site needs most. */
    private String refusal() {
        List<String> words = new ArrayList<>(entering);
        words.addAll(List.of("sh", "-c", "mount -t tmpfs sallyport /run"));
        try {
            Process trial = Programs.started(words);
            String said = new String(trial.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return trial.waitFor() == 0 ? "" : said.isEmpty() ? "status " + trial.exitValue() : said;
        } catch (IOException e) {
            return e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
