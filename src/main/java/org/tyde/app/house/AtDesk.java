package org.tyde.app.house;

import org.tyde.dicom.PersonName;
import org.tyde.evidence.Observer;
import org.tyde.settings.Settings;
import org.tyde.settings.Signer;

import java.util.Optional;

/// Who is at the desk, as documents name a person.
public final class AtDesk {
    private AtDesk() {}

    /// @param now the settings in force
    /// @return who signs by them; empty where nobody is entered, or not all of him
    public static Optional<Observer> by(Settings now) {
        return now.signer().filter(Signer::complete).map(AtDesk::observer);
    }

    private static Observer observer(Signer signer) {
        return new Observer(
                PersonName.of(signer.familyName(), signer.givenName()),
                Optional.of(signer.role()),
                Optional.of(signer.organisation()),
                Optional.of(signer.hprNumber()));
    }
}
