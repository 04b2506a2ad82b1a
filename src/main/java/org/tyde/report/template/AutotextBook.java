package org.tyde.report.template;

import org.tyde.dicom.NameFold;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The autotexts of a desk: the department's, and the user's own over them. Immutable.
public final class AutotextBook {
    /// Without any.
    public static final AutotextBook EMPTY = new AutotextBook(List.of(), List.of());

    private static final int MOST_PIECES = 2000;
    private final List<Autotext> shared;
    private final List<Autotext> own;
    private final Map<String, Autotext> byKey = new LinkedHashMap<>();

    /// @param shared of the department
    /// @param own of the user; of one name the own counts
    public AutotextBook(List<Autotext> shared, List<Autotext> own) {
        this.shared = List.copyOf(shared);
        this.own = List.copyOf(own);
        shared.forEach(t -> byKey.put(t.key(), t));
        own.forEach(t -> byKey.put(t.key(), t));
    }

    /// @return names of all
    public List<String> names() {
        return byKey.values().stream().map(Autotext::name).toList();
    }

    /// @return of the department
    public List<Autotext> shared() {
        return shared;
    }

    /// @return of the user
    public List<Autotext> own() {
        return own;
    }

    /// @param text new or changed, of the user
    /// @return with it, in place of the own one of its name
    /// @throws Refusal its name or text cannot be, it names an autotext that is not there, or it refers to
    ///     itself, directly or by way of others
    public AutotextBook with(Autotext text) throws Refusal {
        text.check();
        var next = new ArrayList<>(own);
        next.removeIf(t -> t.key().equals(text.key()));
        next.add(text);
        var book = new AutotextBook(shared, next);
        book.pieces(text.name());
        return book;
    }

    /// @param name of an own one
    /// @return without it
    public AutotextBook without(String name) {
        var key = NameFold.fold(name);
        return new AutotextBook(shared, own.stream().filter(t -> !t.key().equals(key)).toList());
    }

    /// @param name of an autotext
    /// @return what it says, with what it refers to in place
    /// @throws Refusal there is none, it refers to itself, or becomes too long
    public List<Piece> pieces(String name) throws Refusal {
        var all = new ArrayList<Piece>();
        expand(name, List.of(), new int[1], all);
        return List.copyOf(all);
    }

    private void expand(String name, List<String> path, int[] steps, List<Piece> into)
            throws Refusal {
        var text = byKey.get(NameFold.fold(name));
        if (text == null) throw new Refusal(TemplateReason.NO_SUCH_AUTOTEXT, name);
        var way = new ArrayList<>(path);
        way.add(text.name());
        if (path.contains(text.name()))
            throw new Refusal(TemplateReason.REFERS_TO_ITSELF, String.join(" → ", way));
        for (var piece : Notation.autotext(text.text())) {
            if (++steps[0] > MOST_PIECES)
                throw new Refusal(TemplateReason.TOO_MANY_PIECES, MOST_PIECES);
            if (piece instanceof Piece.Nested(var other)) expand(other, way, steps, into);
            else into.add(piece);
        }
    }

    /// @param before what stands before the caret
    /// @return the longest name that ends there as whole words, as many `char`s as were typed
    public Optional<String> typed(String before) {
        var lower = before.toLowerCase(Locale.ROOT);
        return names().stream()
                .filter(n -> lower.endsWith(n.toLowerCase(Locale.ROOT)))
                .filter(
                        n -> {
                            int at = before.length() - n.length() - 1;
                            return at < 0 || !Character.isLetterOrDigit(before.charAt(at));
                        })
                .max(java.util.Comparator.comparingInt(String::length));
    }
}
