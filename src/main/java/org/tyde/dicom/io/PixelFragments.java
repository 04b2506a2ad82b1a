package org.tyde.dicom.io;

import org.jspecify.annotations.Nullable;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Value;

import java.io.IOException;
import java.util.ArrayList;

/// Encapsulated pixel data (PS3.5 A.4): a Basic Offset Table, then fragments, then a delimiter. What is
/// within the fragments is not read.
final class PixelFragments {
    private final Cursor at;
    private final Trail trail;

    PixelFragments(Cursor at, Trail trail) {
        this.at = at;
        this.trail = trail;
    }

    /// Of a fragment that the end of the file cuts in two what is there is kept: a decoder can tell that its
    /// frame is there in part only.
    Value.Fragments read(long end) throws IOException {
        @Nullable BulkData table = null;
        var data = new ArrayList<BulkData>();
        boolean mayBeCut = trail.depth() == 0;
        while (true) {
            if (end - at.position < 8) {
                trail.warn(Warning.Kind.MISSING_DELIMITER, at.position);
                at.position = end;
                break;
            }
            var head = at.window.peek(at.position);
            int next = at.tagAt(head, 0);
            long length = at.int32(head, 4);
            if (next == Cursor.SEQUENCE_END) {
                at.position += 8;
                break;
            }
            if (next != Cursor.ITEM)
                throw trail.refuse(DicomReason.NOT_AN_ITEM, at.position, new Tag(next))
                        .withRule("PS3.5 A.4");
            at.position += 8;
            if (length == Cursor.UNDEFINED)
                throw trail.refuse(DicomReason.UNDEFINED_LENGTH, at.position, at.vr.name())
                        .withRule("PS3.5 A.4");
            if (length > end - at.position) {
                if (!mayBeCut)
                    throw trail.refuse(
                                    DicomReason.TRUNCATED,
                                    at.position,
                                    length - (end - at.position))
                            .withRule("PS3.5 A.4");
                trail.warn(Warning.Kind.PIXELS_CUT_OFF, at.position);
                if (table != null && end > at.position)
                    data.add(at.window.origin().bulk(at.position, end - at.position));
                at.position = end;
                break;
            }
            if ((length & 1) != 0) trail.warn(Warning.Kind.ODD_LENGTH, at.position);
            trail.count(at.position);
            var bulk = at.window.origin().bulk(at.position, length);
            if (table == null) table = bulk;
            else data.add(bulk);
            at.position += length;
        }
        return new Value.Fragments(table == null ? BulkData.of(new byte[0]) : table, data);
    }
}
