package dev.sallyport.scenarios;

import dev.sallyport.check.Check;
import dev.sallyport.check.Plan;
import dev.sallyport.exchange.LateAnswer;
import dev.sallyport.flow.Transport;
import dev.sallyport.lab.Lab;
import dev.sallyport.roles.Catalog;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Catalogue, lab and scenarios become a plan; sends nothing.
 *
 * <p>For each entry of the catalogue every host that plays one of its {@code from} roles has a check towards every other
 * host that accepts it, for each transport and address family. All checks of a lab are named, and their ports chosen,
 * before a scenario or the command line leaves some out: a check is the same in every run that has it.
 *
 * <p>Denied flows are planned for the rows that a lab excludes, and beside documented flows where a scenario's
 * {@code deny} asks for {@code neighbours}; {@code every} is not planned yet.
 */
public final class Planner {
    private final Lab lab;
    private final Catalog catalog;
    private final Documented documented;
    private final Spoken spoken;

    /**
     * Plans everything that the catalogue documents for the lab.
     *
     * @param spoken the exchanges this version can walk; rows that need another one still have their checks
     */
    public Planner(Lab lab, Catalog catalog, Spoken spoken) {
        this.lab = lab;
        this.catalog = catalog;
        this.spoken = spoken;
        this.documented = Documented.of(lab, catalog, spoken);
    }

    /**
     * Returns the plan of one or more scenarios, all of whose checks are united, narrowed to a selection.
     *
     * @throws NoPlanException where a word of the selection names nothing, where no check is left, or where a scenario
     *     asks for more than this version can do
     */
    public Plan plan(List<Scenario> scenarios, Selection selection) {
        scenarios.forEach(Planner::refuseWhatIsNotPossibleYet);
        Narrowing narrowing = new Narrowing(selection, lab, catalog);
        Detours detours = new Detours(lab, documented);
        Stream<Planned> documentedPaths = documented.planned().stream()
                .filter(each -> scenarios.stream().anyMatch(scenario -> scenario.means(each)));
        List<Planned> meant = Stream.concat(
                        documentedPaths.flatMap(new Strains(scenarios, spoken)::of),
                        scenarios.stream().flatMap(scenario -> detours.of(scenario).stream()))
                .toList();
        List<Planned> selected = meant.stream().filter(narrowing::includes).toList();
        RowReasons reasons = new RowReasons(scenarios, selection, documented, meant, selected);
        if (selected.isEmpty()) {
            throw new NoPlanException(nothingLeft(scenarios, selection, meant.size(), reasons));
        }
        List<Check> checks = selected.stream().map(Planned::check).toList();
        return new Plan(
                lab.name(),
                lab.digest(),
                scenarios.stream().map(Scenario::name).toList(),
                checks,
                documented.controls(checks),
                reasons.of(catalog));
    }

    /**
     * Returns the checks of one question: the flow between two hosts at one port, whether or not a row asks for it.
     *
     * @param from a host, {@code fe1}, or one of its interfaces, {@code edge1/internal}
     * @param to the same for the far end
     * @throws NoPlanException where a word names nothing, or both name one host
     */
    public Plan question(String from, String to, int port, Transport transport) {
        return new Asked(lab, documented, from, to, port, transport).plan();
    }

    private static void refuseWhatIsNotPossibleYet(Scenario scenario) {
        if (scenario.mediaPorts() == MediaPorts.EVERY) {
            throw new NoPlanException("scenario " + scenario.name() + ": media: { ports: every } is not possible yet;"
                    + " this version tries a sample of each range, so write sample or leave it out");
        }
        if (scenario.undocumented() == Undocumented.EVERY) {
            throw new NoPlanException(
                    "scenario " + scenario.name() + ": deny: { undocumented: every } is not possible"
                            + " yet; this version tries what lies beside documented flows, so write neighbours or leave it out");
        }
        if (scenario.bounds().delay().isPresent()) {
            throw new NoPlanException("scenario " + scenario.name() + ": bounds: { delay: "
                    + scenario.bounds().delay().get().toMillis()
                    + "ms } is not possible yet; this version measures loss"
                    + " and jitter, so leave delay out");
        }
        if (scenario.idleUpTo()
                .filter(upTo -> upTo.compareTo(LateAnswer.MOST) > 0)
                .isPresent()) {
            throw new NoPlanException("scenario " + scenario.name() + ": idle: { up-to: "
                    + scenario.idleUpTo().get().toSeconds() + "s } is longer than endpoints bear; at most "
                    + LateAnswer.MOST.toMinutes() + "m");
        }
    }

    private String nothingLeft(List<Scenario> scenarios, Selection selection, int meant, RowReasons reasons) {
        String names = scenarios.stream().map(Scenario::name).collect(Collectors.joining(", "));
        if (meant > 0) {
            return "no check is left: " + selection + " matches none of the " + meant + " checks of " + names
                    + " on lab " + lab.name() + "; name more, or leave an option out";
        }
        Stream<String> rows = catalog.rows().stream()
                .filter(row -> scenarios.stream().anyMatch(scenario -> scenario.includesRow(row.id())))
                .map(row -> reasons.why(row.id()));
        String why =
                Stream.concat(rows, Detours.why(scenarios)).distinct().limit(3).collect(Collectors.joining("; "));
        return "no check is left: " + names + " has none on lab " + lab.name() + ": " + why;
    }
}
