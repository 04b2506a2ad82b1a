package org.tyde.evidence.content;

import org.tyde.dicom.Code;
import org.tyde.dicom.DateTime;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// A content item as `dsrdump +Pn +Pc +Pl +Pu +Psu` prints it.
final class DumpLine {
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private DumpLine() {}

    static String of(ContentItem item) {
        var line = new StringBuilder(item.place()).append("  <");
        item.relationship()
                .ifPresent(r -> line.append(r.written().toLowerCase(Locale.ROOT)).append(' '));
        if (item.value() instanceof ContentValue.Pointer pointer)
            return line.append(ContentItem.place(pointer.target())).append('>').toString();
        line.append(item.value().type()).append(':').append(code(item.concept())).append('=');
        line.append(value(item.value())).append('>');
        item.observed()
                .map(DateTime::earliest)
                .map(MOMENT::format)
                .ifPresent(when -> line.append(" {").append(when).append('}'));
        return line.toString();
    }

    private static String value(ContentValue value) {
        return switch (value) {
            case ContentValue.Container c -> c.separate() ? "SEPARATE" : "CONTINUOUS";
            case ContentValue.Text t -> quoted(t.text());
            case ContentValue.Coded c -> code(Optional.of(c.code()));
            case ContentValue.Numeric n ->
                    n.written().map(w -> quoted(w) + " " + code(n.unit())).orElse("empty")
                            + n.qualifier().map(q -> " " + code(Optional.of(q))).orElse("");
            case ContentValue.Moment m -> quoted(m.written());
            case ContentValue.Identifier i -> quoted(i.uid());
            case ContentValue.Name n -> quoted(n.name().encoded());
            case ContentValue.Reference r -> reference(r.object());
            case ContentValue.Place p ->
                    "(%s,%s%s)"
                            .formatted(
                                    p.graphic(),
                                    p.frameOfReference().map(f -> quoted(f) + ",").orElse(""),
                                    points(p));
            case ContentValue.Times t -> "(" + t.range() + "," + times(t) + ")";
            case ContentValue.Table _ -> "TABLE";
            case ContentValue.Pointer _ -> "";
            case ContentValue.Unread _ -> "empty";
        };
    }

    private static String reference(ReferencedObject object) {
        var said = new StringBuilder("(").append(quoted(object.sopClass())).append(',');
        said.append(quoted(object.sopUid()));
        if (!object.frames().isEmpty()) said.append(',').append(numbers(object.frames(), ","));
        for (int i = 0; i + 1 < object.channels().size(); i += 2)
            said.append(',')
                    .append(object.channels().get(i))
                    .append('/')
                    .append(object.channels().get(i + 1));
        said.append(')');
        object.throughState().ifPresent(s -> said.append(",(state ").append(quoted(s)).append(')'));
        return said.toString();
    }

    private static String times(ContentValue.Times times) {
        return times.at().stream()
                .map(t -> t.replaceAll("[.]?0* s$", ""))
                .collect(Collectors.joining(","));
    }

    private static String points(ContentValue.Place place) {
        int size = place.type().equals("SCOORD") ? 2 : 3;
        var said = new StringBuilder();
        for (int i = 0; i < place.data().size(); i++) {
            if (i > 0) said.append(i % size == 0 ? ',' : '/');
            double one = place.data().get(i);
            said.append(one == Math.rint(one) ? String.valueOf((long) one) : String.valueOf(one));
        }
        return said.toString();
    }

    private static String numbers(List<Integer> numbers, String between) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(between));
    }

    private static String code(Optional<Code> code) {
        var said = code.orElse(new Code("", "", ""));
        return "(%s,%s,%s)".formatted(said.value(), said.scheme(), quoted(said.meaning()));
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\r", "\\r").replace("\n", "\\n") + "\"";
    }
}
