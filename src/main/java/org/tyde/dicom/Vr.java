package org.tyde.dicom;

import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;

/// Value representations (PS3.5 6.2, table 6.2-1).
public enum Vr {
    /// Application Entity.
    AE(TextForm.TITLE, 16),
    /// Age String.
    AS(TextForm.AGE, 4),
    /// Attribute Tag.
    AT(Kind.TAG, Word.TAG),
    /// Code String.
    CS(TextForm.CODE, 16),
    /// Date; in a query a range of two.
    DA(TextForm.DATE, 18),
    /// Decimal String.
    DS(TextForm.DECIMAL, 16),
    /// Date Time; in a query a range of two.
    DT(TextForm.DATE_TIME, 54),
    /// Floating Point Double.
    FD(Kind.REAL, Word.FLOAT64),
    /// Floating Point Single.
    FL(Kind.REAL, Word.FLOAT32),
    /// Integer String.
    IS(TextForm.INTEGER, 12),
    /// Long String.
    LO(TextForm.LINE, 64),
    /// Long Text.
    LT(TextForm.PAGE, 10_240),
    /// Other Byte.
    OB(Kind.BYTES, Word.UINT8),
    /// Other Double.
    OD(Kind.BYTES, Word.FLOAT64),
    /// Other Float.
    OF(Kind.BYTES, Word.FLOAT32),
    /// Other Long.
    OL(Kind.BYTES, Word.UINT32),
    /// Other 64-bit Very Long.
    OV(Kind.BYTES, Word.UINT64),
    /// Other Word.
    OW(Kind.BYTES, Word.UINT16),
    /// Person Name; 64 characters a component group.
    PN(TextForm.NAME, 64),
    /// Short String.
    SH(TextForm.LINE, 16),
    /// Signed Long.
    SL(Kind.INTEGER, Word.INT32),
    /// Sequence of Items.
    SQ(Kind.ITEMS, Word.UINT8),
    /// Signed Short.
    SS(Kind.INTEGER, Word.INT16),
    /// Short Text.
    ST(TextForm.PAGE, 1024),
    /// Signed 64-bit Very Long.
    SV(Kind.INTEGER, Word.INT64),
    /// Time; in a query a range of two.
    TM(TextForm.TIME, 28),
    /// Unlimited Characters.
    UC(TextForm.LINE, TextForm.UNLIMITED),
    /// Unique Identifier.
    UI(TextForm.UID, 64),
    /// Unsigned Long.
    UL(Kind.INTEGER, Word.UINT32),
    /// Unknown.
    UN(Kind.BYTES, Word.UINT8),
    /// Universal Resource Identifier or Locator.
    UR(TextForm.URI, TextForm.UNLIMITED),
    /// Unsigned Short.
    US(Kind.INTEGER, Word.UINT16),
    /// Unlimited Text.
    UT(TextForm.PAGE, TextForm.UNLIMITED),
    /// Unsigned 64-bit Very Long.
    UV(Kind.INTEGER, Word.UINT64);

    /// What values of a representation are.
    public enum Kind {
        /// Characters.
        TEXT,
        /// Binary whole numbers.
        INTEGER,
        /// Binary floating point numbers.
        REAL,
        /// Attribute tags.
        TAG,
        /// A stream of bytes or words.
        BYTES,
        /// Nested data sets.
        ITEMS
    }

    private static final EnumSet<Vr> LONG_FORM =
            EnumSet.of(OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV);
    private static final Vr[] BY_INDEX = values();
    private static final Vr[] BY_LETTERS = new Vr[26 * 26];

    static {
        for (var vr : values()) BY_LETTERS[index(vr.name().charAt(0), vr.name().charAt(1))] = vr;
    }

    private final Kind kind;
    private final Word word;
    private final TextForm form;
    private final int longest;

    Vr(Kind kind, Word word) {
        this.kind = kind;
        this.word = word;
        this.form = TextForm.NONE;
        this.longest = TextForm.UNLIMITED;
    }

    Vr(TextForm form, int longest) {
        this.kind = Kind.TEXT;
        this.word = Word.UINT8;
        this.form = form;
        this.longest = longest;
    }

    /// @return what its values are
    public Kind kind() {
        return kind;
    }

    /// @return bytes that change places together with the byte order (PS3.5 7.3): 1, 2, 4 or 8
    public int unit() {
        return word == Word.TAG ? 2 : word.bytes();
    }

    /// @return bytes of one number: 1, 2, 4 or 8; of text 1
    public int width() {
        return word.bytes();
    }

    /// @return whether its numbers may be negative
    public boolean signed() {
        return word.signed();
    }

    /// @return the most characters (not bytes) one value may have, of PN each component group; empty
    ///     where only the element's length is the limit. Of DA, TM and DT those of a range in a query
    public OptionalInt longest() {
        return longest == TextForm.UNLIMITED ? OptionalInt.empty() : OptionalInt.of(longest);
    }

    /// @return whether Specific Character Set (0008,0005) says how to read it (PS3.5 6.1.2.2)
    public boolean usesCharacterSet() {
        return form.declared();
    }

    /// @return whether a backslash separates values; in LT, ST, UT and UR it is text (PS3.5 6.4)
    public boolean severalValues() {
        return form.several();
    }

    /// @return whether explicit syntaxes give its length 32 bits after two reserved bytes (PS3.5
    ///     7.1.2)
    public boolean longForm() {
        return LONG_FORM.contains(this);
    }

    /// @return the byte that makes its values even in length (PS3.5 6.2)
    public byte padding() {
        return (byte) (kind == Kind.TEXT && this != UI ? ' ' : 0);
    }

    /// @param first the first letter's code
    /// @param second the second letter's code
    /// @return the representation of that name, or empty when there is none
    public static Optional<Vr> of(int first, int second) {
        if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') return Optional.empty();
        return Optional.ofNullable(BY_LETTERS[index(first, second)]);
    }

    Word word() {
        return word;
    }

    TextForm form() {
        return form;
    }

    /// A number for compact tables in memory, never for files.
    @SuppressWarnings("EnumOrdinal")
    byte index() {
        return (byte) ordinal();
    }

    static Vr at(int index) {
        return BY_INDEX[index];
    }

    private static int index(int first, int second) {
        return (first - 'A') * 26 + second - 'A';
    }
}
