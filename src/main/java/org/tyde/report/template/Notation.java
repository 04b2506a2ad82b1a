package org.tyde.report.template;

import org.tyde.refusal.Refusal;
import org.tyde.report.Field;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Pieces as people write them: words, fields in brackets, values and other autotexts in braces.
///
/// `[Label*~trigger:kind=normal]`: `*` for a required field, what is said to go there after `~`, what stands
/// there when the finding is normal after `=`. Kinds: nothing for words, `a|b|c` to choose one, `+a|b|c` to
/// choose some, `#mm 0..300` for a number, `@` for a day. A backslash before a sign takes its meaning away.
public final class Notation {
    private static final String SIGNS = "\\[]{}~:=*|+#@";
    private static final int MOST = 100_000;

    private final String text;
    private final Map<String, Field> known;
    private final boolean nesting;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private Notation(String text, Map<String, Field> known, boolean nesting) {
        this.text = text;
        this.known = known;
        this.nesting = nesting;
    }

    /// @param text of a section of a template
    /// @param fields of the template as it was: one of the same label keeps its id and codes
    /// @return the pieces, as they are written
    /// @throws Refusal saying which sign of it cannot be read
    public static List<Piece> template(String text, List<Field> fields) throws Refusal {
        return new Notation(text, byLabel(fields), false).read();
    }

    /// @param text of an autotext, which may name others
    /// @return the pieces
    /// @throws Refusal saying which sign of it cannot be read
    public static List<Piece> autotext(String text) throws Refusal {
        return new Notation(text, Map.of(), true).read();
    }

    private static Map<String, Field> byLabel(List<Field> fields) {
        var known = new HashMap<String, Field>();
        for (var field : fields) known.put(field.label().toLowerCase(Locale.ROOT), field);
        return known;
    }

