package org.tyde.dicom;

/// A coded concept (PS3.3 8).
///
/// @param value Code Value (0008,0100), or the long or URN form
/// @param scheme Coding Scheme Designator (0008,0102), such as `SCT`; empty for URN codes
/// @param meaning Code Meaning (0008,0104): text for people, no part of the identity
public record Code(String value, String scheme, String meaning) {
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
