package org.tyde.reading;

import org.tyde.dicom.DataSet;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.hanging.HangStudy;
import org.tyde.study.Identity;
import org.tyde.study.Study;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// A study of the open case.
///
/// @param uid Study Instance UID (0020,000D)
/// @param patient a key of the person, the same in all studies of the case and in nobody else's
/// @param when date and time of the study
/// @param images what hanging knows of them
/// @param states the presentation states that came with it
/// @param registrations the Spatial Registrations that came with it (PS3.3 A.39)
public record CaseStudy(
        String uid,
        String patient,
        Optional<LocalDateTime> when,
        HangStudy images,
        List<PresentationState> states,
        List<DataSet> registrations) {
    /// @throws IllegalArgumentException when the images are of another study
    public CaseStudy {
        states = List.copyOf(states);
        registrations = List.copyOf(registrations);
        if (!images.uid().equals(uid))
            throw new IllegalArgumentException("images of another study");
    }

    /// Without presentation states.
    ///
    /// @param uid Study Instance UID (0020,000D)
    /// @param patient as of the record
    /// @param when date and time of the study
    /// @param images what hanging knows of them
    public CaseStudy(String uid, String patient, Optional<LocalDateTime> when, HangStudy images) {
        this(uid, patient, when, images, List.of(), List.of());
    }

    /// @param study to be read, as the archive tells of it
    /// @param images what hanging knows of its images
    /// @return both
    public static CaseStudy of(Study study, HangStudy images) {
        return of(study, images, study);
    }

    /// @param prior as the archive tells of it
    /// @param images what hanging knows of its images
    /// @param current the study it is a prior of
    /// @return both
    /// @throws IllegalArgumentException when the two are not known to be one person's
    ///     ([Identity])
    public static CaseStudy prior(Study prior, HangStudy images, Study current) {
        if (!Identity.of(current.patient(), prior.patient()).joins())
            throw new IllegalArgumentException("a prior of another patient");
        return of(prior, images, current);
    }

    private static CaseStudy of(Study study, HangStudy images, Study person) {
        var id = person.patient().id();
        var key =
                id.value().isBlank()
                        ? "study " + person.uid()
                        : id.issuer().orElse("") + " " + id.value();
        return new CaseStudy(study.uid(), key, study.when(), images);
    }

    /// @return a text without the patient's key
    @Override
    public String toString() {
        return "CaseStudy of " + images.series().size() + " series";
    }
}
