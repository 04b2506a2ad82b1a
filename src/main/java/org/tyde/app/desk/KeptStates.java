package org.tyde.app.desk;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.report.screening.ScreeningReason;
import org.tyde.report.sign.Delivery;
import org.tyde.report.sign.Destination;
import org.tyde.settings.Settings;
import org.tyde.settings.Signer;
import org.tyde.ui.viewport.state.StateKeeper;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Presentation states go where reports go: into the cache, and to the archive when it answers.
///
/// @param delivery that carries them
/// @param destination the archive that studies come from
/// @param settings as they are now: who reads
/// @param sealing whether a reading of the study is being written that others may not see
record KeptStates(
        Delivery delivery,
        Destination destination,
        Supplier<Settings> settings,
        Predicate<String> sealing)
        implements StateKeeper {
    @Override
    public Optional<PersonName> creator() {
        return settings.get()
                .signer()
                .filter(Signer::complete)
                .map(s -> PersonName.of(s.familyName(), s.givenName()));
    }

    @Override
    public void keep(DataSet state) throws Refusal {
        var study = state.textOr(Tag.STUDY_INSTANCE_UID, "");
        if (sealing.test(study)) throw new Refusal(ScreeningReason.KEPT_BEFORE_SIGNING);
        delivery.send(study, destination, state);
    }
}
