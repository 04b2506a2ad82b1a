package org.tyde.report;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// Leaves open fields out of a text without leaving their labels behind.
final class OpenFields {
    private OpenFields() {}

    /// @param text of a section
    /// @param open fields in it, the last first
    /// @return the text without them; a line on which only a label is left goes with its field
    static String leftOut(String text, List<Mark> open) {
        var cut = new StringBuilder(text);
        var touched = new HashSet<Integer>();
        for (var mark : open) {
            touched.add(text.substring(0, mark.start()).split("\n", -1).length - 1);
            int from = mark.start();
            if (from > 0 && cut.charAt(from - 1) == ' ') from--;
            cut.delete(from, mark.end());
        }
        var lines = cut.toString().split("\n", -1);
        var kept = new ArrayList<String>();
        for (int i = 0; i < lines.length; i++)
            if (!touched.contains(i) || !onlyLabel(lines[i])) kept.add(lines[i]);
        return String.join("\n", kept);
    }

    private static boolean onlyLabel(String line) {
        var rest = line.strip();
        return rest.isEmpty() || rest.equals("-") || rest.endsWith(":");
    }
}
