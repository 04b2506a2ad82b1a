package org.tyde.report.documents;

import org.tyde.dicom.Code;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.prior.Prior;
import org.tyde.study.Study;

import java.time.LocalDateTime;
import java.util.Optional;

/// A document as a list names it.
///
/// @param study it belongs to
/// @param prior what that study is to the one being read; empty where it is that one
/// @param reference the document
/// @param title as coded; without a name where the archive does not tell it before it is here
/// @param report whether it is a report of somebody, not a dose report, key images or the like
/// @param state how final it is
/// @param written when
/// @param author who answers for it, as shown; possibly empty
public record StudyDocument(
        Study study,
        Optional<Prior> prior,
        InstanceReference reference,
        Code title,
        boolean report,
        DocumentState state,
        Optional<LocalDateTime> written,
        String author) {}
