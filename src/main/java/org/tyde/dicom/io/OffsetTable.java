package org.tyde.dicom.io;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.util.List;

/// How encapsulated pixel data says where its frames begin (PS3.5 A.4, PS3.3 C.7.6.3.1.8). Each frame
/// is written as one fragment, which any reader can count.
public enum OffsetTable {
    /// Nowhere: readers count fragments.
    EMPTY,
    /// In the first item, as 32-bit offsets.
    BASIC,
    /// In (7FE0,0001) and (7FE0,0002), as 64-bit offsets and lengths.
    EXTENDED;

    private static final int ITEM_HEAD = 8;
    private static final long LARGEST_BASIC = 0xFFFFFFFFL;

    /// @param set of an image
    /// @param frames encoded, in order, in the syntax in which the data set will be written
    /// @return the data set with those frames as its pixel data
    /// @throws DicomFormatException where a Basic Offset Table cannot point to all of them
    public DataSet encapsulate(DataSet set, List<BulkData> frames) throws DicomFormatException {
        var offsets = new long[frames.size()];
        var lengths = new long[frames.size()];
        long at = 0;
        for (int i = 0; i < offsets.length; i++) {
            long length = frames.get(i).length();
            offsets[i] = at;
            lengths[i] = length + (length & 1);
            at += ITEM_HEAD + lengths[i];
        }
        var builder =
                set.toBuilder()
                        .remove(Tag.EXTENDED_OFFSET_TABLE)
                        .remove(Tag.EXTENDED_OFFSET_TABLE_LENGTHS)
                        .fragments(Tag.PIXEL_DATA, frames);
        return switch (this) {
            case EMPTY -> builder.build();
            case BASIC -> builder.fragments(Tag.PIXEL_DATA, basic(offsets), frames).build();
            case EXTENDED ->
                    builder.longInteger(Tag.EXTENDED_OFFSET_TABLE, Vr.OV, offsets)
                            .longInteger(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, Vr.OV, lengths)
                            .build();
        };
    }

    private static BulkData basic(long[] offsets) throws DicomFormatException {
        var bytes = new byte[4 * offsets.length];
        for (int i = 0; i < offsets.length; i++) {
            if (offsets[i] > LARGEST_BASIC)
                throw new DicomFormatException(DicomReason.BEYOND_BASIC_OFFSETS, -1, offsets[i])
                        .at(Tag.PIXEL_DATA.toString())
                        .withRule("PS3.5 A.4");
            for (int b = 0; b < 4; b++) bytes[4 * i + b] = (byte) (offsets[i] >>> 8 * b);
        }
        return BulkData.over(bytes, 0, bytes.length);
    }
}
