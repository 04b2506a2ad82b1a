package org.tyde.dicom;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/// The defined terms of PS3.3 C.12.1.1.2, tables C.12-2 to C.12-5, with their escape sequences.
enum CharacterSetTerm {
    ISO_IR_6("6", "US-ASCII", "(B", ""),
    ISO_IR_13("13", "JIS_X0201", "(J", ")I"),
    ISO_IR_58("58", "GB2312", "", "$)A"),
    ISO_IR_87("87", "EUC-JP", "$B", ""),
    ISO_IR_100("100", "ISO-8859-1", "(B", "-A"),
    ISO_IR_101("101", "ISO-8859-2", "(B", "-B"),
    ISO_IR_109("109", "ISO-8859-3", "(B", "-C"),
    ISO_IR_110("110", "ISO-8859-4", "(B", "-D"),
    ISO_IR_126("126", "ISO-8859-7", "(B", "-F"),
    ISO_IR_127("127", "ISO-8859-6", "(B", "-G"),
    ISO_IR_138("138", "ISO-8859-8", "(B", "-H"),
    ISO_IR_144("144", "ISO-8859-5", "(B", "-L"),
    ISO_IR_148("148", "ISO-8859-9", "(B", "-M"),
    ISO_IR_149("149", "EUC-KR", "", "$)C"),
    ISO_IR_159("159", "EUC-JP", "$(D", ""),
    ISO_IR_166("166", "TIS-620", "(B", "-T"),
    ISO_IR_203("203", "ISO-8859-15", "(B", "-b"),
    ISO_IR_192("192", "UTF-8", "", ""),
    GB18030("GB18030", "GB18030", "", ""),
    GBK("GBK", "GBK", "", "");

    private final String number;
    private final String charset;
    private final String escapeG0;
    private final String escapeG1;

    CharacterSetTerm(String number, String charset, String escapeG0, String escapeG1) {
        this.number = number;
        this.charset = charset;
        this.escapeG0 = escapeG0;
        this.escapeG1 = escapeG1;
    }

    /// The set of its bytes, and of the upper half where it has one.
    Optional<Charset> g1() {
        return this == ISO_IR_87 || this == ISO_IR_159
                ? Optional.empty()
                : Optional.of(Charset.forName(charset));
    }

    Charset charset() {
        return Charset.forName(charset);
    }

    /// Whether code extension may mix it with others; UTF-8, GBK and GB18030 stand alone (PS3.3
    /// C.12.1.1.2).
    boolean extensible() {
        return this != ISO_IR_192 && this != GB18030 && this != GBK;
    }

    /// What follows ESC to bring it into G0; empty where nothing does.
    String escapeG0() {
        return escapeG0;
    }

    /// What follows ESC to bring it into G1; empty where nothing does.
    String escapeG1() {
        return escapeG1;
    }

    /// Reads the spellings met in practice too: `ISO-IR 100`, `ISO 2022-IR 87`, `ISO IR 192`.
    static Optional<CharacterSetTerm> of(String name) {
        var plain = name.strip().toUpperCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
        if (plain.isEmpty()) return Optional.of(ISO_IR_6);
        for (var term : values()) {
            if (plain.equals(term.number)
                    || plain.equals("ISO IR " + term.number)
                    || plain.equals("ISO 2022 IR " + term.number)) return Optional.of(term);
        }
        return Optional.empty();
    }
}
