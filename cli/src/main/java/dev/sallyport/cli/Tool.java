package dev.sallyport.cli;

import java.util.Optional;

/** Which Sallyport this is, as reports and {@code --version} say it. */
final class Tool {

    private Tool() {}

    /** Returns {@code sallyport 0.1.0}; the version stands in the jar's manifest. */
    static String name() {
        String version = Optional.ofNullable(Tool.class.getPackage().getImplementationVersion())
                .orElse("development");
        return "sallyport " + version.replace("-SNAPSHOT", "");
    }
}
