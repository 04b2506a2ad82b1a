package org.tyde.settings;

/// Who signs reports at this desk.
///
/// @param familyName as in the report
/// @param givenName as in the report
/// @param role such as "Overlege"
/// @param organisation such as "Sykehuset i Vestfold"
/// @param hprNumber of the Norwegian register of health personnel (OID 2.16.578.1.12.4.1.4.4), digits
public record Signer(
        String familyName, String givenName, String role, String organisation, String hprNumber) {
    private static final int LONGEST = 64;

    /// @return whether everything a signed report needs is there, and fits the attributes that hold it:
    ///     64 characters, none that separates values or parts of a name (LO and PN, PS3.5 6.2)
    public boolean complete() {
        return fits(familyName)
                && fits(givenName)
                && familyName.length() + givenName.length() + 2 <= LONGEST
                && fits(role)
                && fits(organisation)
                && hprNumber.matches("\\d{7,9}");
    }

    private static boolean fits(String text) {
        boolean plain = text.chars().noneMatch(c -> c < ' ' || "\\^=".indexOf(c) >= 0);
        return !text.isBlank() && plain && text.length() <= LONGEST;
    }
}
