package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.evidence.content.ContentTree;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Images somebody pointed out (PS3.16 TID 2010).
///
/// @param sopUid SOP Instance UID
/// @param title CID 7010
/// @param description what for, in the author's words
/// @param author who pointed them out
/// @param images at least one; all of one study
public record KeyObjectSelection(
        String sopUid,
        Code title,
        Optional<String> description,
        Optional<Observer> author,
        List<InstanceReference> images) {
    /// Title: images of interest.
    public static final Code OF_INTEREST = new Code("113000", "DCM", "Of Interest");

    /// Title: images for whoever asked for the examination.
    public static final Code FOR_REFERRING_PROVIDER =
            new Code("113002", "DCM", "For Referring Provider");

    /// @throws IllegalArgumentException without an image
    public KeyObjectSelection {
        images = List.copyOf(images);
        if (images.isEmpty()) throw new IllegalArgumentException("a selection of no images");
    }

    /// @param ofStudy any object of the same study
    /// @param when the selection was made
    /// @return the data set, without file meta information
    /// @throws DicomFormatException the study's header is malformed
    public DataSet write(DataSet ofStudy, LocalDateTime when) throws DicomFormatException {
        var document =
                DocumentHeader.of(
                        ofStudy,
                        SopClass.KEY_OBJECT_SELECTION_DOCUMENT_STORAGE,
                        "KO",
                        sopUid,
                        Uids.create());
        DocumentHeader.written(document, when);
        return document.sequence(Tag.REFERENCED_PERFORMED_PROCEDURE_STEP_SEQUENCE, List.of())
                .sequence(
                        Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE,
                        EvidenceSequence.of(images))
                .text(Tag.VALUE_TYPE, "CONTAINER")
                .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, title)
                .text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE")
                .sequence(Tag.CONTENT_TEMPLATE_SEQUENCE, DocumentParts.template("2010"))
                .sequence(Tag.CONTENT_SEQUENCE, content())
                .build();
    }

    /// @param document a key object selection
    /// @return what it selects
    /// @throws DicomFormatException malformed, or without images
    public static KeyObjectSelection read(DataSet document) throws DicomFormatException {
        var evidence =
                EvidenceSequence.read(
                        document.sequence(Tag.CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE));
        var images = new ArrayList<InstanceReference>();
        var description = Optional.<String>empty();
        for (var item : document.sequence(Tag.CONTENT_SEQUENCE)) {
            var type = item.textOr(Tag.VALUE_TYPE, "");
            if (type.equals("TEXT")) description = item.text(Tag.TEXT_VALUE);
            if (type.equals("IMAGE"))
                for (var sop : item.sequence(Tag.REFERENCED_SOP_SEQUENCE))
                    images.add(ReadDocument.reference(sop, evidence));
        }
        return new KeyObjectSelection(
                document.textOr(Tag.SOP_INSTANCE_UID, ""),
                document.code(Tag.CONCEPT_NAME_CODE_SEQUENCE).orElse(OF_INTEREST),
                description,
                Observers.author(document, ContentTree.of(document)),
                images.isEmpty() ? evidence : images);
    }

    private List<DataSet> content() {
        var items = new ArrayList<DataSet>();
        if (author.isPresent()) {
            items.add(
                    ContentItems.code("HAS OBS CONTEXT", Concepts.OBSERVER_TYPE, Concepts.PERSON));
            items.add(
                    ContentItems.name(
                            "HAS OBS CONTEXT", Concepts.OBSERVER_NAME, author.get().name()));
        }
        if (description.isPresent())
            items.add(
                    ContentItems.text(
                            "CONTAINS",
                            Concepts.KEY_OBJECT_DESCRIPTION,
                            description.get(),
                            List.of()));
        for (var image : images) items.add(ContentItems.image("CONTAINS", image));
        return items;
    }
}
