package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// Any structured report as headings and text, ours or not: each container below the root is a section,
/// each item under it a line.
public final class ReadDocument {
    private static final Set<String> REPORTS =
            Set.of(
                    SopClass.BASIC_TEXT_SR_STORAGE,
                    SopClass.ENHANCED_SR_STORAGE,
                    SopClass.COMPREHENSIVE_SR_STORAGE,
                    SopClass.COMPREHENSIVE_3D_SR_STORAGE);
    private static final int DEEPEST = 32;
    private static final Set<String> CONTEXT =
            Set.of("HAS OBS CONTEXT", "HAS CONCEPT MOD", "HAS ACQ CONTEXT");

    private final List<InstanceReference> evidence;
    private final List<DocumentSection> sections = new ArrayList<>();

    private ReadDocument(List<InstanceReference> evidence) {
        this.evidence = evidence;
    }

    /// @param sopClass SOP Class UID
    /// @return whether objects of it are read as reports
    public static boolean reads(String sopClass) {
        return REPORTS.contains(sopClass);
    }

    /// @param document a structured report of whatever template
    /// @return what it says
    /// @throws DicomFormatException malformed
    public static ReportDocument of(DataSet document) throws DicomFormatException {
        var current =
                EvidenceSequence.read(
                        document.sequence(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE));
        var other = EvidenceSequence.read(document.sequence(Tag.PERTINENT_OTHER_EVIDENCE_SEQUENCE));
        var all = new ArrayList<>(current);
        all.addAll(other);
        var reading = new ReadDocument(all);
        var title = title(document);
        reading.section(title, document, 0);
        return new ReportDocument(
                document.textOr(Tag.SOP_INSTANCE_UID, ""),
                document.textOr(Tag.STUDY_INSTANCE_UID, ""),
                title,
                DocumentState.of(document),
                document.dateTime(Tag.CONTENT_DATE, Tag.CONTENT_TIME),
                author(document),
                reading.sections,
                current,
                other,
                EvidenceSequence.read(document.sequence(Tag.PREDECESSOR_DOCUMENTS_SEQUENCE)));
    }

    static InstanceReference reference(DataSet sop, List<InstanceReference> evidence)
            throws DicomFormatException {
        var uid = sop.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, "");
        var frames = Arrays.stream(sop.integers(Tag.REFERENCED_FRAME_NUMBER)).boxed().toList();
        for (var known : evidence)
            if (known.sopUid().equals(uid))
                return new InstanceReference(
                        known.studyUid(), known.seriesUid(), known.sopClass(), uid, frames);
        return new InstanceReference(
                "", "", sop.textOr(Tag.REFERENCED_SOP_CLASS_UID, ""), uid, frames);
    }

    static Optional<Observer> author(DataSet document) throws DicomFormatException {
        var name = Optional.<PersonName>empty();
        var organisation = Optional.<String>empty();
        var role = Optional.<String>empty();
        for (var item : document.sequence(Tag.CONTENT_SEQUENCE)) {
            var concept = title(item);
            if (concept.same(Concepts.OBSERVER_NAME)) name = item.personName(Tag.PERSON_NAME);
            if (concept.same(Concepts.OBSERVER_ORGANISATION))
                organisation = item.text(Tag.TEXT_VALUE);
            if (concept.same(Concepts.ROLE_IN_ORGANISATION))
                role = item.code(Tag.CONCEPT_CODE_SEQUENCE).map(Code::meaning);
        }
        var verifier = document.item(Tag.VERIFYING_OBSERVER_SEQUENCE);
        var number = Optional.<String>empty();
        if (verifier.isPresent()) {
            var v = verifier.get();
            name = v.personName(Tag.VERIFYING_OBSERVER_NAME).or(nameOf(name));
            organisation = v.text(Tag.VERIFYING_ORGANIZATION).or(textOf(organisation));
            number = v.code(Tag.VERIFYING_OBSERVER_IDENTIFICATION_CODE_SEQUENCE).map(Code::value);
        }
        if (name.isEmpty()) return Optional.empty();
        return Optional.of(new Observer(name.get(), role, organisation, number));
    }

    private static Supplier<Optional<PersonName>> nameOf(Optional<PersonName> name) {
        return () -> name;
    }

    private static Supplier<Optional<String>> textOf(Optional<String> text) {
        return () -> text;
    }

    private void section(Code title, DataSet container, int depth) throws DicomFormatException {
        var text = new StringBuilder();
        var images = new ArrayList<InstanceReference>();
        int place = sections.size();
        for (var item : container.sequence(Tag.CONTENT_SEQUENCE)) {
            if (CONTEXT.contains(item.textOr(Tag.RELATIONSHIP_TYPE, ""))) continue;
            if (item.textOr(Tag.VALUE_TYPE, "").equals("CONTAINER") && depth < DEEPEST)
                section(title(item), item, depth + 1);
            else line(item, text, images, 0);
        }
        if (!text.isEmpty() || !images.isEmpty())
            sections.add(place, new DocumentSection(title, text.toString(), images));
    }

    private void line(DataSet item, StringBuilder text, List<InstanceReference> images, int depth)
            throws DicomFormatException {
        var type = item.textOr(Tag.VALUE_TYPE, "");
        var said = value(item, type);
        if (!said.isEmpty()) {
            if (!text.isEmpty()) text.append("\n");
            text.append("  ".repeat(depth));
            if (!type.equals("TEXT")) text.append(title(item).meaning()).append(": ");
            text.append(said);
        }
        if (type.equals("IMAGE"))
            for (var sop : item.sequence(Tag.REFERENCED_SOP_SEQUENCE))
                images.add(reference(sop, evidence));
        if (depth >= DEEPEST) return;
        for (var child : item.sequence(Tag.CONTENT_SEQUENCE))
            if (!CONTEXT.contains(child.textOr(Tag.RELATIONSHIP_TYPE, "")))
                line(child, text, images, depth + 1);
    }

    private static String value(DataSet item, String type) throws DicomFormatException {
        return switch (type) {
            case "TEXT" -> item.textOr(Tag.TEXT_VALUE, "").replace("\r\n", "\n");
            case "CODE" -> item.code(Tag.CONCEPT_CODE_SEQUENCE).map(Code::meaning).orElse("");
            case "NUM" -> number(item);
            case "DATE" -> item.textOr(Tag.DATE, "");
            case "TIME" -> item.textOr(Tag.TIME, "");
            case "DATETIME" -> item.textOr(Tag.DATE_TIME, "");
            case "PNAME" -> item.personName(Tag.PERSON_NAME).map(PersonName::display).orElse("");
            default -> "";
        };
    }

    private static String number(DataSet item) throws DicomFormatException {
        var measured = item.item(Tag.MEASURED_VALUE_SEQUENCE);
        if (measured.isEmpty()) return "";
        var unit = measured.get().code(Tag.MEASUREMENT_UNITS_CODE_SEQUENCE);
        return (measured.get().textOr(Tag.NUMERIC_VALUE, "")
                        + " "
                        + unit.map(Code::value).filter(u -> !u.equals("1")).orElse(""))
                .strip();
    }

    private static Code title(DataSet item) throws DicomFormatException {
        return item.code(Tag.CONCEPT_NAME_CODE_SEQUENCE).orElse(new Code("", "", ""));
    }
}
