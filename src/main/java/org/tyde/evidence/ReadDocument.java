package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.evidence.content.ContentItem;
import org.tyde.evidence.content.ContentTree;
import org.tyde.evidence.content.ContentValue;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Any structured report as headings and text, ours or not: each container of its content tree is a section,
/// each item under it a line.
public final class ReadDocument {
    private static final Set<String> REPORTS =
            Set.of(
                    SopClass.BASIC_TEXT_SR_STORAGE,
                    SopClass.ENHANCED_SR_STORAGE,
                    SopClass.COMPREHENSIVE_SR_STORAGE,
                    SopClass.COMPREHENSIVE_3D_SR_STORAGE);

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

    /// @param object any object
    /// @return whether it is what somebody wrote about a study, and no list of measurements
    /// @throws DicomFormatException its title is malformed
    public static boolean narrates(DataSet object) throws DicomFormatException {
        return reads(object.textOr(Tag.SOP_CLASS_UID, "")) && !MeasurementReport.is(object);
    }

    /// @param document a structured report of whatever template
    /// @return what it says
    /// @throws DicomFormatException its header is malformed; a malformed item keeps what can be read of it
    public static ReportDocument of(DataSet document) throws DicomFormatException {
        var current =
                EvidenceSequence.read(
                        document.sequence(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE));
        var other = EvidenceSequence.read(document.sequence(Tag.PERTINENT_OTHER_EVIDENCE_SEQUENCE));
        var all = new ArrayList<>(current);
        all.addAll(other);
        var reading = new ReadDocument(all);
        var tree = ContentTree.of(document);
        reading.section(tree.root());
        return new ReportDocument(
                document.textOr(Tag.SOP_INSTANCE_UID, ""),
                document.textOr(Tag.STUDY_INSTANCE_UID, ""),
                title(tree.root()),
                DocumentState.of(document),
                written(document),
                Observers.author(document, tree),
                Observers.verifiers(document, tree),
                life(tree),
                reading.sections,
                current,
                other,
                EvidenceSequence.read(document.sequence(Tag.PREDECESSOR_DOCUMENTS_SEQUENCE)));
    }

    /// A time that cannot be read costs no sentence of what was written.
    private static Optional<LocalDateTime> written(DataSet document) {
        try {
            return document.dateTime(Tag.CONTENT_DATE, Tag.CONTENT_TIME);
        } catch (DicomFormatException unreadable) {
            return Optional.empty();
        }
    }

    /// A report that [#of] refuses, as one that says only so: nobody knows what of it holds.
    ///
    /// @param document malformed
    /// @param sentence that tells why, in the reader's language
    /// @return one not signed, with the sentence for its only text
    /// @throws DicomFormatException not even its identifiers can be read
    public static ReportDocument unread(DataSet document, String sentence)
            throws DicomFormatException {
        return new ReportDocument(
                document.textOr(Tag.SOP_INSTANCE_UID, ""),
                document.textOr(Tag.STUDY_INSTANCE_UID, ""),
                Concepts.IMAGING_REPORT,
                DocumentState.UNSIGNED,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Life.PLAIN,
                List.of(new DocumentSection(Concepts.IMAGING_REPORT, sentence, List.of())),
                List.of(),
                List.of(),
                List.of());
    }

    static InstanceReference reference(DataSet sop, List<InstanceReference> evidence)
            throws DicomFormatException {
        var frames = Arrays.stream(sop.integers(Tag.REFERENCED_FRAME_NUMBER)).boxed().toList();
        return reference(
                sop.textOr(Tag.REFERENCED_SOP_CLASS_UID, ""),
                sop.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, ""),
                frames,
                evidence);
    }

    private static InstanceReference reference(
            String sopClass, String uid, List<Integer> written, List<InstanceReference> evidence) {
        var frames = written.stream().filter(f -> f > 0).toList();
        for (var known : evidence)
            if (known.sopUid().equals(uid))
                return new InstanceReference(
                        known.studyUid(), known.seriesUid(), known.sopClass(), uid, frames);
        return new InstanceReference("", "", sopClass, uid, frames);
    }

    private static Life life(ContentTree tree) {
        var awaits = Optional.<Awaits>empty();
        var act = Optional.<Act>empty();
        var reason = "";
        for (var item : tree.root().children())
            switch (item.value()) {
                case ContentValue.Coded said when item.is(Awaits.CONCEPT) ->
                        awaits = Awaits.of(said.code());
                case ContentValue.Coded said when item.is(Act.CONCEPT) -> act = Act.of(said.code());
                case ContentValue.Text said when item.is(Act.REASON) -> reason = said.text();
                case ContentValue _ -> {}
            }
        return new Life(awaits, act, reason);
    }

    /// What our own codes say of a report's life is no line of its text.
    private static boolean told(ContentItem item) {
        return item.isContext()
                || item.is(Awaits.CONCEPT)
                || item.is(Act.CONCEPT)
                || item.is(Act.REASON);
    }

    private void section(ContentItem container) {
        var text = new StringBuilder();
        var images = new ArrayList<InstanceReference>();
        var screening = new ArrayList<ScreeningFinding>();
        int place = sections.size();
        for (var item : container.children()) {
            if (told(item)) continue;
            var coded = ScreeningFinding.read(item);
            if (coded.isPresent()) screening.add(coded.get());
            else if (item.value() instanceof ContentValue.Container) section(item);
            else line(item, text, images, 0);
        }
        if (!text.isEmpty() || !images.isEmpty() || !screening.isEmpty())
            sections.add(
                    place,
                    new DocumentSection(title(container), text.toString(), images, screening));
    }

    private void line(
            ContentItem item, StringBuilder text, List<InstanceReference> images, int depth) {
        var said = value(item.value());
        if (!said.isEmpty()) {
            if (!text.isEmpty()) text.append("\n");
            text.append("  ".repeat(depth));
            if (!(item.value() instanceof ContentValue.Text))
                text.append(title(item).meaning()).append(": ");
            text.append(said);
        }
        if (item.value() instanceof ContentValue.Reference r && r.type().equals("IMAGE")) {
            var image = r.object();
            images.add(reference(image.sopClass(), image.sopUid(), image.frames(), evidence));
        }
        for (var child : item.children())
            if (!child.isContext()) line(child, text, images, depth + 1);
    }

    private static String value(ContentValue value) {
        return switch (value) {
            case ContentValue.Text said -> said.text().replace("\r\n", "\n");
            case ContentValue.Coded said -> said.code().meaning();
            case ContentValue.Numeric number -> number(number);
            case ContentValue.Moment when -> when.written();
            case ContentValue.Name who -> who.name().display();
            case ContentValue.Unread left -> left.rest();
            case ContentValue.Container _,
                    ContentValue.Identifier _,
                    ContentValue.Reference _,
                    ContentValue.Place _,
                    ContentValue.Times _,
                    ContentValue.Table _,
                    ContentValue.Pointer _ ->
                    "";
        };
    }

    private static String number(ContentValue.Numeric number) {
        var unit = number.unit().map(Code::value).filter(u -> !u.equals("1")).orElse("");
        return number.written().map(w -> (w + " " + unit).strip()).orElse("");
    }

    private static Code title(ContentItem item) {
        return item.concept().orElse(new Code("", "", ""));
    }
}
