package org.tyde.app.lesions;

import org.tyde.prior.RelevantPriors;
import org.tyde.reading.CaseOpening;
import org.tyde.study.Study;

import java.util.Optional;

/// The study that is read and the earlier ones of its patient.
public interface PatientStudies {
    /// @return the study that is read
    Study study();

    /// @return earlier studies, empty until the archive has answered
    Optional<RelevantPriors> priors();

    /// @param prior to be hung beside the study; fetched first where it is not here
    void show(Study prior);

    /// @param opening of a case
    /// @return its studies
    static PatientStudies of(CaseOpening opening) {
        return new PatientStudies() {
            @Override
            public Study study() {
                return opening.study();
            }

            @Override
            public Optional<RelevantPriors> priors() {
                return opening.priors();
            }

            @Override
            public void show(Study prior) {
                opening.showPrior(prior);
            }
        };
    }
}
