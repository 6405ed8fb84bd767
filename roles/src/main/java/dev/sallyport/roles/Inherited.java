package dev.sallyport.roles;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What a catalogue takes over from the one it is based on. */
record Inherited(
        List<Role> roles, List<Entry> entries, List<Elsewhere> elsewhere, List<Document> documents, List<Row> rows) {
    /** Of a catalogue without base. */
    static final Inherited NOTHING = new Inherited(List.of(), List.of(), List.of(), List.of(), List.of());

    static Inherited of(Catalog base) {
        return new Inherited(base.roles(), base.entries(), base.elsewhere(), base.documents(), base.rows());
    }

    /** Leaves rows out, and all that stands for them alone. */
    Inherited without(Set<String> gone) {
        List<Row> left = rows.stream()
                .filter(row -> !gone.contains(row.id()))
                .map(row -> row.without(gone))
                .toList();
        List<Document> printing = documents.stream()
                .filter(document -> left.stream().anyMatch(row -> row.document().equals(document.name())))
                .toList();
        Inherited kept = forRows(of -> less(of, gone));
        return new Inherited(roles, kept.entries(), kept.elsewhere(), printing, left);
    }

    /** Leaves out what is accepted for rows of which the catalogue itself tells what that is. */
    Inherited retold(Set<String> told) {
        List<Entry> others = changed(entries, Entry::rows, Entry::forRows, of -> less(of, told));
        return new Inherited(roles, others, elsewhere, documents, rows);
    }

    /** Changes the rows for which things are accepted; what is left with none goes. */
    Inherited forRows(UnaryOperator<List<String>> change) {
        return new Inherited(
                roles,
                changed(entries, Entry::rows, Entry::forRows, change),
                changed(elsewhere, Elsewhere::rows, Elsewhere::forRows, change),
                documents,
                rows);
    }

    /** Adds what the catalogue's own role files tell. */
    Inherited and(List<Entry> own, List<Elsewhere> ownElsewhere) {
        return new Inherited(roles, joined(entries, own), joined(elsewhere, ownElsewhere), documents, rows);
    }

    /** Adds what the catalogue's own tables print. */
    Inherited printing(List<Document> ownDocuments, List<Row> ownRows) {
        return new Inherited(roles, entries, elsewhere, joined(documents, ownDocuments), joined(rows, ownRows));
    }

    private static <T> List<T> joined(List<T> base, List<T> own) {
        return Stream.concat(base.stream(), own.stream()).toList();
    }

    private static List<String> less(List<String> rows, Set<String> gone) {
        return rows.stream().filter(row -> !gone.contains(row)).toList();
    }

    private static <T> List<T> changed(
            List<T> all,
            Function<T, List<String>> rows,
            BiFunction<T, List<String>, T> forRows,
            UnaryOperator<List<String>> change) {
        return all.stream()
                .map(each -> forRows.apply(each, change.apply(rows.apply(each))))
                .filter(each -> !rows.apply(each).isEmpty())
                .toList();
    }
}
