package org.tyde.dicom;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Writes text with code extension (PS3.5 6.1.2.5): an escape sequence where a letter needs another
/// of the declared character sets than the one at hand, and one back before every delimiter.
final class CodeExtensionEncoder {
    private static final int ESCAPE = 0x1B;

    private final List<CharacterSetTerm> terms;
    private final Vr vr;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private CharacterSetTerm g0;
    private CharacterSetTerm g1;

    /// @param terms declared, the first being that of a value's beginning
    /// @param vr of the value
    CodeExtensionEncoder(List<CharacterSetTerm> terms, Vr vr) {
        this.terms = terms;
        this.vr = vr;
        this.g0 = CodeExtensionDecoder.firstG0(terms);
        this.g1 = terms.getFirst();
    }

    /// @return whether the declared character sets have all of the text's letters; if so
    ///     [#bytes()] are theirs
    boolean write(String text) {
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            i += Character.charCount(letter);
            boolean ends =
                    CodeExtensionDecoder.ends(letter, vr) || CodeExtensionDecoder.endsLine(letter);
            if (ends) restore();
            if (ends || letter < 0x20) bytes.write(letter);
            else if (!write(letter)) return false;
        }
        restore();
        return true;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    private boolean write(int letter) {
        if (put(g0.encodeLower(letter)) || put(g1.encodeUpper(letter))) return true;
        for (var term : terms) {
            var lower = term.lower().encodeLower(letter);
            if (lower.length > 0) {
                invokeG0(term.lower());
                return put(lower);
            }
            var upper = term.encodeUpper(letter);
            if (upper.length > 0) {
                escape(term.escapeG1());
                g1 = term;
                return put(upper);
            }
        }
        return false;
    }

    private boolean put(byte[] letter) {
        bytes.writeBytes(letter);
        return letter.length > 0;
    }

    private void restore() {
        var first = CodeExtensionDecoder.firstG0(terms);
        if (g0 != first) invokeG0(first);
        // nothing stands in the upper half where ASCII comes first: PS3.5 Annex I restores nothing
        boolean upper = g1 != terms.getFirst() && !terms.getFirst().escapeG1().isEmpty();
        if (upper) escape(terms.getFirst().escapeG1());
        g1 = terms.getFirst();
    }

    private void invokeG0(CharacterSetTerm term) {
        escape(term.escapeG0());
        g0 = term;
    }

    private void escape(String sequence) {
        bytes.write(ESCAPE);
        for (int i = 0; i < sequence.length(); i++) bytes.write(sequence.charAt(i));
    }
}
