package org.tyde.dicom;

import java.util.List;

/// Reads text with code extension: escape sequences of ISO 2022 bring character sets into the lower half
/// (G0) and the upper half (G1) of the byte (PS3.5 6.1.2.5).
final class CodeExtensionDecoder {
    private static final char REPLACEMENT = '\uFFFD';

    private final List<CharacterSetTerm> terms;
    private final Vr vr;
    private CharacterSetTerm g0 = CharacterSetTerm.ISO_IR_6;
    private CharacterSetTerm g1 = CharacterSetTerm.ISO_IR_6;

    /// @param terms declared, the first being that of a value's beginning
    /// @param vr of the value
    CodeExtensionDecoder(List<CharacterSetTerm> terms, Vr vr) {
        this.terms = terms;
        this.vr = vr;
    }

    String decode(byte[] bytes, int start, int length) {
        var text = new StringBuilder(length);
        int end = start + length;
        reset();
        for (int i = start; i < end; ) {
            int b = bytes[i] & 0xFF;
            if (b == 0x1B) i = escape(bytes, i + 1, end, text);
            else if (b >= 0x80) i = upper(bytes, i, end, text);
            else i = lower(bytes, i, end, text);
        }
        return text.toString();
    }

    private void reset() {
        g0 = firstG0(terms);
        g1 = terms.getFirst();
    }

    private int escape(byte[] bytes, int from, int end, StringBuilder text) {
        for (var term : CharacterSetTerm.values()) {
            if (matches(bytes, from, end, term.escapeG0())) {
                g0 = term;
                return from + term.escapeG0().length();
            }
            if (matches(bytes, from, end, term.escapeG1())) {
                g1 = term;
                return from + term.escapeG1().length();
            }
        }
        text.append(REPLACEMENT);
        return from;
    }

    private static boolean matches(byte[] bytes, int from, int end, String sequence) {
        if (sequence.isEmpty() || from + sequence.length() > end) return false;
        for (int i = 0; i < sequence.length(); i++) {
            if (bytes[from + i] != sequence.charAt(i)) return false;
        }
        return true;
    }

    private int lower(byte[] bytes, int i, int end, StringBuilder text) {
        int b = bytes[i];
        if (b < 0x20) {
            text.append((char) b);
            if (endsLine(b)) reset();
            return i + 1;
        }
        if (g0.isDoubleByte()) {
            if (b == 0x20 || i + 1 >= end || bytes[i + 1] < 0x21) {
                text.append(b == 0x20 ? ' ' : REPLACEMENT);
                return i + 1;
            }
            text.append(g0.decode(bytes[i], bytes[i + 1]));
            return i + 2;
        }
        boolean ends = ends(b, vr);
        boolean japanese = g0 == CharacterSetTerm.ISO_IR_13;
        if (japanese && b == 0x7E) text.append('\u203E');
        else if (japanese && b == 0x5C && !ends) text.append('\u00A5');
        else text.append((char) b);
        if (ends) reset();
        return i + 1;
    }

    private int upper(byte[] bytes, int i, int end, StringBuilder text) {
        if (!g1.isDoubleByte()) {
            text.append(g1.decode(bytes[i]));
            return i + 1;
        }
        boolean whole = !g1.inG0() && i + 1 < end && bytes[i + 1] < 0;
        text.append(whole ? g1.decode(bytes[i], bytes[i + 1]) : String.valueOf(REPLACEMENT));
        return whole ? i + 2 : i + 1;
    }

    /// The lower half at the beginning; the upper half is that of the first term.
    static CharacterSetTerm firstG0(List<CharacterSetTerm> terms) {
        return terms.getFirst() == CharacterSetTerm.ISO_IR_13
                ? CharacterSetTerm.ISO_IR_13
                : CharacterSetTerm.ISO_IR_6;
    }

    /// Whether that character ends a line or page.
    static boolean endsLine(int character) {
        return character == '\t' || character == '\n' || character == '\f' || character == '\r';
    }

    /// Whether that character ends a value, or a component of a name.
    static boolean ends(int character, Vr vr) {
        if (character == '\\') return vr.severalValues();
        return vr == Vr.PN && (character == '^' || character == '=');
    }
}
