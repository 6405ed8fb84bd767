package dev.sallyport.cli;

import dev.sallyport.check.Plan;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Host;
import dev.sallyport.lab.Lab;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.Catalog;
import dev.sallyport.scenarios.Planner;
import dev.sallyport.scenarios.Scenario;
import dev.sallyport.scenarios.Selection;
import dev.sallyport.scenarios.Spoken;
import dev.sallyport.yaml.DidYouMean;
import java.util.List;

/**
 * What a plan is made of, read and free of problems.
 *
 * @param scenarios at least one
 */
record Site(Lab lab, Catalog catalog, List<Scenario> scenarios) {

    /** Keeps its own copy. */
    Site {
        scenarios = List.copyOf(scenarios);
    }

    /** Returns the site's plan, narrowed; sends nothing. */
    Plan plan(Selection selection) {
        return planner().plan(scenarios, selection);
    }

    /** Returns the checks of one flow at one port, whether or not a row asks for it; sends nothing. */
    Plan question(String from, String to, int port, Transport transport) {
        return planner().question(from, to, port, transport);
    }

    private Planner planner() {
        return new Planner(lab, catalog, Spoken.of(Protocols.spoken()));
    }

    /** Returns the host of that name, which the command line gave. */
    Host host(String name) {
        return lab.host(name)
                .orElseThrow(() -> new BadInputException(
                        "no host '" + name + "' in lab " + lab.name() + DidYouMean.suggestion(name, hostNames())
                                + " (hosts: " + String.join(", ", hostNames()) + ")"));
    }

    List<String> hostNames() {
        return lab.hosts().stream().map(Host::name).toList();
    }
}
