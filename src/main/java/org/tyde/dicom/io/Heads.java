package org.tyde.dicom.io;

import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.io.IOException;

/// The head of an element: tag, representation and length (PS3.5 7.1.2 and 7.1.3).
final class Heads {
    private final Cursor at;
    private final Trail trail;
    private final OddHeads odd;

    Heads(Cursor at, Trail trail) {
        this.at = at;
        this.trail = trail;
        this.odd = new OddHeads(at, trail);
    }

    /// Reads a head; the cursor is then at its value. At least eight bytes are left before the end.
    void read(long end) throws IOException {
        int i = at.window.need(at.position, 8);
        var bytes = at.window.bytes();
        long start = at.position;
        at.tag = at.tagAt(bytes, i);
        if (at.tag >>> 16 == 0xFFFE) {
            delimiter(bytes, i);
            return;
        }
        trail.count(start);
        if (!at.explicit) {
            at.vrNamed = false;
            at.length = at.int32(bytes, i + 4);
            at.position = start + 8;
            return;
        }
        var named = Vr.of(bytes[i + 4], bytes[i + 5]);
        if (named.isEmpty()) {
            odd.unknown(start, end);
            return;
        }
        at.vr = named.get();
        at.vrNamed = true;
        if (!at.vr.longForm()) {
            at.length = at.int16(bytes, i + 6);
            at.position = start + 8;
            return;
        }
        if ((bytes[i + 6] | bytes[i + 7]) != 0 && odd.shortened(start, end)) return;
        if (end - start < 12)
            throw trail.refuse(DicomReason.TRUNCATED, start, 12 - (end - start))
                    .withRule("PS3.5 7.1.2");
        i = at.window.need(start, 12);
        at.length = at.int32(at.window.bytes(), i + 8);
        at.position = start + 12;
    }

    /// Whether the head ahead can be one without a representation.
    boolean implicitFits(long end) throws IOException {
        return odd.implicitFits(end);
    }

    /// A delimiter, which has no length; or an item outside a sequence, which says nothing only where it
    /// is empty.
    private void delimiter(byte[] bytes, int i) throws IOException {
        long start = at.position;
        at.vr = Vr.UN;
        at.vrNamed = true;
        at.length = at.int32(bytes, i + 4);
        at.position += 8;
        boolean ends = at.tag == Cursor.ITEM_END || at.tag == Cursor.SEQUENCE_END;
        if (ends && at.length != 0) trail.warn(Warning.Kind.DELIMITER_LENGTH, start);
        if (!ends && (at.tag != Cursor.ITEM || at.length != 0))
            throw trail.refuse(DicomReason.NOT_AN_ELEMENT, start, new Tag(at.tag))
                    .withRule("PS3.5 7.5");
    }
}
