package org.tyde.dicom;

import java.util.List;

/// What reading and writing with code extension have in common (PS3.5 6.1.2.5.3): which character
/// set a text begins with, and where it is back at that one.
final class CodeExtension {
    private CodeExtension() {}

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
