package org.tyde.dicom.io;

import com.fasterxml.jackson.databind.JsonNode;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Where two DICOM JSON objects do not say the same. Numbers are compared by their value, those of FL in
/// 32 bits; an empty array of values says the same as none.
///
/// @param path tags and 1-based item numbers, such as `00409096/1/00281201`
/// @param kind what differs
/// @param ours value or representation here, empty where the element is absent
/// @param theirs value or representation there
public record JsonDifference(String path, Kind kind, String ours, String theirs) {
    private static final Pattern NOTHING = Pattern.compile("(?!)");
    private static final Pattern SPACES = Pattern.compile("^ +|[ \\x00]+$|(?<=\\^) +| +(?=\\^)");
    private static final Pattern NAME_ENDS = Pattern.compile("\\^+$");

    /// What differs.
    public enum Kind {
        /// The element stands only in theirs.
        ABSENT_HERE,
        /// The element stands only in ours.
        ABSENT_THERE,
        /// The representation.
        VR,
        /// The number of items.
        ITEMS,
        /// The values.
        VALUE,
        /// An empty value among others: `null` here, an empty text there.
        EMPTY,
        /// Spaces or NUL at the begin or end of a value or a name's component.
        SPACES,
        /// Empty components or groups at the end of a person's name.
        NAME_END,
        /// The member that tells the value: none, `Value`, `InlineBinary`, `BulkDataURI`, or `refused`.
        FORM
    }

    /// @param ours DICOM JSON of a data set
    /// @param theirs the same as another toolkit tells it
    /// @return all of them, by path
    public static List<JsonDifference> between(JsonNode ours, JsonNode theirs) {
        var found = new ArrayList<JsonDifference>();
        sets("", ours, theirs, found);
        return found;
    }

    private static void sets(
            String path, JsonNode ours, JsonNode theirs, List<JsonDifference> found) {
        var tags = new TreeSet<String>();
        ours.fieldNames().forEachRemaining(tags::add);
        theirs.fieldNames().forEachRemaining(tags::add);
        for (var tag : tags) {
            var here = path + tag;
            var a = ours.path(tag);
            var b = theirs.path(tag);
            if (a.isMissingNode())
                found.add(new JsonDifference(here, Kind.ABSENT_HERE, "", brief(b)));
            else if (b.isMissingNode())
                found.add(new JsonDifference(here, Kind.ABSENT_THERE, brief(a), ""));
            else elements(here, a, b, found);
        }
    }

    private static void elements(
            String path, JsonNode ours, JsonNode theirs, List<JsonDifference> found) {
        var vr = ours.path("vr").asText();
        if (!vr.equals(theirs.path("vr").asText())) {
            found.add(new JsonDifference(path, Kind.VR, brief(ours), brief(theirs)));
            return;
        }
        var a = ours.path("Value");
        var b = theirs.path("Value");
        if (!form(ours).equals(form(theirs))) {
            found.add(new JsonDifference(path, Kind.FORM, brief(ours), brief(theirs)));
        } else if (vr.equals("SQ")) {
            if (a.size() != b.size())
                found.add(new JsonDifference(path, Kind.ITEMS, "" + a.size(), "" + b.size()));
            for (int i = 0; i < Math.min(a.size(), b.size()); i++)
                sets(path + "/" + (i + 1) + "/", a.get(i), b.get(i), found);
        } else if (!same(vr, ours, theirs)) {
            found.add(
                    new JsonDifference(
                            path,
                            a.isEmpty() ? Kind.VALUE : kind(vr, a, b),
                            brief(ours),
                            brief(theirs)));
        }
    }

    private static Kind kind(String vr, JsonNode ours, JsonNode theirs) {
        for (var kind : List.of(Kind.EMPTY, Kind.SPACES, Kind.NAME_END)) {
            if (kind == Kind.NAME_END && !vr.equals("PN")) continue;
            if (plain(ours, kind).equals(plain(theirs, kind))) return kind;
        }
        return Kind.VALUE;
    }

    /// The values as text, without what that kind of difference is about.
    private static List<String> plain(JsonNode values, Kind kind) {
        var dropped = kind == Kind.EMPTY ? NOTHING : kind == Kind.SPACES ? SPACES : NAME_ENDS;
        var texts = new ArrayList<String>();
        for (var value : values) {
            if (value.isNumber()) texts.add("number " + value.asText());
            else if (!value.isContainerNode())
                texts.add(dropped.matcher(value.asText("")).replaceAll(""));
            else
                for (var group : List.of("Alphabetic", "Ideographic", "Phonetic"))
                    texts.add(dropped.matcher(value.path(group).asText("")).replaceAll(""));
        }
        return texts;
    }

    /// Which member tells the value: none, Value, InlineBinary, BulkDataURI, or the judge's own `refused`.
    private static String form(JsonNode element) {
        for (var form : List.of("InlineBinary", "BulkDataURI", "refused"))
            if (element.has(form)) return form;
        return element.path("Value").isEmpty() ? "" : "Value";
    }

    private static boolean same(String vr, JsonNode ours, JsonNode theirs) {
        for (var form : List.of("InlineBinary", "BulkDataURI", "refused"))
            if (!ours.path(form).equals(theirs.path(form))) return false;
        var a = ours.path("Value");
        var b = theirs.path("Value");
        if (a.size() != b.size()) return false;
        for (int i = 0; i < a.size(); i++) if (!sameValue(vr, a.get(i), b.get(i))) return false;
        return true;
    }

    private static boolean sameValue(String vr, JsonNode a, JsonNode b) {
        if (!a.isNumber() || !b.isNumber()) return a.equals(b);
        if (vr.equals("FL")) return a.floatValue() == b.floatValue();
        if (a.isIntegralNumber() && b.isIntegralNumber())
            return new BigDecimal(a.asText()).compareTo(new BigDecimal(b.asText())) == 0;
        return a.doubleValue() == b.doubleValue();
    }

    private static String brief(JsonNode element) {
        var text = element.toString();
        return text.length() <= 200 ? text : text.substring(0, 200) + "…";
    }

    @Override
    public String toString() {
        return path + " " + kind + " " + ours + " | " + theirs;
    }
}
