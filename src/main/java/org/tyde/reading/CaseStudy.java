package org.tyde.reading;

import org.tyde.hanging.HangStudy;

import java.time.LocalDateTime;
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
}
