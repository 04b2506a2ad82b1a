package org.tyde.evidence;

import org.tyde.dicom.Code;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// What a structured report says, free of how DICOM nests it.
///
/// @param sopUid SOP Instance UID
/// @param studyUid Study Instance UID
/// @param title CID 7000, or whatever a foreign report used
/// @param state how final it is
/// @param written Content Date and Time
/// @param author who wrote it
/// @param verifiers who put their names to it, in order; none before it is signed
/// @param life what it waits for, and what it does to its predecessors
/// @param sections in order, none empty
/// @param evidence objects of the same study that it rests on, images under sections included or not
/// @param otherEvidence objects of other studies that it rests on
/// @param predecessors structured reports that it replaces or adds to
public record ReportDocument(
        String sopUid,
        String studyUid,
        Code title,
        DocumentState state,
        Optional<LocalDateTime> written,
        Optional<Observer> author,
        List<Verifier> verifiers,
        Life life,
        List<DocumentSection> sections,
        List<InstanceReference> evidence,
        List<InstanceReference> otherEvidence,
        List<InstanceReference> predecessors) {
    /// @throws NullPointerException never a missing part
    public ReportDocument {
        verifiers = List.copyOf(verifiers);
        sections = List.copyOf(sections);
        evidence = List.copyOf(evidence);
        otherEvidence = List.copyOf(otherEvidence);
        predecessors = List.copyOf(predecessors);
    }

    /// @return what its sections say in the codes of screening, in order
    public List<ScreeningFinding> screening() {
        return sections.stream().flatMap(s -> s.screening().stream()).toList();
    }

    /// @return who answers for it now: who verified it last, before that its author
    public Optional<Observer> responsible() {
        return verifiers.isEmpty() ? author : Optional.of(verifiers.getLast().who());
    }
}
