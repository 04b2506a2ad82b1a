package org.tyde.reading;

import org.tyde.hanging.HangStudy;
import org.tyde.study.Study;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;

/// A study of the open case.
///
/// @param uid Study Instance UID (0020,000D)
/// @param patient the same for the same person and for nobody else: identifier and issuer
/// @param when date and time of the study
/// @param images what hanging knows of them
public record CaseStudy(
        String uid, String patient, Optional<LocalDateTime> when, HangStudy images) {
    /// @throws IllegalArgumentException when the images are of another study
    public CaseStudy {
        if (!images.uid().equals(uid))
            throw new IllegalArgumentException("images of another study");
    }

    /// @param study as the archive tells of it
    /// @param images what hanging knows of its images
    /// @return both; the person is known by the national identity number where there is one, else by
    ///     identifier and issuer, and a study without an identifier is nobody else's
    public static CaseStudy of(Study study, HangStudy images) {
        var patient = study.patient();
        var id = patient.id();
        var person =
                patient.nationalId()
                        .map(n -> "national " + n.digits())
                        .orElse(
                                id.value().isBlank()
                                        ? "study " + study.uid()
                                        : "id " + id.issuer().orElse("") + " " + id.value());
        var when = study.date().map(d -> d.atTime(study.time().orElse(LocalTime.MIDNIGHT)));
        return new CaseStudy(study.uid(), person, when, images);
    }

    /// @return a text without the patient's key
    @Override
    public String toString() {
        return "CaseStudy of " + images.series().size() + " series";
    }
}
