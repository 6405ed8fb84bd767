package dev.sallyport.roles;

import dev.sallyport.yaml.DidYouMean;
import dev.sallyport.yaml.YamlValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The names that entries may use.
 *
 * @param interfaces each role's interfaces; none where it has but one
 * @param rows ids of all rows; empty where the catalogue has no table of rows, and any id will do
 */
record Names(Map<String, List<String>> interfaces, Set<String> rows) {
    private static final Pattern ROW = Pattern.compile("[A-Z0-9]+-[0-9]+");

    RoleAt roleAt(YamlValue value) {
        RoleAt named = value.read(RoleAt::parse).orElse(RoleAt.ANY);
        if (!named.isAny()) {
            check(value, named);
        }
        return named;
    }

    void role(YamlValue value, String role) {
        if (!role.isEmpty() && !interfaces.containsKey(role)) {
            value.problem(unknown(role));
        }
    }

    String row(YamlValue value) {
        if (!rows.isEmpty()) {
            return value.known("row", rows);
        }
        if (value.isText() && !ROW.matcher(value.text()).matches()) {
            value.problem("'" + value.text() + "' is no row: write the document and a number, as SRV-03");
        }
        return value.text();
    }

    void check(YamlValue value, RoleAt named) {
        List<String> known = interfaces.get(named.role());
        if (known == null) {
            value.problem(unknown(named.role()));
        } else if (known.isEmpty() && !named.network().isEmpty()) {
            value.problem("the role '" + named.role() + "' has one interface only; write " + named.role());
        } else if (!known.isEmpty() && !known.contains(named.network())) {
            value.problem(interfaceProblem(named, known));
        }
    }

    private static String interfaceProblem(RoleAt named, List<String> known) {
        return named.network().isEmpty()
                ? "the role '" + named.role() + "' has several interfaces; say which: " + named.role() + "/"
                        + String.join(", " + named.role() + "/", known)
                : DidYouMean.unknown("interface", named.network(), known);
    }

    private String unknown(String role) {
        return DidYouMean.unknown("role", role, interfaces.keySet());
    }
}
