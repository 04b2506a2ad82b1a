package org.tyde.codec.j2k.header;

import org.tyde.refusal.Refusal;

import java.nio.ByteBuffer;

/// Where the codestream lies: at the first byte, as DICOM has it (PS3.5 A.4.4), or in the box `jp2c` of a
/// JP2 file that someone put there (T.800 Annex I).
final class Jp2Boxes {
    private static final int SIGNATURE = 0x6A502020;
    private static final int CODESTREAM = 0x6A703263;
    private static final int HEADER = 0x6A703268;
    private static final int PALETTE = 0x70636C72;

    /// @param from first byte
    /// @param to after the last
    record Range(int from, int to) {}

    private Jp2Boxes() {}

    static Range codestream(byte[] data) throws Refusal {
        if (startsAt(data, 0)) return new Range(0, data.length);
        var boxes = ByteBuffer.wrap(data);
        if (data.length >= 12 && boxes.getInt(0) == 12 && boxes.getInt(4) == SIGNATURE) {
            int at = 0;
            while (data.length - at >= 8) {
                long length = boxes.getInt(at) & 0xFFFFFFFFL;
                int type = boxes.getInt(at + 4);
                int head = 8;
                if (length == 1 && data.length - at >= 16) {
                    length = boxes.getLong(at + 8);
                    head = 16;
                }
                long left = data.length - (long) at;
                if (length == 0 || length > left) length = left;
                if (length < head) break;
                if (type == HEADER) refusePalette(boxes, at + head, at + (int) length);
                if (type == CODESTREAM && startsAt(data, at + head))
                    return new Range(at + head, at + (int) length);
                at += (int) length;
            }
        }
        throw new Refusal(J2kReason.NO_CODESTREAM).withPlace("byte 0").withRule("T.800 A.4.1");
    }

    /// In DICOM a palette stands in the data set; one in the box would change what samples mean.
    private static void refusePalette(ByteBuffer boxes, int from, int to) throws Refusal {
        for (int at = from; to - at >= 8; ) {
            int length = boxes.getInt(at);
            if (boxes.getInt(at + 4) == PALETTE)
                throw new Refusal(J2kReason.UNSUPPORTED, "a palette in its JP2 header")
                        .withPlace("pclr at byte " + at)
                        .withRule("PS3.5 A.4.4");
            if (length < 8 || length > to - at) return;
            at += length;
        }
    }

    private static boolean startsAt(byte[] data, int at) {
        return data.length - at >= 4
                && MarkerSegment.u16(data, at) == Marker.SOC.code()
                && MarkerSegment.u16(data, at + 2) == Marker.SIZ.code();
    }
}
