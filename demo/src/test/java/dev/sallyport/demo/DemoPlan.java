package dev.sallyport.demo;

import dev.sallyport.check.Check;
import dev.sallyport.lab.Lab;
import dev.sallyport.lab.LabFile;
import dev.sallyport.protocol.Protocols;
import dev.sallyport.roles.Catalog;
import dev.sallyport.roles.CatalogFiles;
import dev.sallyport.scenarios.Planner;
import dev.sallyport.scenarios.Scenarios;
import dev.sallyport.scenarios.Selection;
import dev.sallyport.scenarios.Spoken;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The plan of the demo's lab. */
final class DemoPlan {

    private DemoPlan() {}

    /** Returns its checks by their ids. */
    static Map<String, Check> checks() {
        Catalog catalog = CatalogFiles.builtIn();
        Lab lab = LabFile.parse("lab.yaml", DemoFiles.lab(), catalog.vocabulary());
        return new Planner(lab, catalog, Spoken.of(Protocols.spoken()))
                .plan(List.of(Scenarios.named(Scenarios.DEFAULT)), Selection.all()).checks().stream()
                        .collect(Collectors.toMap(Check::id, Function.identity()));
    }
}
