package org.tyde.dicom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The data dictionary (PS3.6, and PS3.7 E for group 0000): a resource written by
/// packaging/dictionary/generate.py. Of its lines only tags and representations are read when it is
/// loaded; the rest where someone asks.
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

    /// Tags that repeat in some of their digits: those whose other digits are these.
    private record Repeating(int mask, int digits, int index) {}

    private static final int SLOTS = 1 << 14;
    private static final int LONGEST = 1 << 13;
    private static final Pattern WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    private static final Dictionary STANDARD = new Dictionary(resource("dictionary.tsv"));

    private final byte[] lines;
    private final int[] starts = new int[LONGEST];
    private final int[] tags = new int[LONGEST];
    private final byte[] usual = new byte[LONGEST];
    private final byte[] withSignedPixels = new byte[LONGEST];
    private final short[] slots = new short[SLOTS];
    private Repeating[] repeating = new Repeating[0];
    private int count;

    private Dictionary(byte[] lines) {
        this.lines = lines;
        for (int at = 0; at < lines.length; at = end(at) + 1) {
            starts[count] = at;
            read(at);
            count++;
        }
    }

    private int end(int at) {
        int end = at;
        while (lines[end] != '\n') end++;
        return end;
    }

    /// `00100010 PN ...`, by tabs; the tag with X where it repeats, of two representations `US/SS`.
    private void read(int at) {
        int value = 0;
        int mask = 0;
        for (int i = at; i < at + 8; i++) {
            int digit = lines[i];
            boolean any = digit == 'X';
            value = value << 4 | (any ? 0 : digit <= '9' ? digit - '0' : digit - 'A' + 10);
            mask = mask << 4 | (any ? 0 : 0xF);
        }
        tags[count] = value;
        var vr = Vr.of(lines[at + 9], lines[at + 10]).orElse(Vr.UN);
        boolean several = lines[at + 11] == '/';
        boolean signed = several && lines[at + 12] == 'S'; // US/SS, US/SS/OW
        if (several && vr == Vr.OB) vr = Vr.OW;
        usual[count] = vr.index();
        withSignedPixels[count] = (signed ? Vr.SS : vr).index();
        if (mask != -1) {
            repeating = Arrays.copyOf(repeating, repeating.length + 1);
            repeating[repeating.length - 1] = new Repeating(mask, value, count);
            return;
        }
        int slot = hash(value);
        while (slots[slot] != 0) slot = slot + 1 & SLOTS - 1;
        slots[slot] = (short) (count + 1);
    }

    /// @return the dictionary of the standard
    public static Dictionary standard() {
        return STANDARD;
    }

    /// @return all entries, by tag
    public List<Entry> entries() {
        return IntStream.range(0, count).mapToObj(this::entryAt).toList();
    }

    /// @param tag any
    /// @return whether it is an attribute of the standard
    public boolean has(Tag tag) {
        return index(tag.value()) >= 0;
    }

    /// @param tag any
    /// @return its entry; none for private attributes
    public Optional<Entry> entry(Tag tag) {
        int i = index(tag.value());
        return i < 0 ? Optional.empty() : Optional.of(entryAt(i));
    }

    /// @param keyword such as `PatientName`
    /// @return its entry
    public Optional<Entry> entry(String keyword) {
        return Optional.ofNullable(Keywords.INDEXES.get(keyword)).map(this::entryAt);
    }

    /// @param tag any
    /// @return its keyword, empty where there is none
    public String keyword(Tag tag) {
        int i = index(tag.value());
        return i < 0 ? "" : cells(i)[4];
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
        return i < 0 ? Vr.UN : Vr.at(signed ? withSignedPixels[i] : usual[i]);
    }

    private int index(int tag) {
        int slot = hash(tag);
        for (int at; (at = slots[slot]) != 0; slot = slot + 1 & SLOTS - 1) {
            if (tags[at - 1] == tag) return at - 1;
        }
        for (var one : repeating) {
            if ((tag & one.mask) == one.digits && (tag & 0x10000) == 0) return one.index;
        }
        return -1;
    }

    private static int hash(int tag) {
        return tag * 0x9E3779B1 >>> 18;
    }

    private String[] cells(int i) {
        int length = end(starts[i]) - starts[i];
        return new String(lines, starts[i], length, StandardCharsets.UTF_8).split("\t", -1);
    }

    private Entry entryAt(int i) {
        var cells = cells(i);
        var name = cells.length > 5 ? cells[5] : WORDS.matcher(cells[4]).replaceAll(" ");
        return new Entry(
                new Tag(tags[i]), vrs(cells[1]), cells[2], !cells[3].isEmpty(), cells[4], name);
    }

    private static List<Vr> vrs(String cell) {
        if (cell.equals("-")) return List.of();
        return Arrays.stream(cell.split("/")).map(Vr::valueOf).toList();
    }

    /// Built when the first keyword is asked for.
    private static final class Keywords {
        private static final Map<String, Integer> INDEXES = HashMap.newHashMap(LONGEST);

        static {
            for (int i = 0; i < STANDARD.count; i++) INDEXES.put(STANDARD.cells(i)[4], i);
        }
    }

    /// A resource beside this class.
    static byte[] resource(String name) {
        try (var in = Dictionary.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