    private List<Piece> read() throws Refusal {
        if (text.length() > MOST) throw new Refusal(TemplateReason.TOO_LONG, MOST);
        var words = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '[' || c == '{') {
                if (!words.isEmpty()) pieces.add(new Piece.Words(words.toString()));
                words.setLength(0);
                int end = close(c == '[' ? ']' : '}');
                var inside = text.substring(at + 1, end);
                pieces.add(c == '[' ? slot(inside) : value(plain(inside).strip()));
                at = end + 1;
            } else if (c == '\\' && at + 1 < text.length()) {
                words.append(text.charAt(at + 1));
                at += 2;
            } else {
                words.append(c);
                at++;
            }
        }
        if (!words.isEmpty()) pieces.add(new Piece.Words(words.toString()));
        return List.copyOf(pieces);
    }

    private int close(char with) throws Refusal {
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') i++;
            else if (c == with) return i;
            else if (c == '[' || c == '\n') break;
        }
        var from = text.substring(at, Math.min(text.length(), at + 24)).replace('\n', ' ');
        throw new Refusal(TemplateReason.NOT_CLOSED, from);
    }

    private Piece value(String name) throws Refusal {
        var value = MergeValue.named(name);
        if (value.isPresent()) return new Piece.Merged(value.get());
        if (nesting && !name.isEmpty()) return new Piece.Nested(name);
        throw new Refusal(TemplateReason.NO_SUCH_VALUE, name);
    }

    private Piece.Slot slot(String inside) throws Refusal {
        var normal = cut(inside, '=');
        var kind = cut(normal[0], ':');
        var trigger = cut(kind[0], '~');
        var head = trigger[0].strip();
        boolean required = head.endsWith("*") && !head.endsWith("\\*");
        if (required) head = head.substring(0, head.length() - 1);
        var label = Pieces.line(plain(head));
        if (label.isEmpty() || label.matches(".*[\\[\\]].*"))
            throw new Refusal(TemplateReason.NO_LABEL);
        var before = Optional.ofNullable(known.get(label.toLowerCase(Locale.ROOT)));
        var field =
                new Field(
                        before.map(Field::id).orElseGet(() -> id(label)),
                        label,
                        coded(kind(label, kind[1]), before),
                        required,
                        Optional.of(Pieces.line(plain(trigger[1]))).filter(t -> !t.isEmpty()));
        return new Piece.Slot(field, plain(normal[1]).strip());
    }

    /// @return what stands before and behind the first sign that has its meaning
    private static String[] cut(String text, char sign) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\') i++;
            else if (text.charAt(i) == sign)
                return new String[] {text.substring(0, i), text.substring(i + 1)};
        }
        return new String[] {text, ""};
    }

    private static Field.Kind kind(String label, String written) throws Refusal {
        var kind = written.strip();
        if (kind.isEmpty()) return new Field.Kind.Words();
        if (kind.equals("@")) return new Field.Kind.Day();
        if (kind.startsWith("#")) return numeric(label, kind.substring(1).strip());
        boolean several = kind.startsWith("+");
        var options = new ArrayList<Field.Option>();
        for (var rest = several ? kind.substring(1) : kind; !rest.isEmpty(); ) {
            var option = cut(rest, '|');
            var said = Pieces.line(plain(option[0]));
            if (!said.isEmpty()) options.add(new Field.Option(said, Optional.empty()));
            rest = option[1];
        }
        if (options.isEmpty()) throw new Refusal(TemplateReason.NO_OPTIONS, label);
        return new Field.Kind.Choice(options, several);
    }

    private static Field.Kind numeric(String label, String written) throws Refusal {
        var unit = "";
        var range = "";
        for (var rest = written.replaceAll("[\\s\\p{Zs}]", " "); !rest.isEmpty(); ) {
            var cell = cut(rest, ' ');
            var said = Pieces.line(plain(cell[0]));
            boolean bounds = said.contains("..");
            if (!said.isEmpty() && !(bounds ? range : unit).isEmpty())
                throw new Refusal(TemplateReason.KIND_UNREADABLE, label);
            if (bounds) range = said;
            else if (!said.isEmpty()) unit = said;
            rest = cell[1];
        }
        int dots = range.indexOf("..");
        return ordered(
                label,
                new Field.Kind.Numeric(
                        Optional.of(unit).filter(u -> !u.isEmpty()),
                        dots < 0 ? Optional.empty() : bound(label, range.substring(0, dots)),
                        dots < 0 ? Optional.empty() : bound(label, range.substring(dots + 2))));
    }

    /// @throws Refusal nothing is between its bounds
    static Field.Kind.Numeric ordered(String label, Field.Kind.Numeric number) throws Refusal {
        if (number.least().isPresent()
                && number.most().isPresent()
                && number.least().get() > number.most().get())
            throw new Refusal(TemplateReason.BOUNDS_TURNED, label);
        return number;
    }

    private static Optional<Double> bound(String label, String written) throws Refusal {
        if (written.isEmpty()) return Optional.empty();
        var bound = Numbers.parse(written);
        if (bound.isEmpty()) throw new Refusal(TemplateReason.KIND_UNREADABLE, label);
        return bound;
    }

    private static Field.Kind coded(Field.Kind kind, Optional<Field> before) {
        if (!(kind instanceof Field.Kind.Choice(var options, var several))
                || !(before.map(Field::kind).orElse(kind)
                        instanceof Field.Kind.Choice(var were, var _))) return kind;
        var codes = new HashMap<String, Field.Option>();
        for (var option : were) codes.put(option.text(), option);
        return new Field.Kind.Choice(
                options.stream().map(o -> codes.getOrDefault(o.text(), o)).toList(), several);
    }

    /// @return an id that says what the label says
    static String id(String label) {
        var id =
                label.toLowerCase(Locale.ROOT)
                        .replace("æ", "ae")
                        .replace("ø", "o")
                        .replace("å", "a")
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-|-$", "");
        return id.isEmpty() ? "f" + Integer.toHexString(label.hashCode()) : id;
    }

    private static String plain(String text) {
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\\' && i + 1 < text.length()) i++;
            plain.append(text.charAt(i));
        }
        return plain.toString();
    }

    private static String escaped(String text, String signs) {
        var escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (signs.indexOf(c) >= 0) escaped.append('\\');
            escaped.append(c == '\n' && signs.startsWith(SIGNS) ? ' ' : c);
        }
        return escaped.toString();
    }

    /// @param pieces any
    /// @param locale of the names of values
    /// @return as they are written
    public static String write(List<Piece> pieces, Locale locale) {
        return pieces.stream()
                .map(
                        piece ->
                                switch (piece) {
                                    case Piece.Words(var words) -> escaped(words, "\\[{");
                                    case Piece.Slot slot -> write(slot);
                                    case Piece.Merged(var value) -> "{" + value.text(locale) + "}";
                                    case Piece.Nested(var name) -> "{" + escaped(name, SIGNS) + "}";
                                })
                .collect(Collectors.joining());
    }

    /// @param pieces any
    /// @param locale of the names of values
    /// @return as a person reads them: fields by their names
    public static String plain(List<Piece> pieces, Locale locale) {
        return pieces.stream()
                .map(
                        piece ->
                                switch (piece) {
                                    case Piece.Words(var words) -> words;
                                    case Piece.Slot(var field, var _) -> field.placeholder();
                                    case Piece.Merged(var value) -> "[" + value.text(locale) + "]";
                                    case Piece.Nested(var name) -> "{" + name + "}";
                                })
                .collect(Collectors.joining());
    }

    private static String write(Piece.Slot slot) {
        var field = slot.field();
        var kind = write(field.kind());
        return "["
                + escaped(field.label(), SIGNS)
                + (field.required() ? "*" : "")
                + field.trigger().map(t -> "~" + escaped(t, SIGNS)).orElse("")
                + (kind.isEmpty() ? "" : ": " + kind)
                + (slot.normal().isEmpty() ? "" : " = " + escaped(slot.normal(), SIGNS))
                + "]";
    }

    private static String write(Field.Kind kind) {
        return switch (kind) {
            case Field.Kind.Words() -> "";
            case Field.Kind.Day() -> "@";
            case Field.Kind.Numeric(var unit, var least, var most) ->
                    ("#"
                                    + unit.map(u -> escaped(u, SIGNS + " ")).orElse("")
                                    + (least.isEmpty() && most.isEmpty()
                                            ? ""
                                            : " "
                                                    + least.map(Numbers::plain).orElse("")
                                                    + ".."
                                                    + most.map(Numbers::plain).orElse("")))
                            .strip();
            case Field.Kind.Choice(var options, var several) ->
                    (several ? "+" : "")
                            + options.stream()
                                    .map(o -> escaped(o.text(), SIGNS))
                                    .collect(Collectors.joining("|"));
        };
    }
}
