package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;

import java.io.IOException;
import java.util.List;

/// Elements from bytes (PS3.5 7). A header that the end of the file cuts off is refused, for what is
/// missing could be the other half of a finding; pixel data that it cuts off is kept as far as it goes,
/// with a warning, and so is all before bytes behind the pixel data that make no sense.
final class ElementParser {
    private final Cursor at;
    private final Trail trail;
    private final Heads heads;
    private final Values values;
    private final Sequences sequences;
    private final PixelFragments fragments;
    private final TransferSyntax syntax;
    private boolean behindPixels;

    ElementParser(
            Window window,
            long start,
            TransferSyntax syntax,
            ReaderLimits limits,
            List<Warning> warnings,
            List<Long> directoryRecords) {
        this.syntax = syntax;
        this.at = new Cursor(window, start, syntax.explicit(), syntax.bigEndian());
        this.trail = new Trail(at, limits, warnings);
        this.heads = new Heads(at, trail);
        this.values = new Values(at, trail);
        this.sequences = new Sequences(at, trail, heads, this, directoryRecords);
        this.fragments = new PixelFragments(at, trail);
    }

    /// Words of the pixel data are big endian though all else is little endian.
    void pixelsBigEndian() {
        values.pixelsBigEndian();
    }

    long position() {
        return at.position;
    }

    /// Group 0002 from here on (PS3.10 7.1).
    DataSet metaInformation() throws IOException {
        var level = sequences.outermost(SpecificCharacterSet.UNDECLARED);
        long start = at.position;
        long size = at.window.size();
        long announced = -1;
        while (at.position + 8 <= size) {
            var next = at.window.peek(at.position);
            if (next[0] != 2 || next[1] != 0) break;
            boolean another = at.explicit && !EncodingGuess.namesVr(next, 4);
            if (at.position == announced && another) break; // the data set begins with group 0002
            heads.read(size);
            if (at.tag == Tag.FILE_META_INFORMATION_GROUP_LENGTH.value()
                    && at.length == 4
                    && size - at.position >= 4) {
                int i = at.window.need(at.position, 4);
                announced = at.position + 4 + at.int32(at.window.bytes(), i);
            }
            value(level, size);
        }
        if (announced != at.position) trail.warn(Warning.Kind.META_LENGTH, start);
        return sequences.finish(level, start);
    }

    /// The data set from here to the end of the file, or to the pixel data.
    DataSet dataSet(boolean headerOnly) throws IOException {
        var level = sequences.outermost(SpecificCharacterSet.UNDECLARED);
        long start = at.position;
        long end = at.window.size();
        boolean stopped = false;
        while (at.position < end) {
            if (end - at.position < 8) {
                leftOver(end);
                break;
            }
            stopped = headerOnly && Cursor.isPixels(at.nextTag());
            if (stopped) {
                pixelsAhead(end);
                break;
            }
            if (behindPixels) trailing(level, end);
            else element(level, end);
        }
        var set = sequences.finish(level, start);
        boolean image = set.has(Tag.ROWS) && set.has(Tag.BITS_ALLOCATED);
        at.tag = 0;
        if (image && !stopped && !behindPixels) trail.warn(Warning.Kind.NO_PIXELS, at.position);
        return set;
    }

    /// Whether the pixel data that is not read would go beyond the file.
    private void pixelsAhead(long end) throws IOException {
        int head = at.explicit ? 12 : 8;
        if (end - at.position < head) return;
        long length = at.int32(at.window.peek(at.position + 4), head - 8);
        at.tag = Tag.PIXEL_DATA.value();
        if (length != Cursor.UNDEFINED && length > end - at.position - head)
            trail.warn(Warning.Kind.PIXELS_CUT_OFF, at.position + head);
    }

