package org.tyde.dicom.io;

import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.io.IOException;

/// Heads in an explicit syntax that are not as PS3.5 7.1.2 says, as some manufacturers write them. Of
/// the ways to read one, that is taken after whose value another element begins.
final class OddHeads {
    private final Cursor at;
    private final Trail trail;

    OddHeads(Cursor at, Trail trail) {
        this.at = at;
        this.trail = trail;
    }

    /// Two bytes that name no representation: one of a later edition, which has a length of 32 bits;
    /// letters of a careless writer; or none at all, the element being implicit.
    void unknown(long start, long end) throws IOException {
        int i = at.window.need(start, 8);
        var bytes = at.window.bytes();
        boolean letters = isUpper(bytes[i + 4]) && isUpper(bytes[i + 5]);
        if (!letters && implicitFits(end)) {
            trail.warn(Warning.Kind.IMPLICIT_ELEMENT, start);
            at.vrNamed = false;
            at.length = at.int32(bytes, i + 4);
            at.position = start + 8;
            return;
        }
        trail.warn(Warning.Kind.UNKNOWN_VR, start);
        at.vr = Vr.UN;
        at.vrNamed = true;
        int narrow = at.int16(bytes, i + 6);
        if (letters && end - start >= 12) {
            i = at.window.need(start, 12);
            long wide = at.int32(at.window.bytes(), i + 8);
            if (leadsOn(start + 12 + wide, end) || !leadsOn(start + 8 + narrow, end)) {
                at.length = wide;
                at.position = start + 12;
                return;
            }
        }
        at.length = narrow;
        at.position = start + 8;
    }

    /// Whether the head under the cursor can be one without a representation.
    boolean implicitFits(long end) throws IOException {
        int i = at.window.need(at.position, 8);
        at.tag = at.tagAt(at.window.bytes(), i);
        long length = at.int32(at.window.bytes(), i + 4);
        return length == Cursor.UNDEFINED || leadsOn(at.position + 8 + length, end);
    }

    /// A representation with a length of 32 bits, its length written in the 16 bits that are reserved.
    boolean shortened(long start, long end) throws IOException {
        int i = at.window.need(start, 8);
        int narrow = at.int16(at.window.bytes(), i + 6);
        if (!leadsOn(start + 8 + narrow, end)) return false;
        trail.warn(Warning.Kind.LENGTH_FORM, start);
        at.length = narrow;
        at.position = start + 8;
        return true;
    }

    private static boolean isUpper(byte letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    /// Whether a value may end there: at the end, or where a later element or a delimiter begins.
    private boolean leadsOn(long next, long end) throws IOException {
        if (next == end) return true;
        if (next > end - 8) return false;
        var head = at.window.peek(next);
        int tag = at.tagAt(head, 0);
        if (tag >>> 16 == 0xFFFE) return tag != Cursor.ITEM;
        if (Integer.compareUnsigned(tag, at.tag) <= 0) return false;
        return EncodingGuess.namesVr(head, 4)
                || tag >>> 16 == at.tag >>> 16
                || Dictionary.standard().has(new Tag(tag));
    }
}
