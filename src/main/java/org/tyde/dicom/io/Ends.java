package org.tyde.dicom.io;

import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;

import java.io.IOException;

/// Where bytes end too early. Before the pixel data that is refused where the file ends too, for what
/// is missing could be the other half of a finding; behind them it is warned of.
final class Ends {
    private static final int HEAD = 8;

    private final Cursor at;
    private final Trail trail;
    private boolean behindPixels;

    Ends(Cursor at, Trail trail) {
        this.at = at;
        this.trail = trail;
    }

    boolean behindPixels() {
        return behindPixels;
    }

    void passPixels() {
        behindPixels = true;
    }

    /// Fewer bytes than a head has: zeros may fill up a file, anything else was the next element.
    void leftOver(long end) throws IOException {
        int left = (int) (end - at.position);
        int i = at.window.need(at.position, left);
        boolean zeros = true;
        for (int b = i; b < i + left; b++) zeros &= at.window.bytes()[b] == 0;
        at.tag = 0;
        if (!zeros && !behindPixels) throw cutOff(HEAD - left, "PS3.5 7.1");
        trail.warn(Warning.Kind.TRAILING_BYTES, at.position);
        at.position = end;
    }

    /// A sequence or item has fewer bytes left than a head.
    void of(long end, boolean undefined) throws DicomFormatException {
        boolean fileEnds = end == at.window.size();
        if (undefined && fileEnds && !behindPixels)
            throw cutOff(HEAD - (end - at.position), "PS3.5 7.5.2");
        if (undefined) trail.warn(Warning.Kind.MISSING_DELIMITER, at.position);
        else if (at.position < end) trail.warn(Warning.Kind.TRAILING_BYTES, at.position);
        if (!undefined) at.position = end;
    }

    private DicomFormatException cutOff(long missing, String rule) {
        return trail.refuse(DicomReason.TRUNCATED, at.position, missing).withRule(rule);
    }

    /// A length that goes beyond what is around it.
    DicomFormatException tooLong(long end) {
        boolean file = end == at.window.size();
        var reason = file ? DicomReason.LONGER_THAN_THE_FILE : DicomReason.LONGER_THAN_ITS_ITEM;
        return trail.refuse(reason, at.position, at.length, end - at.position)
                .withRule(file ? "PS3.5 7.1.1" : "PS3.5 7.5.1");
    }

    /// Pixel data may go beyond the file, what is there being kept; nothing else may.
    void within(long end) throws DicomFormatException {
        if (at.length <= end - at.position) return;
        if (!at.atPixels() || trail.depth() > 0) throw tooLong(end);
        trail.warn(Warning.Kind.PIXELS_CUT_OFF, at.position);
        at.length = end - at.position;
    }

    /// Whether the pixel data ahead, which is not read, goes beyond the file.
    void ofPixelsAhead(long end) throws IOException {
        int head = at.explicit ? 12 : HEAD;
        if (end - at.position < head) return;
        long length = at.int32(at.window.peek(at.position + head - HEAD), HEAD - 4);
        at.tag = at.nextTag();
        if (length != Cursor.UNDEFINED && length > end - at.position - head)
            trail.warn(Warning.Kind.PIXELS_CUT_OFF, at.position + head);
    }
}
