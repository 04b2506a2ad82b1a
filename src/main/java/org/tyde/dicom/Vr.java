package org.tyde.dicom;

import java.util.Optional;

/// Value representations (PS3.5 6.2).
public enum Vr {
    AE(Kind.TEXT, 1),
    AS(Kind.TEXT, 1),
    AT(Kind.TAG, 2),
    CS(Kind.TEXT, 1),
    DA(Kind.TEXT, 1),
    DS(Kind.TEXT, 1),
    DT(Kind.TEXT, 1),
    FD(Kind.REAL, 8),
    FL(Kind.REAL, 4),
    IS(Kind.TEXT, 1),
    LO(Kind.TEXT, 1),
    LT(Kind.TEXT, 1),
    OB(Kind.BYTES, 1),
    OD(Kind.BYTES, 8),
    OF(Kind.BYTES, 4),
    OL(Kind.BYTES, 4),
    OV(Kind.BYTES, 8),
    OW(Kind.BYTES, 2),
    PN(Kind.TEXT, 1),
    SH(Kind.TEXT, 1),
    SL(Kind.INTEGER, 4),
    SQ(Kind.ITEMS, 1),
    SS(Kind.INTEGER, 2),
    ST(Kind.TEXT, 1),
    SV(Kind.INTEGER, 8),
    TM(Kind.TEXT, 1),
    UC(Kind.TEXT, 1),
    UI(Kind.TEXT, 1),
    UL(Kind.INTEGER, 4),
    UN(Kind.BYTES, 1),
    UR(Kind.TEXT, 1),
    US(Kind.INTEGER, 2),
    UT(Kind.TEXT, 1),
    UV(Kind.INTEGER, 8);

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

    private static final Vr[] BY_INDEX = values();
    private static final Vr[] BY_LETTERS = new Vr[26 * 26];

    static {
        for (var vr : values()) BY_LETTERS[index(vr.name().charAt(0), vr.name().charAt(1))] = vr;
    }

    private final Kind kind;
    private final int unit;

    Vr(Kind kind, int unit) {
        this.kind = kind;
        this.unit = unit;
    }

    /// @return what its values are
    public Kind kind() {
        return kind;
    }

    /// @return bytes that change places together with the byte order (PS3.5 7.3): 1, 2, 4 or 8
    public int unit() {
        return unit;
    }

    /// @return whether Specific Character Set (0008,0005) says how to read it (PS3.5 6.1.2.2)
    public boolean usesCharacterSet() {
        return switch (this) {
            case LO, LT, PN, SH, ST, UC, UT -> true;
            case AE,
                    AS,
                    AT,
                    CS,
                    DA,
                    DS,
                    DT,
                    FD,
                    FL,
                    IS,
                    OB,
                    OD,
                    OF,
                    OL,
                    OV,
                    OW,
                    SL,
                    SQ,
                    SS,
                    SV,
                    TM,
                    UI,
                    UL,
                    UN,
                    UR,
                    US,
                    UV ->
                    false;
        };
    }

    /// @return whether a backslash separates values; in LT, ST, UT and UR it is text (PS3.5 6.4)
    public boolean severalValues() {
        return kind == Kind.TEXT && this != LT && this != ST && this != UT && this != UR;
    }

    /// @return whether explicit syntaxes give its length 32 bits after two reserved bytes (PS3.5
    ///     7.1.2)
    public boolean longForm() {
        return switch (this) {
            case OB, OD, OF, OL, OV, OW, SQ, SV, UC, UN, UR, UT, UV -> true;
            case AE,
                    AS,
                    AT,
                    CS,
                    DA,
                    DS,
                    DT,
                    FD,
                    FL,
                    IS,
                    LO,
                    LT,
                    PN,
                    SH,
                    SL,
                    SS,
                    ST,
                    TM,
                    UI,
                    UL,
                    US ->
                    false;
        };
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
