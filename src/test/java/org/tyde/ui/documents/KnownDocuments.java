package org.tyde.ui.documents;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.ReadDocument;
import org.tyde.evidence.document.DocumentLink;
import org.tyde.evidence.document.DocumentPage;
import org.tyde.prior.Prior;
import org.tyde.refusal.Refusal;
import org.tyde.report.documents.DocumentsReason;
import org.tyde.report.documents.StudyDocument;
import org.tyde.study.Study;
import org.tyde.work.Job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Documents that a test hands over, and images that it says are here.
final class KnownDocuments implements DocumentServices {
    final Set<String> here = new HashSet<>();
    final List<DocumentLink.ToObject> shown = new ArrayList<>();
    private final List<StudyDocument> list = new ArrayList<>();
    private final Map<String, DataSet> sets = new HashMap<>();

    /// @param set a structured report
    /// @param prior what its study is; empty for the open one
    StudyDocument add(DataSet set, Optional<Prior> prior) throws DicomFormatException {
        var sopClass = set.textOr(Tag.SOP_CLASS_UID, "");
        var read = ReadDocument.of(set);
        var document =
                new StudyDocument(
                        Study.from(set),
                        prior,
                        new InstanceReference(
                                read.studyUid(),
                                set.textOr(Tag.SERIES_INSTANCE_UID, ""),
                                sopClass,
                                read.sopUid()),
                        set.code(Tag.CONCEPT_NAME_CODE_SEQUENCE).orElse(new Code("", "", "")),
                        ReadDocument.reads(sopClass),
                        DocumentState.of(set),
                        read.written(),
                        read.author().map(a -> a.name()).map(PersonName::display).orElse(""));
        list.add(document);
        sets.put(read.sopUid(), set);
        return document;
    }

    @Override
    public Job<List<StudyDocument>> documents(Study study) {
        return Job.done(List.copyOf(list));
    }

    @Override
    public Job<DataSet> read(StudyDocument document) {
        var set = sets.get(document.reference().sopUid());
        return set == null ? Job.failed(new Refusal(DocumentsReason.NOT_HERE)) : Job.done(set);
    }

    @Override
    public Job<DocumentPage> page(DataSet document, Locale locale) {
        try {
            return Job.done(DocumentPage.of(document, locale));
        } catch (DicomFormatException malformed) {
            return Job.failed(malformed);
        }
    }

    @Override
    public String name(DocumentLink.ToObject link) throws Refusal {
        if (!here.contains(link.reference().sopUid()))
            throw new Refusal(
                    link.placed() ? DocumentsReason.NOT_IN_CASE : DocumentsReason.NOT_IN_EVIDENCE);
        return "serie 3, bilde 45";
    }

    @Override
    public void show(DocumentLink.ToObject link) throws Refusal {
        name(link);
        shown.add(link);
    }
}
