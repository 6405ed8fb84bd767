package dev.sallyport.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files that make the demo, as they stand beside this class. */
public final class DemoFiles {

    private DemoFiles() {}

    /** Returns the lab file of the demo's site. */
    public static String lab() {
        return text("lab.yaml");
    }

    /** Returns the rule base without a fault, for nftables. */
    static String rules() {
        return text("rules.nft");
    }

    /** Returns the faults that can be planted in it. */
    static String faults() {
        return text("faults.yaml");
    }

    /** Returns the shell commands that make the site. */
    static String site() {
        return text("site.sh");
    }

    private static String text(String name) {
        try (InputStream in = DemoFiles.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
