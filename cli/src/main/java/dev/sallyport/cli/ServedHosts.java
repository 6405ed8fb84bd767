package dev.sallyport.cli;

import dev.sallyport.lab.Host;
import dev.sallyport.scenarios.Scenarios;
import dev.sallyport.yaml.DidYouMean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The words of a command that takes hosts, then scenarios: what names a host of the lab is one.
 *
 * @param hosts at least one
 * @param scenarios names or files
 */
record ServedHosts(List<Host> hosts, List<String> scenarios) {

    /** Sorts the words; one that is neither is bad input. */
    static ServedHosts of(List<String> words, Site site) {
        List<Host> hosts = new ArrayList<>();
        List<String> scenarios = new ArrayList<>();
        for (String word : words) {
            if (site.lab().host(word).isPresent()) {
                hosts.add(site.host(word));
            } else if (isScenario(word)) {
                scenarios.add(word);
            } else {
                throw new BadInputException(neither(word, site));
            }
        }
        if (hosts.isEmpty()) {
            throw new BadInputException(
                    "no host is named; name whose part to play (hosts: " + String.join(", ", site.hostNames()) + ")");
        }
        return new ServedHosts(hosts, scenarios);
    }

    private static boolean isScenario(String word) {
        return Scenarios.builtIn().contains(word) || word.matches(".*[/.].*") || Files.exists(Path.of(word));
    }

    private static String neither(String word, Site site) {
        List<String> known = Stream.concat(site.hostNames().stream(), Scenarios.builtIn().stream())
                .toList();
        return "'" + word + "' is no host of lab " + site.lab().name() + " (hosts: "
                + String.join(", ", site.hostNames()) + ") and no scenario (built in: "
                + String.join(", ", Scenarios.builtIn()) + ")" + DidYouMean.suggestion(word, known);
    }
}
