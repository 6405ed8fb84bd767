package dev.sallyport.testkit.loopback;

import dev.sallyport.certs.*;
import dev.sallyport.check.*;
import dev.sallyport.lab.*;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.*;
import dev.sallyport.run.*;
import dev.sallyport.scenarios.*;
import dev.sallyport.transport.*;
import java.time.Clock;
import java.util.*;
import java.util.stream.*;

/** scratch. */
class DefaultLabRun {
    public static void main(String[] args) throws Exception {
        long t0 = System.nanoTime();
        Catalog catalog = CatalogFiles.builtIn();
        Lab lab = DefaultLab.read(catalog.vocabulary());
        Protocols protocols = Protocols.spoken();
        Planner planner = new Planner(lab, catalog, Spoken.of(protocols));
        Plan plan = planner.plan(List.of(Scenarios.named(Scenarios.DEFAULT)), Selection.all());
        System.out.println("planned " + plan.checks().size() + " in " + (System.nanoTime() - t0) / 1e6);
        LabCa ca = LabCa.create(new LabName(lab.name(), lab.domain()), KeyKind.EC_P256, Clock.systemUTC());
        Network network = new Network();
        Directory directory = Directories.of(lab);
        Map<String, Agent> agents = new LinkedHashMap<>();
        for (CertificateNeed need : CertificateNeed.of(lab)) {
            var identity = ca.issue(Request.of(need.names().toArray(String[]::new))
                    .at(need.addresses())
                    .shortLived());
            agents.put(
                    need.host(),
                    new LocalAgent(
                            need.host(),
                            need.names().get(0),
                            lab.domain(),
                            lab.host(need.host()).get().roles(),
                            identity,
                            directory,
                            protocols,
                            network,
                            Clock.systemUTC()));
        }
        System.out.println("agents at " + (System.nanoTime() - t0) / 1e6);
        RunResult result = new CheckRunner(agents, Patience.spread(), Progress.silent(), Clock.systemUTC()).run(plan);
        System.out.println("run done at " + (System.nanoTime() - t0) / 1e6);
        Map<String, Long> by = result.checks().stream()
                .collect(Collectors.groupingBy(
                        r -> r.finding().status() + " " + r.finding().verdict(), TreeMap::new, Collectors.counting()));
        System.out.println(by);
        result.checks().stream()
                .filter(r -> r.finding().status() != Status.PASSED && r.check().spoken())
                .limit(40)
                .forEach(
                        r -> System.out.println(r.check().id() + " " + r.check().exchange() + " "
                                + r.finding().verdict() + ": " + r.finding().reason()));
        result.checks().forEach(r -> r.evidence().forEach(e -> {
            if (e.meetings().size() > 1)
                System.out.println(r.check().id() + " "
                        + e.meetings().stream()
                                .map(m -> m.near().at() + " " + m.near().ending() + " "
                                        + m.near().millis())
                                .toList());
        }));
        result.checks().stream()
                .flatMap(r -> r.evidence().stream())
                .flatMap(e -> e.meetings().stream())
                .map(m -> m.near())
                .sorted(Comparator.comparing(c -> -c.millis()))
                .limit(5)
                .forEach(c -> System.out.println(c.at() + " " + c.millis() + " " + c.remote()));
        var ats = result.checks().stream()
                .flatMap(r -> r.evidence().stream())
                .flatMap(e -> e.meetings().stream())
                .map(m -> m.near().at())
                .sorted()
                .toList();
        System.out.println(ats.get(0) + " .. " + ats.get(ats.size() - 1) + " n=" + ats.size());
        network.close();
    }
}