    private void element(Level level, long end) throws IOException {
        heads.read(end);
        if (at.tag >>> 16 == 0xFFFE) {
            trail.warn(Warning.Kind.STRAY_DELIMITER, at.position - 8);
        } else if (at.tag >>> 16 == 2) {
            trail.warn(Warning.Kind.META_IN_DATA_SET, at.position);
            value(sequences.outermost(SpecificCharacterSet.UNDECLARED), end);
        } else {
            boolean pixels = at.atPixels();
            boolean encapsulated = at.length == Cursor.UNDEFINED;
            if (pixels && encapsulated != syntax.encapsulated() && syntax.known())
                trail.warn(Warning.Kind.PIXELS_OTHERWISE, at.position);
            value(level, end);
            behindPixels |= pixels;
        }
    }

    /// What lies behind the pixel data must not cost them: where it makes no sense, it is left out.
    private void trailing(Level level, long end) throws IOException {
        long start = at.position;
        int said = trail.said();
        try {
            if (Integer.compareUnsigned(at.nextTag(), Tag.PIXEL_DATA.value()) > 0) {
                element(level, end);
                return;
            }
        } catch (DicomFormatException noElement) {
            if (Sequences.isLimit(noElement)) throw noElement;
            trail.back(said, 0);
        }
        at.tag = 0;
        trail.warn(Warning.Kind.TRAILING_BYTES, start);
        at.position = end;
    }

    /// Fewer bytes than a head has: zeros may fill up a file, anything else was the next element.
    private void leftOver(long end) throws IOException {
        int left = (int) (end - at.position);
        int i = at.window.need(at.position, left);
        boolean zeros = true;
        for (int b = i; b < i + left; b++) zeros &= at.window.bytes()[b] == 0;
        at.tag = 0;
        if (!zeros && !behindPixels) throw cutOff(at.position, 8 - left, "PS3.5 7.1");
        trail.warn(Warning.Kind.TRAILING_BYTES, at.position);
        at.position = end;
    }

    private DicomFormatException cutOff(long offset, long missing, String rule) {
        return trail.refuse(DicomReason.TRUNCATED, offset, missing).withRule(rule);
    }

    /// A sequence or item has fewer than eight bytes left.
    void endOf(long end, boolean undefined) throws DicomFormatException {
        boolean fileEnds = end == at.window.size();
        if (undefined && fileEnds && !behindPixels)
            throw cutOff(at.position, 8 - (end - at.position), "PS3.5 7.5.2");
        if (undefined) trail.warn(Warning.Kind.MISSING_DELIMITER, at.position);
        else if (at.position < end) trail.warn(Warning.Kind.TRAILING_BYTES, at.position);
        if (!undefined) at.position = end;
    }

    /// The value of the element whose head was read last.
    void value(Level level, long end) throws IOException {
        if (!at.vrNamed) at.vr = Dictionary.standard().implicitVr(at.tag, level.signed());
        if (at.length == Cursor.UNDEFINED) {
            undefinedLength(level, end);
            return;
        }
        if (at.length > end - at.position) {
            if (!at.atPixels() || trail.depth() > 0) throw tooLong(end);
            trail.warn(Warning.Kind.PIXELS_CUT_OFF, at.position);
            at.length = end - at.position;
        }
        if ((at.length & 1) != 0) trail.warn(Warning.Kind.ODD_LENGTH, at.position);
        if (at.vr == Vr.SQ) sequences.read(level, at.position + at.length, false);
        else if (at.vr != Vr.UN || at.length < 8 || !isSequence() || !sequences.unknown(level))
            values.read(level);
    }

    private boolean isSequence() {
        return Dictionary.standard().implicitVr(at.tag, false) == Vr.SQ;
    }

    DicomFormatException tooLong(long end) {
        long left = end - at.position;
        var reason =
                end == at.window.size()
                        ? DicomReason.LONGER_THAN_THE_FILE
                        : DicomReason.LONGER_THAN_ITS_ITEM;
        return trail.refuse(reason, at.position, at.length, left)
                .withRule(end == at.window.size() ? "PS3.5 7.1.1" : "PS3.5 7.5.1");
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
