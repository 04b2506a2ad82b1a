package org.tyde.dicom;

import java.util.Optional;

/// A coded concept (PS3.3 8).
///
/// @param value Code Value (0008,0100), or the long or URN form
/// @param scheme Coding Scheme Designator (0008,0102), such as `SCT`; empty for URN codes
/// @param meaning Code Meaning (0008,0104): text for people, no part of the identity
public record Code(String value, String scheme, String meaning) {
    /// @param item of a code sequence
    /// @return its code (PS3.3 8.8), empty where it has no value
    static Optional<Code> from(DataSet item) throws DicomFormatException {
        var value = item.text(Tag.CODE_VALUE);
        if (value.isEmpty()) value = item.text(Tag.LONG_CODE_VALUE);
        if (value.isEmpty()) value = item.text(Tag.URN_CODE_VALUE);
        if (value.isEmpty()) return Optional.empty();
        var scheme = item.textOr(Tag.CODING_SCHEME_DESIGNATOR, "");
        return Optional.of(new Code(value.get(), scheme, item.textOr(Tag.CODE_MEANING, "")));
    }

    /// @return this as the item of a code sequence: no scheme makes it a URN, more than 16 characters
    ///     a long value
    DataSet item() {
        boolean urn = scheme.isEmpty();
        var at = value.length() > 16 ? Tag.LONG_CODE_VALUE : Tag.CODE_VALUE;
        var item = DataSet.builder().text(urn ? Tag.URN_CODE_VALUE : at, value);
        if (!urn) item.text(Tag.CODING_SCHEME_DESIGNATOR, scheme);
        return item.text(Tag.CODE_MEANING, meaning).build();
    }

    /// @param other another code
    /// @return whether both name the same concept: value and scheme, never the meaning (PS3.3 8.1)
    public boolean same(Code other) {
        return value.equals(other.value) && scheme.equals(other.scheme);
    }

    @Override
    public String toString() {
        return "(%s, %s, \"%s\")".formatted(value, scheme, meaning);
    }
}
