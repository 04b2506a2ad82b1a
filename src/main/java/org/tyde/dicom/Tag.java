package org.tyde.dicom;

import java.util.HexFormat;
import java.util.Locale;

/// The tag of an attribute (PS3.5 7.1). The constants are inherited: `Tag.PATIENT_NAME`.
///
/// @param value group in the upper 16 bits, element in the lower; ordered as unsigned
public record Tag(int value)
        implements Address,
                Comparable<Tag>,
                TagsAB,
                TagsC,
                TagsDE,
                TagsFK,
                TagsLO,
                TagsPQ,
                TagsR,
                TagsS,
                TagsTZ {
    /// @param group 0 to FFFF
    /// @param element 0 to FFFF
    /// @return the tag
    public static Tag of(int group, int element) {
        return new Tag(group << 16 | element & 0xFFFF);
    }

    /// @param hex eight hexadecimal digits, as DICOM JSON writes them, with or without `(gggg,eeee)`
    /// @return the tag
    /// @throws IllegalArgumentException for anything else
    public static Tag parse(String hex) {
        boolean written = hex.length() == 11 && hex.charAt(0) == '(' && hex.endsWith(")");
        var digits =
                written && hex.charAt(5) == ',' ? hex.substring(1, 5) + hex.substring(6, 10) : hex;
        if (digits.length() != 8) throw new IllegalArgumentException("not a tag: " + hex);
        return new Tag(HexFormat.fromHexDigits(digits));
    }

    /// @return 0 to FFFF
    public int group() {
        return value >>> 16;
    }

    /// @return 0 to FFFF
    public int element() {
        return value & 0xFFFF;
    }

    /// @return whether a manufacturer gave it its meaning: its group is odd (PS3.5 7.8)
    public boolean isPrivate() {
        return (group() & 1) != 0;
    }

    /// @return whether it reserves a block for a private creator (PS3.5 7.8.1)
    public boolean isPrivateCreator() {
        return isPrivate() && element() >= 0x10 && element() <= 0xFF;
    }

    /// The same attribute in another of the repeating groups (PS3.5 7.6): curves 50xx, overlays 60xx.
    ///
    /// @param number which, 0 to 15
    /// @return such as (6004,0010) for number 2 of (6000,0010)
    /// @throws IllegalArgumentException where the group does not repeat, or not so often
    public Tag repeated(int number) {
        int family = group() & 0xFF00;
        boolean repeats = (family == 0x5000 || family == 0x6000) && !isPrivate();
        if (!repeats || number < 0 || number > 15)
            throw new IllegalArgumentException(this + " has no repetition " + number);
        return of(family + 2 * number, element());
    }

    /// @return the keyword of PS3.6, such as `PatientName`; empty where the dictionary has none
    public String keyword() {
        return Dictionary.standard().keyword(this);
    }

    /// @return eight hexadecimal digits in upper case, as DICOM JSON writes them (PS3.18 F.2.2)
    public String hex() {
        return HexFormat.of().withUpperCase().toHexDigits(value);
    }

    @Override
    public int compareTo(Tag other) {
        return Integer.compareUnsigned(value, other.value);
    }

    /// @return `(0010,0010)`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "(%04X,%04X)", group(), element());
    }
}
