package org.tyde.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// The data dictionary (PS3.6, and PS3.7 E for group 0000): a resource written by
/// packaging/dictionary/generate.py.
public final class Dictionary {
    /// One attribute.
    ///
    /// @param tag with 0 for a repeating digit
    /// @param vrs the representations it may have; empty for items and delimiters
    /// @param multiplicity such as `1`, `1-n`, `3-3n`
    /// @param retired whether the standard no longer wants it written
    /// @param keyword such as `PatientName`
    /// @param name such as `Patient's Name`
    public record Entry(
            Tag tag,
            List<Vr> vrs,
            String multiplicity,
            boolean retired,
            String keyword,
            String name) {}

    private record Pattern(int mask, int value, int index) {}

    private static final List<List<Vr>> SINGLE = Stream.of(Vr.values()).map(List::of).toList();
    private static final Dictionary STANDARD = load();

    private final List<Entry> entries;
    private final int[] slots;
    private final byte[] only;
    private final List<Pattern> patterns;
    private final Map<String, Entry> byKeyword;

    private Dictionary(List<Entry> entries, List<Pattern> patterns) {
        this.entries = List.copyOf(entries);
        this.patterns = List.copyOf(patterns);
        this.slots = new int[1 << 14];
        this.only = new byte[entries.size()];
        this.byKeyword = HashMap.newHashMap(entries.size());
        var repeating = new boolean[entries.size()];
        for (var pattern : patterns) repeating[pattern.index] = true;
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            only[i] = entry.vrs.size() == 1 ? entry.vrs.getFirst().index() : -1;
            byKeyword.putIfAbsent(entry.keyword, entry);
            if (repeating[i]) continue;
            int slot = hash(entry.tag.value());
            while (slots[slot] != 0) slot = slot + 1 & slots.length - 1;
            slots[slot] = i + 1;
        }
    }

    /// @return the dictionary of the standard
    public static Dictionary standard() {
        return STANDARD;
    }

    /// @return all entries, by tag
    public List<Entry> entries() {
        return entries;
    }

    /// @param tag any
    /// @return its entry; none for private attributes
    public Optional<Entry> entry(Tag tag) {
        int i = index(tag.value());
        return i < 0 ? Optional.empty() : Optional.of(entries.get(i));
    }

    /// @param keyword such as `PatientName`
    /// @return its entry
    public Optional<Entry> entry(String keyword) {
        return Optional.ofNullable(byKeyword.get(keyword));
    }

    /// @param tag any
    /// @return its keyword, empty where there is none
    public String keyword(Tag tag) {
        int i = index(tag.value());
        return i < 0 ? "" : entries.get(i).keyword;
    }

    /// The representation of an attribute whose encoding does not name it (PS3.5 A.1).
    ///
    /// @param tag as [Tag#value()]
    /// @param signed whether Pixel Representation (0028,0103) around it is 1
    /// @return its representation, UN where the dictionary does not know it
    public Vr implicitVr(int tag, boolean signed) {
        if ((tag & 0xFFFF) == 0) return Vr.UL;
        int group = tag >>> 16;
        int element = tag & 0xFFFF;
        if ((group & 1) != 0) return element >= 0x10 && element <= 0xFF ? Vr.LO : Vr.UN;
        int i = index(tag);
        if (i < 0) return Vr.UN;
        if (only[i] >= 0) return Vr.at(only[i]);
        var may = entries.get(i).vrs;
        if (may.contains(Vr.US)) return may.contains(Vr.SS) && signed ? Vr.SS : Vr.US;
        return may.contains(Vr.OW) ? Vr.OW : Vr.UN;
    }

    private int index(int tag) {
        int slot = hash(tag);
        for (int at; (at = slots[slot]) != 0; slot = slot + 1 & slots.length - 1) {
            if (entries.get(at - 1).tag.value() == tag) return at - 1;
        }
        for (var pattern : patterns) {
            if ((tag & pattern.mask) == pattern.value && (tag & 0x10000) == 0) return pattern.index;
        }
        return -1;
    }

    private static int hash(int tag) {
        return tag * 0x9E3779B1 >>> 18;
    }

    private static Dictionary load() {
        var entries = new ArrayList<Entry>(5200);
        var patterns = new ArrayList<Pattern>();
        try (var reader = resource("dictionary.tsv")) {
            for (String line; (line = reader.readLine()) != null; ) {
                var cells = line.split("\t", -1);
                var tag = Tag.parse(cells[0].replace('X', '0'));
                if (cells[0].indexOf('X') >= 0) {
                    int mask =
                            Tag.parse(cells[0].replaceAll("[^X]", "F").replace('X', '0')).value();
                    patterns.add(new Pattern(mask, tag.value(), entries.size()));
                }
                var name = cells[5].isEmpty() ? cells[4] : cells[5];
                entries.add(
                        new Entry(
                                tag, vrs(cells[1]), cells[2], !cells[3].isEmpty(), cells[4], name));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Dictionary(entries, patterns);
    }

    private static List<Vr> vrs(String cell) {
        if (cell.equals("-")) return List.of();
        if (cell.length() == 2) return SINGLE.get(Vr.valueOf(cell).index());
        var set = EnumSet.noneOf(Vr.class);
        Arrays.stream(cell.split("/")).map(Vr::valueOf).forEach(set::add);
        return List.copyOf(set);
    }

    /// A resource of tab-separated lines as a map.
    static Map<String, String> lines(String name, int key, int value) {
        var map = new HashMap<String, String>();
        try (var reader = resource(name)) {
            for (String line; (line = reader.readLine()) != null; ) {
                var cells = line.split("\t", -1);
                map.put(cells[key], cells[value]);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return map;
    }

    private static BufferedReader resource(String name) {
        var in = Objects.requireNonNull(Dictionary.class.getResourceAsStream(name), name);
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }
}
