package org.tyde.evidence.document;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.content.ContentTree;
import org.tyde.evidence.content.ContentValue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands above a document: whose it is, what it is, how final, by whom and of which examination.
///
/// @param sopUid SOP Instance UID of the document
/// @param sopClass SOP Class UID
/// @param studyUid Study Instance UID
/// @param patient name
/// @param patientId as it is written
/// @param title as coded
/// @param state how final it is
/// @param written Content Date and Time
/// @param signedBy who verified it, in order
/// @param people who observed and has not signed
/// @param devices that observed, or made the document where no person is told
/// @param examination Study Description, possibly empty
/// @param examined Study Date
/// @param accession Accession Number, possibly empty
/// @param template resource and identifier of its root template
/// @param awaits whose act it waits for
/// @param predecessors documents that it replaces or adds to
public record DocumentHead(
        String sopUid,
        String sopClass,
        String studyUid,
        PersonName patient,
        String patientId,
        Code title,
        DocumentState state,
        Optional<LocalDateTime> written,
        List<Signature> signedBy,
        List<String> people,
        List<String> devices,
        String examination,
        Optional<LocalDate> examined,
        String accession,
        Optional<String> template,
        Optional<Awaits> awaits,
        List<InstanceReference> predecessors) {
    private static final Code PERSON = new Code("121008", "DCM", "Person Observer Name");
    private static final Code DEVICE = new Code("121013", "DCM", "Device Observer Name");
    private static final Code MODEL = new Code("121015", "DCM", "Device Observer Model Name");

    /// Who verified the document (Verifying Observer Sequence (0040,A073)).
    ///
    /// @param name of the person
    /// @param organisation possibly empty
    /// @param when Verification DateTime (0040,A030)
    public record Signature(String name, String organisation, Optional<LocalDateTime> when) {}

    /// Copies the lists.
    public DocumentHead {
        signedBy = List.copyOf(signedBy);
        people = List.copyOf(people);
        devices = List.copyOf(devices);
        predecessors = List.copyOf(predecessors);
    }

    static DocumentHead of(DataSet document, ReportDocument report, ContentTree tree)
            throws DicomFormatException {
        var signatures = new ArrayList<Signature>();
        for (var verifier : document.sequence(Tag.VERIFYING_OBSERVER_SEQUENCE))
            signatures.add(
                    new Signature(
                            verifier.personName(Tag.VERIFYING_OBSERVER_NAME)
                                    .map(PersonName::display)
                                    .orElse(""),
                            verifier.textOr(Tag.VERIFYING_ORGANIZATION, ""),
                            verifier.dateTime(Tag.VERIFICATION_DATE_TIME)));
        var people = said(tree, PERSON);
        people.removeIf(name -> signatures.stream().anyMatch(s -> s.name().equals(name)));
        var devices = said(tree, DEVICE);
        devices.addAll(said(tree, MODEL));
        if (devices.isEmpty() && people.isEmpty() && signatures.isEmpty())
            equipment(document).ifPresent(devices::add);
        return new DocumentHead(
                report.sopUid(),
                document.textOr(Tag.SOP_CLASS_UID, ""),
                report.studyUid(),
                document.personName(Tag.PATIENT_NAME).orElse(PersonName.parse("")),
                document.textOr(Tag.PATIENT_ID, ""),
                report.title(),
                report.state(),
                report.written(),
                signatures,
                people,
                devices,
                document.textOr(Tag.STUDY_DESCRIPTION, ""),
                document.date(Tag.STUDY_DATE),
                document.textOr(Tag.ACCESSION_NUMBER, ""),
                tree.root().template(),
                report.life().awaits(),
                report.predecessors());
    }

    private static Optional<String> equipment(DataSet document) throws DicomFormatException {
        var maker = document.textOr(Tag.MANUFACTURER, "");
        var model = document.textOr(Tag.MANUFACTURER_MODEL_NAME, "");
        var both = model.startsWith(maker) ? model : maker + " " + model;
        return Optional.of(both.strip()).filter(b -> !b.isEmpty());
    }

    private static List<String> said(ContentTree tree, Code concept) {
        var said = new ArrayList<String>();
        for (var item : tree.root().children())
            if (item.is(concept))
                switch (item.value()) {
                    case ContentValue.Name who -> said.add(who.name().display());
                    case ContentValue.Text text -> said.add(text.text().strip());
                    case ContentValue _ -> {}
                }
        return said;
    }
}
