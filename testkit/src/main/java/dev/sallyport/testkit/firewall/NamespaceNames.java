package dev.sallyport.testkit.firewall;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names of one lab's namespaces: {@code sallyport-PID-NUMBER-HOST}. The process id tells a later JVM whose they are,
 * the number keeps the labs of one JVM apart.
 */
record NamespaceNames(long pid, int number) {
    static final String FIREWALL = "firewall";
    private static final Pattern NAME = Pattern.compile("sallyport-(\\d{1,18})-\\d+-.*");

    String prefix() {
        return "sallyport-" + pid + "-" + number + "-";
    }

    String of(String host) {
        return prefix() + host;
    }

    /** The namespace of the first firewall: the lab's claim to its number. */
    String firewall() {
        return firewall(0);
    }

    /** The namespace of a firewall by its place among them, as firewalls may be named like hosts. */
    String firewall(int index) {
        return of(index == 0 ? FIREWALL : FIREWALL + (index + 1));
    }

    /** Returns the id of the process that made the namespace, if the name is one of ours. */
    static OptionalLong owner(String namespace) {
        Matcher name = NAME.matcher(namespace);
        return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
    }
}
