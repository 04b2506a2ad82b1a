package org.tyde.dicom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Text with code extension: escape sequences of ISO 2022 bring character sets into the lower half
/// (G0) and the upper half (G1) of the byte (PS3.5 6.1.2.5).
final class EscapedText {
    private static final char REPLACEMENT = '\uFFFD';

    private final List<CharacterSetTerm> terms;
    private final Vr vr;
    private CharacterSetTerm g0 = CharacterSetTerm.ISO_IR_6;
    private CharacterSetTerm g1 = CharacterSetTerm.ISO_IR_6;

    /// @param terms declared, the first being that of a value's beginning
    /// @param vr of the value
    EscapedText(List<CharacterSetTerm> terms, Vr vr) {
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
        var first = terms.getFirst();
        g0 = first == CharacterSetTerm.ISO_IR_13 ? first : CharacterSetTerm.ISO_IR_6;
        g1 = first;
    }

    private int escape(byte[] bytes, int from, int end, StringBuilder text) {
        for (var term : CharacterSetTerm.values()) {
            if (matches(bytes, from, end, term.escapeG0())) {
                // the ASCII of the single-byte sets is one and the same: ESC ( B
                g0 = term.escapeG0().equals("(B") ? CharacterSetTerm.ISO_IR_6 : term;
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
            if (b == '\t' || b == '\n' || b == '\f' || b == '\r') reset();
            return i + 1;
        }
        if (g0 == CharacterSetTerm.ISO_IR_87 || g0 == CharacterSetTerm.ISO_IR_159) {
            if (b == 0x20 || i + 1 >= end || bytes[i + 1] < 0x21) {
                text.append(b == 0x20 ? ' ' : REPLACEMENT);
                return i + 1;
            }
            byte high = (byte) (b | 0x80);
            byte low = (byte) (bytes[i + 1] | 0x80);
            append(
                    text,
                    g0.charset(),
                    g0 == CharacterSetTerm.ISO_IR_87
                            ? new byte[] {high, low}
                            : new byte[] {(byte) 0x8F, high, low});
            return i + 2;
        }
        if (g0 == CharacterSetTerm.ISO_IR_13 && b == 0x7E) text.append('\u203E');
        else if (g0 == CharacterSetTerm.ISO_IR_13 && b == 0x5C && !vr.severalValues())
            text.append('\u00A5');
        else text.append((char) b);
        if (vr.severalValues() && b == '\\') reset();
        if (vr == Vr.PN && (b == '^' || b == '=')) reset();
        return i + 1;
    }

    private int upper(byte[] bytes, int i, int end, StringBuilder text) {
        boolean twoBytes = g1 == CharacterSetTerm.ISO_IR_149 || g1 == CharacterSetTerm.ISO_IR_58;
        if (!twoBytes) {
            var charset = g1.g1().orElse(StandardCharsets.US_ASCII);
            append(text, charset, new byte[] {bytes[i]});
            return i + 1;
        }
        if (i + 1 >= end || bytes[i + 1] >= 0) {
            text.append(REPLACEMENT);
            return i + 1;
        }
        append(text, g1.charset(), new byte[] {bytes[i], bytes[i + 1]});
        return i + 2;
    }

    private static void append(StringBuilder text, Charset charset, byte[] character) {
        text.append(new String(character, charset));
    }
}
