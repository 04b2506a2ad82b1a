package org.tyde.dicom;

import java.util.Locale;

/// A private attribute, wherever its creator's block lies in a data set (PS3.5 7.8.1).
///
/// @param group odd
/// @param creator the private creator's name, in (gggg,0010) to (gggg,00FF)
/// @param element within the block, 0 to FF
public record PrivateTag(int group, String creator, int element) implements Address {
    /// @throws IllegalArgumentException for an even group, an element beyond FF or no name
    public PrivateTag {
        if ((group & 1) == 0 || group < 9 || group >= 0xFFFF)
            throw new IllegalArgumentException("a private group is odd, 0009 to FFFD");
        if (element < 0 || element > 0xFF)
            throw new IllegalArgumentException("a private element is 00 to FF within its block");
        if (creator.isBlank()) throw new IllegalArgumentException("a private creator has a name");
    }

    /// @param block 10 to FF
    /// @return the attribute's tag where its creator has that block
    Tag in(int block) {
        return Tag.of(group, block << 8 | element);
    }

    /// @return such as `(0029,xx10,"SIEMENS CSA HEADER")`
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "(%04X,xx%02X,\"%s\")", group, element, creator);
    }
}
