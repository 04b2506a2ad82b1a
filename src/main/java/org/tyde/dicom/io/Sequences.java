package org.tyde.dicom.io;

import org.tyde.dicom.Assembly;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Sequences and their items (PS3.5 7.5), of defined and undefined length. Within one the encoding may
/// be another than around it: values of unknown representation are implicit little endian (PS3.5
/// 6.2.2), and some manufacturers forget to convert their private sequences.
final class Sequences {
    private static final int DIRECTORY_RECORDS = Tag.DIRECTORY_RECORD_SEQUENCE.value();

    private final Cursor at;
    private final Trail trail;
    private final Heads heads;
    private final AnyValue value;
    private final Ends ends;
    private final List<Long> directoryRecords;
    private final Deque<Assembly> spare = new ArrayDeque<>();

    Sequences(
            Cursor at,
            Trail trail,
            Heads heads,
            AnyValue value,
            Ends ends,
            List<Long> directoryRecords) {
        this.heads = heads;
        this.at = at;
        this.trail = trail;
        this.value = value;
        this.ends = ends;
        this.directoryRecords = directoryRecords;
    }

    Level outermost(SpecificCharacterSet inherited) {
        return new Level(assembly(), at.window.generation(), inherited, false);
    }

    DataSet finish(Level level, long start) throws DicomFormatException {
        var assembly = level.assembly;
        trail.keep(assembly.size(), start);
        if (!assembly.sorted()) trail.warn(Warning.Kind.UNSORTED, start);
        var window = at.window;
        var set =
                assembly.over(
                        window.array(level.generation),
                        window.base(level.generation),
                        level.characterSet());
        assembly.clear();
        spare.addLast(assembly);
        return set;
    }

    private Assembly assembly() {
        return spare.isEmpty() ? new Assembly() : spare.removeLast();
    }

    /// The items under the cursor, in the encoding that they have.
    void read(Level around, long end, boolean undefined) throws IOException {
        int of = at.tag;
        boolean explicit = at.explicit;
        boolean bigEndian = at.bigEndian;
        var items = new ArrayList<DataSet>();
        trail.roomBelow();
        while (!ends(end, undefined)) {
            itemTag(of, items.isEmpty());
            trail.count(at.position);
            if (of == DIRECTORY_RECORDS) directoryRecords.add(at.position);
            int i = at.window.need(at.position, 8);
            at.length = at.int32(at.window.bytes(), i + 4);
            at.tag = Cursor.ITEM;
            at.position += 8;
            trail.enter(of, items.size() + 1);
            if (at.length == Cursor.UNDEFINED) items.add(item(around, end, true));
            else if (at.length > end - at.position) throw ends.tooLong(end);
            else items.add(item(around, at.position + at.length, false));
            trail.leave();
        }
        at.explicit = explicit;
        at.bigEndian = bigEndian;
        at.tag = of;
        around.assembly.add(of, Vr.SQ, new Value.Items(items));
    }

    /// Whether the sequence ends here; the cursor is then behind it.
    private boolean ends(long end, boolean undefined) throws IOException {
        while (end - at.position >= 8) {
            if (at.nextTag() != Cursor.SEQUENCE_END) return false;
            heads.read(end);
            if (undefined) return true;
            trail.warn(Warning.Kind.STRAY_DELIMITER, at.position - 8);
        }
        ends.of(end, undefined);
        return true;
    }

    /// An item must begin here; where its tag has its bytes swapped, all of the sequence has.
    private void itemTag(int of, boolean first) throws IOException {
        int next = at.nextTag();
        if (next == Cursor.ITEM) return;
        at.bigEndian ^= first;
        if (first && at.nextTag() == Cursor.ITEM) {
            trail.warn(Warning.Kind.OTHER_SYNTAX, at.position);
            return;
        }
        at.tag = of;
        throw trail.refuse(DicomReason.NOT_AN_ITEM, at.position, new Tag(next))
                .withRule("PS3.5 7.5.1");
    }

    private DataSet item(Level around, long end, boolean undefined) throws IOException {
        var level = around.below(assembly(), at.window.generation());
        long start = at.position;
        boolean explicit = at.explicit;
        if (end - start >= 8) recognise(end);
        while (true) {
            if (end - at.position < 8) {
                ends.of(end, undefined);
                break;
            }
            if (undefined && at.nextTag() == Cursor.SEQUENCE_END) {
                trail.warn(Warning.Kind.MISSING_DELIMITER, at.position);
                break;
            }
            heads.read(end);
            if (at.tag == Cursor.ITEM_END && undefined) break;
            if (at.tag >>> 16 == 0xFFFE) trail.warn(Warning.Kind.STRAY_DELIMITER, at.position - 8);
            else value.read(level, end);
        }
        at.explicit = explicit;
        return finish(level, start);
    }

    /// Whether the item's first element is explicit: what the bytes can be counts, not what they should.
    private void recognise(long end) throws IOException {
        int i = at.window.need(at.position, 8);
        var bytes = at.window.bytes();
        boolean named = EncodingGuess.namesVr(bytes, i + 4);
        if (named == at.explicit || at.tagAt(bytes, i) >>> 16 == 0xFFFE) return;
        if (named == heads.implicitFits(end)) return;
        trail.warn(Warning.Kind.OTHER_SYNTAX, at.position);
        at.explicit = named;
    }

    /// A value of UN that the dictionary knows as a sequence, if it reads as one.
    boolean unknown(Level level) throws IOException {
        int of = at.tag;
        long start = at.position;
        long length = at.length;
        boolean explicit = at.explicit;
        boolean bigEndian = at.bigEndian;
        int said = trail.said();
        int depth = trail.depth();
        at.explicit = false;
        at.bigEndian = false;
        try {
            read(level, start + length, false);
            return true;
        } catch (DicomFormatException noSequence) {
            if (isLimit(noSequence)) throw noSequence;
            trail.back(said, depth);
            at.tag = of;
            at.vr = Vr.UN;
            at.vrNamed = true;
            at.length = length;
            at.position = start;
            return false;
        } finally {
            at.explicit = explicit;
            at.bigEndian = bigEndian;
        }
    }

    static boolean isLimit(DicomFormatException refusal) {
        return refusal.reason() == DicomReason.TOO_MANY_ELEMENTS
                || refusal.reason() == DicomReason.TOO_LARGE_IN_MEMORY
                || refusal.reason() == DicomReason.TOO_DEEP;
    }
}
