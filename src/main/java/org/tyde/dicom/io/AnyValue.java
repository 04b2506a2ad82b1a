package org.tyde.dicom.io;

import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.util.List;

/// The value of an element, whatever it is: bytes, a sequence, or fragments.
final class AnyValue {
    private final Cursor at;
    private final Trail trail;
    private final Ends ends;
    private final Values values;
    private final Sequences sequences;
    private final PixelFragments fragments;

    AnyValue(Cursor at, Trail trail, Heads heads, Ends ends, List<Long> directoryRecords) {
        this.at = at;
        this.trail = trail;
        this.ends = ends;
        this.values = new Values(at, trail);
        this.sequences = new Sequences(at, trail, heads, this, ends, directoryRecords);
        this.fragments = new PixelFragments(at, trail);
    }

    Values values() {
        return values;
    }

    Sequences sequences() {
        return sequences;
    }

    /// The value of the element whose head was read last; the cursor is then behind it.
    void read(Level level, long end) throws IOException {
        if (!at.vrNamed) at.vr = Dictionary.standard().implicitVr(at.tag, level.signed());
        if (at.length == Cursor.UNDEFINED) {
            undefinedLength(level, end);
            return;
        }
        ends.within(end);
        if ((at.length & 1) != 0) trail.warn(Warning.Kind.ODD_LENGTH, at.position);
        if (at.vr == Vr.SQ) sequences.read(level, at.position + at.length, false);
        else if (at.vr != Vr.UN || at.length < 8 || !isSequence() || !sequences.unknown(level))
            values.read(level);
    }

    private boolean isSequence() {
        return Dictionary.standard().implicitVr(at.tag, false) == Vr.SQ;
    }

    private void undefinedLength(Level level, long end) throws IOException {
        boolean unknown = at.vr == Vr.UN;
        if (at.vr == Vr.SQ || unknown || !at.vrNamed && !at.atPixels()) {
            boolean explicit = at.explicit;
            boolean bigEndian = at.bigEndian;
            if (unknown && explicit) { // PS3.5 6.2.2: always implicit little endian
                trail.warn(Warning.Kind.UNKNOWN_AS_SEQUENCE, at.position);
                at.explicit = false;
                at.bigEndian = false;
            }
            sequences.read(level, end, true);
            at.explicit = explicit;
            at.bigEndian = bigEndian;
            return;
        }
        if (at.vr != Vr.OB && at.vr != Vr.OW)
            throw trail.refuse(DicomReason.UNDEFINED_LENGTH, at.position, at.vr.name())
                    .withRule("PS3.5 7.1.2");
        int of = at.tag;
        var kind = at.vr;
        level.assembly.add(of, kind, fragments.read(end));
    }
}
