package org.tyde.ui.documents;

import org.tyde.dicom.DataSet;
import org.tyde.evidence.document.DocumentLink;
import org.tyde.evidence.document.DocumentPage;
import org.tyde.refusal.Refusal;
import org.tyde.report.documents.StudyDocument;
import org.tyde.study.Study;
import org.tyde.work.Job;

import java.util.List;
import java.util.Locale;

/// What the pane of documents asks of the rest of the house. Used on the JavaFX thread; jobs answer later.
public interface DocumentServices {
    /// @param study being read
    /// @return its documents and those of the patient's earlier studies, as the person at the desk may see
    ///     them
    Job<List<StudyDocument>> documents(Study study);

    /// @param document of that list
    /// @return the whole of it, once it is here
    Job<DataSet> read(StudyDocument document);

    /// @param document any
    /// @param locale the reader's language
    /// @return it to be read; large ones take a moment
    Job<DocumentPage> page(DataSet document, Locale locale);

    /// @param link to an image or another object
    /// @return what people call it, such as its series and number
    /// @throws Refusal it is not here, and why
    String name(DocumentLink.ToObject link) throws Refusal;

    /// Shows an image in the active viewport, and the region on it for as long as it is there.
    ///
    /// @param link to an image
    /// @throws Refusal it is not here, and why
    void show(DocumentLink.ToObject link) throws Refusal;
}
