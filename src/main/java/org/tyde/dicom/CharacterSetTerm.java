package org.tyde.dicom;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/// The defined terms of PS3.3 C.12.1.1.2, tables C.12-2 to C.12-5, with their escape sequences:
/// what follows ESC to bring the set into the lower half (G0) or the upper half (G1) of the byte.
enum CharacterSetTerm {
    ISO_IR_6("6", "US-ASCII", "(B", ""),
    ISO_IR_13("13", "JIS_X0201", "(J", ")I"),
    ISO_IR_58("58", "GB2312", "", "$)A"),
    ISO_IR_87("87", "EUC-JP", "$B", ""),
    ISO_IR_100("100", "ISO-8859-1", "", "-A"),
    ISO_IR_101("101", "ISO-8859-2", "", "-B"),
    ISO_IR_109("109", "ISO-8859-3", "", "-C"),
    ISO_IR_110("110", "ISO-8859-4", "", "-D"),
    ISO_IR_126("126", "ISO-8859-7", "", "-F"),
    ISO_IR_127("127", "ISO-8859-6", "", "-G"),
    ISO_IR_138("138", "ISO-8859-8", "", "-H"),
    ISO_IR_144("144", "ISO-8859-5", "", "-L"),
    ISO_IR_148("148", "ISO-8859-9", "", "-M"),
    ISO_IR_149("149", "EUC-KR", "", "$)C"),
    ISO_IR_159("159", "EUC-JP", "$(D", ""),
    ISO_IR_166("166", "TIS-620", "", "-T"),
    ISO_IR_203("203", "ISO-8859-15", "", "-b"),
    ISO_IR_192("192", "UTF-8", "", ""),
    GB18030("GB18030", "GB18030", "", ""),
    GBK("GBK", "GBK", "", "");

    private static final byte[] NONE = new byte[0];
    private static final byte THREE_BYTES = (byte) 0x8F; // EUC-JP's mark of JIS X 0212

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

    /// Of the JDK; it has the set's letters, be it under other bytes.
    Charset charset() {
        return Charset.forName(charset);
    }

    /// Whether code extension may mix it with others; UTF-8, GBK and GB18030 stand alone (PS3.3
    /// C.12.1.1.2).
    boolean extensible() {
        return this != ISO_IR_192 && this != GB18030 && this != GBK;
    }

    /// Empty where nothing brings it there.
    String escapeG0() {
        return escapeG0;
    }

    /// Empty where nothing brings it there.
    String escapeG1() {
        return escapeG1;
    }

    /// Whether its letters are pairs of bytes.
    boolean isDoubleByte() {
        return inG0() || this == ISO_IR_58 || this == ISO_IR_149;
    }

    /// Whether its pairs of bytes have their upper bits clear.
    boolean inG0() {
        return this == ISO_IR_87 || this == ISO_IR_159;
    }

    /// What stands in the lower half with this term: itself, or ASCII.
    CharacterSetTerm lower() {
        return escapeG0.isEmpty() ? ISO_IR_6 : this;
    }

    /// The letter of a byte of the upper half.
    String decode(byte upper) {
        return isDoubleByte() ? "\uFFFD" : new String(new byte[] {upper}, charset());
    }

    /// The letter of two bytes.
    String decode(byte first, byte second) {
        byte high = (byte) (first | 0x80);
        byte low = (byte) (second | 0x80);
        var bytes =
                this == ISO_IR_159 ? new byte[] {THREE_BYTES, high, low} : new byte[] {high, low};
        return new String(bytes, charset());
    }

    /// A letter's bytes in the lower half, none where it is not there.
    byte[] encodeLower(int letter) {
        if (this == ISO_IR_6) return letter < 0x7F ? new byte[] {(byte) letter} : NONE;
        if (this == ISO_IR_13) return lowerJapanese(letter);
        if (!inG0() || letter < 0x80) return NONE;
        var encoded = bytesOf(letter);
        boolean here =
                this == ISO_IR_159
                        ? encoded.length == 3 && encoded[0] == THREE_BYTES
                        : encoded.length == 2 && (encoded[0] & 0xFF) > 0xA0;
        if (!here) return NONE;
        int last = encoded.length - 1;
        return new byte[] {(byte) (encoded[last - 1] & 0x7F), (byte) (encoded[last] & 0x7F)};
    }

    /// JIS X 0201: ASCII but for the two places of `\` and `~`. The yen sign is left out, for its byte
    /// separates values.
    private static byte[] lowerJapanese(int letter) {
        if (letter == '\u203E') return new byte[] {0x7E};
        boolean ascii = letter < 0x7E && letter != '\\';
        return ascii ? new byte[] {(byte) letter} : NONE;
    }

    /// A letter's bytes in the upper half, none where it is not there.
    byte[] encodeUpper(int letter) {
        if (letter < 0x80 || inG0() || escapeG1.isEmpty()) return NONE;
        var encoded = bytesOf(letter);
        boolean here = encoded.length == (isDoubleByte() ? 2 : 1) && (encoded[0] & 0xFF) >= 0xA0;
        return here ? encoded : NONE;
    }

    private byte[] bytesOf(int letter) {
        var text = Character.toString(letter);
        var encoder = charset().newEncoder();
        return encoder.canEncode(text) ? text.getBytes(charset()) : NONE;
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
