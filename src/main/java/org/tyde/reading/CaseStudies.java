package org.tyde.reading;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.hanging.HangInput;
import org.tyde.imaging.FrameKey;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The studies of a case: the one that is read, its priors, and the prior that hangs beside it. All of one
/// patient.
final class CaseStudies {
    private final List<CaseStudy> priors = new ArrayList<>();
    private final List<PresentationState> made = new ArrayList<>();
    private CaseStudy current;
    private Optional<String> hung;

    /// @throws IllegalArgumentException when a prior is another patient's
    CaseStudies(CaseStudy current, List<CaseStudy> priors) {
        this.current = current;
        priors.forEach(this::requireSamePatient);
        this.priors.addAll(priors);
        hung = priors.stream().map(CaseStudy::uid).findFirst();
    }

    private void requireSamePatient(CaseStudy study) {
        if (!study.patient().equals(current.patient()))
            throw new IllegalArgumentException("a study of another patient");
    }

    CaseStudy current() {
        return current;
    }

    List<CaseStudy> priors() {
        return List.copyOf(priors);
    }

    /// @param state made while the case is open
    void add(PresentationState state) {
        made.add(state);
    }

    /// @return the presentation states that cover a frame: those that came, oldest study last, then those made
    List<PresentationState> states(FrameKey frame) {
        var came =
                Stream.concat(Stream.of(current), priors.stream())
                        .flatMap(s -> s.states().stream());
        var seen = new HashSet<String>();
        return Stream.concat(came, made.stream())
                .filter(s -> s.covers(frame.sopInstanceUid(), frame.frame()))
                .filter(s -> seen.add(s.sopUid()))
                .toList();
    }

    /// @param sopUid SOP Instance UID
    /// @return the Spatial Registration of it
    Optional<DataSet> registration(String sopUid) {
        return Stream.concat(Stream.of(current), priors.stream())
                .flatMap(s -> s.registrations().stream())
                .filter(r -> sopUid.equals(uid(r)))
                .findFirst();
    }

    private static String uid(DataSet registration) {
        try {
            return registration.textOr(Tag.SOP_INSTANCE_UID, "");
        } catch (DicomFormatException malformed) {
            return "";
        }
    }

    Optional<CaseStudy> hung() {
        return hung.map(this::indexOf).filter(i -> i >= 0).map(priors::get);
    }

    HangInput input() {
        return new HangInput(current.images(), hung().map(CaseStudy::images));
    }

    /// @param uid one of the priors; empty: none hangs
    /// @return whether that is another one than before
    boolean hang(Optional<String> uid) {
        if (uid.equals(hung)) return false;
        hung = uid;
        return true;
    }

    /// @return the prior after the one that hangs; after the last one none, after none the first
    Optional<String> next() {
        int next = hung.map(this::indexOf).orElse(-1) + 1;
        return next < priors.size() ? Optional.of(priors.get(next).uid()) : Optional.empty();
    }

    /// Takes a study as it is known now; the first prior to come hangs.
    ///
    /// @throws IllegalArgumentException when it is another patient's
    void update(CaseStudy study) {
        requireSamePatient(study);
        int known = indexOf(study.uid());
        if (study.uid().equals(current.uid())) current = study;
        else if (known >= 0) priors.set(known, study);
        else {
            if (priors.isEmpty()) hung = Optional.of(study.uid());
            priors.add(study);
        }
    }

    private int indexOf(String uid) {
        for (int i = 0; i < priors.size(); i++) if (priors.get(i).uid().equals(uid)) return i;
        return -1;
    }
}
