package org.tyde.evidence;

import static org.tyde.evidence.ContentItems.code;
import static org.tyde.evidence.ContentItems.container;
import static org.tyde.evidence.ContentItems.figure;
import static org.tyde.evidence.ContentItems.number;
import static org.tyde.evidence.ContentItems.text;
import static org.tyde.evidence.ContentItems.uid;
import static org.tyde.evidence.DocumentParts.CONTAINS;
import static org.tyde.evidence.DocumentParts.CONTEXT;
import static org.tyde.evidence.DocumentParts.MODIFIER;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// Measurements of one examination as a Comprehensive 3D SR after TID 1500, so that other systems and the
/// next examination can read them (PS3.16; PS3.3 A.35.13).
///
/// @param sopUid SOP Instance UID
/// @param studyUid Study Instance UID
/// @param state how final it is
/// @param author who measured
/// @param groups one for each thing measured, at least one; no two track the same thing
/// @param predecessors measurement reports that this one replaces
public record MeasurementReport(
        String sopUid,
        String studyUid,
        DocumentState state,
        Optional<Observer> author,
        List<MeasurementGroup> groups,
        List<InstanceReference> predecessors) {
    /// @throws IllegalArgumentException without a group, or where two track the same thing
    public MeasurementReport {
        groups = List.copyOf(groups);
        predecessors = List.copyOf(predecessors);
        if (groups.isEmpty()) throw new IllegalArgumentException("a report of no measurements");
        var tracked = new HashSet<String>();
        for (var group : groups)
            if (!tracked.add(group.trackingUid()))
                throw new IllegalArgumentException("tracked twice: " + group.trackingUid());
    }

    /// @param document a structured report
    /// @return whether it reports measurements and no text of a person (CID 7021)
    /// @throws DicomFormatException its title is malformed
    public static boolean is(DataSet document) throws DicomFormatException {
        var title = document.code(Tag.CONCEPT_NAME_CODE_SEQUENCE);
        return title.filter(MeasurementConcepts::entitles).isPresent();
    }

    /// @param ofStudy any object of the same study
    /// @param when the measurements were reported
    /// @return the data set, without file meta information
    /// @throws DicomFormatException the study's header is malformed
    /// @throws IllegalArgumentException a signed one without author or organisation, or another study's header
    public DataSet write(DataSet ofStudy, LocalDateTime when) throws DicomFormatException {
        if (!ofStudy.textOr(Tag.STUDY_INSTANCE_UID, "").equals(studyUid))
            throw new IllegalArgumentException("the header is of another study");
        var document =
                DocumentHeader.of(
                        ofStudy, SopClass.COMPREHENSIVE_3D_SR_STORAGE, "SR", sopUid, Uids.create());
        DocumentHeader.written(document, when);
        document.sequence(Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE, List.of());
        var verifiers = Verifier.alone(state, author, when);
        Observers.write(document, state, author, verifiers);
        DocumentParts.codingSchemes(
                document, Observers.registered(author, verifiers), usesOurCodes());
        DocumentParts.procedures(ofStudy, document);
        DocumentParts.evidence(
                document,
                studyUid,
                groups.stream().flatMap(g -> g.images().stream()).toList(),
                predecessors);
        return document.text(Tag.VALUE_TYPE, "CONTAINER")
                .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, MeasurementConcepts.REPORT)
                .text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE")
                .sequence(Tag.CONTENT_TEMPLATE_SEQUENCE, DocumentParts.template("1500"))
                .sequence(Tag.CONTENT_SEQUENCE, content(ofStudy, verifiers))
                .build();
    }

    /// The same measurements under another state, as when somebody else signs them: a new object in place of the
    /// earlier one.
    ///
    /// @param before a measurement report
    /// @param state of the new one
    /// @param author who measured
    /// @param verifiers who answer for it
    /// @param when that is
    /// @return the data set, without file meta information
    /// @throws DicomFormatException the earlier one is malformed
    public static DataSet restated(
            DataSet before,
            DocumentState state,
            Optional<Observer> author,
            List<Verifier> verifiers,
            LocalDateTime when)
            throws DicomFormatException {
        var document =
                before.toBuilder()
                        .text(Tag.SOP_INSTANCE_UID, Uids.create())
                        .text(Tag.SERIES_INSTANCE_UID, Uids.create());
        DocumentHeader.written(document, when);
        Observers.write(document, state, author, verifiers);
        boolean ours = false;
        for (var scheme : before.sequence(Tag.CODING_SCHEME_IDENTIFICATION_SEQUENCE))
            ours |= scheme.textOr(Tag.CODING_SCHEME_DESIGNATOR, "").equals(DocumentParts.OURS);
        DocumentParts.codingSchemes(document, Observers.registered(author, verifiers), ours);
        var earlier =
                new InstanceReference(
                        before.textOr(Tag.STUDY_INSTANCE_UID, ""),
                        before.textOr(Tag.SERIES_INSTANCE_UID, ""),
                        before.textOr(Tag.SOP_CLASS_UID, ""),
                        before.textOr(Tag.SOP_INSTANCE_UID, ""));
        return document.sequence(
                        Tag.PREDECESSOR_DOCUMENTS_SEQUENCE, EvidenceSequence.of(List.of(earlier)))
                .build();
    }

    private boolean usesOurCodes() {
        return groups.stream()
                .flatMap(g -> g.allValues().stream())
                .anyMatch(v -> v.concept().scheme().equals(DocumentParts.OURS));
    }

    /// What was done in local codes stands in the header; the template takes a code of CID 100.
    private List<DataSet> content(DataSet study, List<Verifier> verifiers)
            throws DicomFormatException {
        var content = new ArrayList<DataSet>();
        content.add(DocumentParts.language());
        content.addAll(Observers.context(author, verifiers));
        content.add(
                code(
                        MODIFIER,
                        Concepts.PROCEDURE_REPORTED,
                        MeasurementConcepts.procedure(study.textOr(Tag.MODALITY, ""))));
        content.add(
                container(
                        CONTAINS,
                        MeasurementConcepts.MEASUREMENTS,
                        groups.stream().map(MeasurementReport::group).toList()));
        return content;
    }

    private static DataSet group(MeasurementGroup group) {
        var items = new ArrayList<DataSet>();
        items.add(text(CONTEXT, MeasurementConcepts.TRACKING, group.identifier(), List.of()));
        items.add(uid(CONTEXT, MeasurementConcepts.TRACKING_UID, group.trackingUid()));
        group.finding().ifPresent(f -> items.add(code(CONTAINS, Concepts.FINDING, f)));
        if (group.site().isPresent()) {
            var side = group.side().map(MeasurementConcepts::of);
            items.add(
                    side.isPresent()
                            ? code(
                                    MODIFIER,
                                    MeasurementConcepts.SITE,
                                    group.site().get(),
                                    code(MODIFIER, MeasurementConcepts.SIDE, side.get()))
                            : code(MODIFIER, MeasurementConcepts.SITE, group.site().get()));
        }
        boolean region = group.further().isEmpty() && group.figure().closed();
        if (region) items.add(figure(CONTAINS, MeasurementConcepts.REGION, group.figure()));
        for (var value : group.values())
            items.add(
                    number(
                            CONTAINS,
                            value,
                            modifiers(group, value, region ? List.of() : List.of(group.figure()))));
        for (var other : group.further())
            for (var value : other.values())
                items.add(
                        number(CONTAINS, value, modifiers(group, value, List.of(other.figure()))));
        return container(CONTAINS, MeasurementConcepts.GROUP, region ? "1410" : "1501", items);
    }

    private static List<DataSet> modifiers(
            MeasurementGroup group, MeasuredValue value, List<Figure> paths) {
        var items = new ArrayList<DataSet>();
        value.derivation()
                .ifPresent(d -> items.add(code(MODIFIER, MeasurementConcepts.DERIVATION, d)));
        if (group.algorithm().isPresent()) {
            var by = group.algorithm().get();
            items.add(text(MODIFIER, MeasurementConcepts.ALGORITHM_NAME, by.name(), List.of()));
            items.add(
                    text(MODIFIER, MeasurementConcepts.ALGORITHM_VERSION, by.version(), List.of()));
        }
        for (var path : paths) items.add(figure("INFERRED FROM", MeasurementConcepts.PATH, path));
        return items;
    }
}
