package org.tyde.evidence;

import org.tyde.dicom.PersonName;

import java.util.Optional;

/// The person who observed, as TID 1003 and the Verifying Observer (PS3.3 C.17.2) name one.
///
/// @param name as registered
/// @param role in the organisation, in its own words
/// @param organisation the employer
/// @param hprNumber in the Norwegian register of health personnel
public record Observer(
        PersonName name,
        Optional<String> role,
        Optional<String> organisation,
        Optional<String> hprNumber) {
    /// @param other anybody
    /// @return whether it is the same person: by HPR number where both have one, else by name and employer
    public boolean same(Observer other) {
        if (hprNumber.isPresent() && other.hprNumber.isPresent())
            return hprNumber.equals(other.hprNumber);
        return name.equals(other.name) && organisation.equals(other.organisation);
    }

    /// @return whether the role is one of physicians in training (CID 7452: intern, resident, fellow)
    public boolean training() {
        return role.filter(RoleInOrganisation::training).isPresent();
    }
}
