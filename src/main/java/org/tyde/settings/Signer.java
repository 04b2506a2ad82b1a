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
    /// @return whether everything a signed report needs is there
    public boolean complete() {
        return !familyName.isBlank()
                && !givenName.isBlank()
                && !role.isBlank()
                && !organisation.isBlank()
                && hprNumber.matches("\\d{7,9}");
    }
}
