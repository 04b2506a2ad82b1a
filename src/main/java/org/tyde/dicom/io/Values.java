package org.tyde.dicom.io;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Value;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.util.Arrays;

/// The value of an element that holds no items: not decoded, what is gathered is where it lies.
final class Values {
    private final Cursor at;
    private final Trail trail;
    private boolean undeclaredText;
    private boolean pixelsBigEndian;

    Values(Cursor at, Trail trail) {
        this.at = at;
        this.trail = trail;
    }

    /// Words of the pixel data are big endian though all else is little endian, as in GE's private
    /// syntax.
    void pixelsBigEndian() {
        pixelsBigEndian = true;
    }

    /// The value under the cursor, which is then behind it.
    void read(Level level) throws IOException {
        boolean pixels = at.atPixels();
        int wordSize = at.bigEndian || pixelsBigEndian && pixels ? unit(level) : 1;
        if (at.vr.kind() == Vr.Kind.BYTES && (pixels || at.length > trail.limits.keepInFile())) {
            var bulk = at.window.origin().bulk(at.position, at.length);
            level.add(at, new Value.Bulk(wordSize > 1 ? new SwappedBulk(bulk, wordSize) : bulk));
            at.position += at.length;
            return;
        }
        int size = inMemory();
        int i = at.window.need(at.position, size);
        var bytes = at.window.bytes();
        if (wordSize > 1) {
            bytes = Arrays.copyOfRange(bytes, i, i + size);
            i = 0;
            SwappedBulk.swap(bytes, 0, size, wordSize);
            level.add(at, new Value.Bytes(BulkData.over(bytes, 0, size)));
        } else if (at.window.generation() == level.generation)
            level.assembly.add(at.tag, at.vr, i, size);
        else
            level.add(
                    at,
                    new Value.Bytes(
                            BulkData.over(Arrays.copyOfRange(bytes, i, i + size), 0, size)));
        if (level.note(at.tag, bytes, i, size))
            trail.warn(Warning.Kind.UNKNOWN_CHARACTER_SET, at.position);
        if (!undeclaredText && level.undeclared(at.vr)) seek(bytes, i, size);
        at.position += at.length;
    }

    private int inMemory() throws DicomFormatException {
        long most = Math.min(trail.limits.inMemory(), Integer.MAX_VALUE - 16);
        if (at.length > most)
            throw trail.refuse(DicomReason.TOO_LARGE_IN_MEMORY, at.position, most);
        return (int) at.length;
    }

    /// Bytes that belong together as one number; of pixels in words of 16 bits the whole cell.
    private int unit(Level level) {
        boolean wideCells = at.atPixels() && at.vr == Vr.OW && level.bitsAllocated() > 16;
        return wideCells ? level.bitsAllocated() / 8 : at.vr.unit();
    }

    private void seek(byte[] bytes, int i, int size) {
        for (int b = i; b < i + size; b++) {
            if (bytes[b] >= 0) continue;
            undeclaredText = true;
            trail.warn(Warning.Kind.UNDECLARED_TEXT, at.position);
            return;
        }
    }
}
