package org.tyde.app.cli;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Element;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomFile;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A data set as text, one line an element: tag, representation, value, bytes, keyword.
final class DumpText {
    private static final int WIDEST = 120;
    private static final int BYTES_SHOWN = 16;

    private final Consumer<String> line;

    DumpText(Consumer<String> line) {
        this.line = line;
    }

    void dump(DicomFile file) throws IOException {
        if (file.meta().size() > 0) {
            line.accept("# File meta information");
            dump(file.meta(), "");
            line.accept("");
        }
        line.accept("# Data set, " + file.transferSyntax().name());
        dump(file.dataSet(), "");
    }

    private void dump(DataSet set, String indent) throws IOException {
        for (var element : set) {
            var head = indent + element.tag() + " " + element.vr() + " ";
            switch (element.value()) {
                case Value.Items items -> {
                    line.accept(tail(head + counted(items.items().size(), "item"), element));
                    int number = 1;
                    for (var item : items.items()) {
                        line.accept(indent + "  item " + number++);
                        dump(item, indent + "    ");
                    }
                }
                case Value.Fragments all -> {
                    line.accept(tail(head + counted(all.data().size(), "fragment"), element));
                    line.accept(
                            indent + "  offset table, " + all.offsetTable().length() + " bytes");
                    for (var fragment : all.data())
                        line.accept(indent + "  fragment, " + fragment.length() + " bytes");
                }
                case Value.Bytes bytes ->
                        line.accept(
                                tail(head + shown(set, element), element)
                                        + " "
                                        + bytes.data().length());
                case Value.Bulk bulk ->
                        line.accept(tail(head + "...", element) + " " + bulk.data().length());
            }
        }
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    private static String tail(String head, Element element) {
        var keyword = element.tag().keyword();
        var padded = head + " ".repeat(Math.max(1, 60 - head.length()));
        return padded + "# " + (keyword.isEmpty() ? "-" : keyword);
    }

    private static String shown(DataSet set, Element element) throws IOException {
        if (element.vr().kind() == Vr.Kind.BYTES || element.vr().kind() == Vr.Kind.ITEMS)
            return hex(element);
        List<String> texts;
        try {
            texts = set.texts(element.tag());
        } catch (DicomFormatException malformed) {
            return hex(element) + " (malformed)";
        }
        if (texts.isEmpty()) return "(no value)";
        var joined = "[" + printable(String.join("\\", texts)) + "]";
        var cut = joined.length() > WIDEST ? joined.substring(0, WIDEST) + "..." : joined;
        return element.vr() == Vr.UI ? cut + named(texts.getFirst()) : cut;
    }

    private static String named(String uid) {
        var syntax = TransferSyntax.of(uid);
        if (syntax.known()) return " " + syntax.name();
        return SopClass.name(uid).map(name -> " " + name).orElse("");
    }

    private static String hex(Element element) throws IOException {
        if (!(element.value() instanceof Value.Bytes bytes) || bytes.data().length() == 0)
            return "(no value)";
        var data = bytes.data();
        var first = data.read(0, (int) Math.min(BYTES_SHOWN, data.length()));
        var digits = HexFormat.ofDelimiter(" ").formatHex(first);
        return data.length() > BYTES_SHOWN ? digits + " ..." : digits;
    }

    /// Nothing in a file may move the cursor of a terminal.
    private static String printable(String text) {
        return text.chars()
                .mapToObj(c -> Character.isISOControl(c) ? escaped(c) : String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static String escaped(int control) {
        return switch (control) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> "\\x%02x".formatted(control);
        };
    }
}
