package org.tyde.hl7;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// One segment of a message: its name and its fields, numbered as the standard numbers them.
public final class Segment {
    private final String name;
    private final SortedMap<Integer, String> fields = new TreeMap<>();

    /// @param name three letters
    public Segment(String name) {
        this.name = name;
    }

    /// @param line as it stands in a message
    /// @return the segment
    static Segment parse(String line) {
        var parts = List.of(line.split("\\|", -1));
        var segment = new Segment(parts.getFirst());
        boolean head = segment.name.equals("MSH"); // its first field is the delimiter itself
        if (head) segment.fields.put(1, "|");
        for (int i = 1; i < parts.size(); i++)
            if (!parts.get(i).isEmpty()) segment.fields.put(head ? i + 1 : i, parts.get(i));
        return segment;
    }

    /// @param number of the field
    /// @param value one component, escaped here; an empty one leaves the field out
    /// @return this
    public Segment text(int number, String value) {
        return raw(number, Hl7Text.escaped(value));
    }

    /// @param number of the field
    /// @param components each escaped here; empty ones at the end are left out
    /// @return this
    public Segment components(int number, String... components) {
        return raw(number, joined("^", components));
    }

    /// @param number of the field
    /// @param encoded with its delimiters
    /// @return this
    public Segment raw(int number, String encoded) {
        if (encoded.isEmpty()) fields.remove(number);
        else fields.put(number, encoded);
        return this;
    }

    /// @param delimiter `^` or `&`
    /// @param parts each escaped here; empty ones at the end are left out
    /// @return them joined
    public static String joined(String delimiter, String... parts) {
        int last = parts.length;
        while (last > 0 && parts[last - 1].isEmpty()) last--;
        var joined = new StringBuilder();
        for (int i = 0; i < last; i++) {
            if (i > 0) joined.append(delimiter);
            joined.append(Hl7Text.escaped(parts[i]));
        }
        return joined.toString();
    }

    /// @return three letters
    public String name() {
        return name;
    }

    /// @param number of a field
    /// @return it with its delimiters, possibly empty
    public String field(int number) {
        return fields.getOrDefault(number, "");
    }

    /// @param number of a field
    /// @param component counted from 1
    /// @return what it says, possibly empty
    public String component(int number, int component) {
        var parts = field(number).split("~", 2)[0].split("\\^", -1);
        return component <= parts.length ? Hl7Text.unescaped(parts[component - 1]) : "";
    }

    /// @return numbers of the fields that say something
    public List<Integer> said() {
        return List.copyOf(fields.keySet());
    }

    /// @return the segment as it stands in a message
    String encoded() {
        var line = new StringBuilder(name);
        int first = name.equals("MSH") ? 2 : 1;
        int last = fields.isEmpty() ? 0 : fields.lastKey();
        for (int i = first; i <= last; i++) line.append('|').append(field(i));
        return line.toString();
    }
}
