package dev.sallyport.testkit.firewall;

import dev.sallyport.testkit.machine.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The named network namespaces of this machine, of which it touches only Sallyport's own. */
final class Namespaces {
    /** Where iproute2 keeps a file for each named namespace. */
    private static final Path NAMED = Path.of("/var/run/netns");

    private static final int MOST_LABS = 1000;

    private Namespaces() {}

    /** Makes a firewall namespace under the first free number; the kernel's own refusal of a name twice is the counter. */
    static NamespaceNames claim() {
        long pid = ProcessHandle.current().pid();
        String refusal = "";
        for (int number = 1; number <= MOST_LABS; number++) {
            NamespaceNames names = new NamespaceNames(pid, number);
            CommandResult made = Command.system("", Programs.path("ip"), "netns", "add", names.firewall())
                    .run();
            if (made.exit() == 0) {
                return names;
            }
            refusal = made.err().strip();
            if (!refusal.contains("File exists")) {
                break;
            }
        }
        throw new IllegalStateException(
                "could not make a network namespace (are you root, with CAP_SYS_ADMIN?): " + refusal);
    }

    /** Removes the namespaces of processes that are gone, which nobody else will remove. */
    static void sweep() {
        remove(named(name -> {
            var owner = NamespaceNames.owner(name);
            return owner.isPresent() && ProcessHandle.of(owner.getAsLong()).isEmpty();
        }));
    }

    /** Removes all namespaces of a lab, and kills what still runs in them. */
    static void remove(NamespaceNames names) {
        remove(named(name -> name.startsWith(names.prefix())));
        List<String> left = named(name -> name.startsWith(names.prefix()));
        if (!left.isEmpty()) {
            throw new IllegalStateException("could not remove the namespaces " + left + "; try 'ip netns delete NAME'");
        }
    }

    private static void remove(Collection<String> names) {
        if (names.isEmpty()) {
            return;
        }
        killInside(names.stream().map(Namespaces::inode).collect(Collectors.toSet()));
        String batch = names.stream().map(name -> "netns delete " + name + "\n").collect(Collectors.joining());
        // -force goes on after an error: another JVM may sweep the same namespaces at this moment.
        Command.system(batch, Programs.path("ip"), "-force", "-batch", "-").run();
    }

    private static List<String> named(Predicate<String> wanted) {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(NAMED)) {
            children(NAMED).stream()
                    .map(file -> file.getFileName().toString())
                    .filter(wanted)
                    .forEach(names::add);
        }
        return names;
    }

    private static void killInside(Set<String> inodes) {
        for (Path process : children(Path.of("/proc"))) {
            String id = process.getFileName().toString();
            if (id.matches("\\d+") && inodes.contains(namespaceOf(process))) {
                ProcessHandle.of(Long.parseLong(id)).ifPresent(ProcessHandle::destroyForcibly);
            }
        }
    }

    /** The namespace a process is in, as {@code net:[4026532281]}; empty for one that has just ended. */
    private static String namespaceOf(Path process) {
        try {
            return Files.readSymbolicLink(process.resolve("ns/net")).toString();
        } catch (IOException gone) {
            return "";
        }
    }

    private static String inode(String name) {
        try {
            return "net:[" + Files.getAttribute(NAMED.resolve(name), "unix:ino") + "]";
        } catch (IOException gone) {
            return "gone";
        }
    }

    private static Set<Path> children(Path directory) {
        Set<Path> children = new HashSet<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(directory)) {
            stream.forEach(children::add);
        } catch (IOException failure) {
            throw new UncheckedIOException("could not list " + directory, failure);
        }
        return children;
    }
}
