package org.tyde.ui.documents;

import org.tyde.dicom.SopClass;
import org.tyde.evidence.document.ConceptNames;
import org.tyde.report.documents.StudyDocument;
import org.tyde.ui.Messages;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a document is called in a line.
final class DocumentWords {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private DocumentWords() {}

    /// @return its title and date
    static String name(StudyDocument document, Messages messages) {
        return (title(document, messages) + " " + day(document)).strip();
    }

    static String title(StudyDocument document, Messages messages) {
        var title = ConceptNames.of(document.title(), messages.locale());
        var words = messages.in(DocumentWords.class);
        if (title.isEmpty()) return words.text("untitled");
        return isKeyImages(document) ? words.text("keys.title", title) : title;
    }

    /// @return a word or two, for where there is little room
    static String kind(StudyDocument document, Messages messages) {
        var words = messages.in(DocumentWords.class);
        if (document.report()) return words.text("paper");
        return isKeyImages(document) ? words.text("keys") : title(document, messages);
    }

    private static boolean isKeyImages(StudyDocument document) {
        return document.reference()
                .sopClass()
                .equals(SopClass.KEY_OBJECT_SELECTION_DOCUMENT_STORAGE);
    }

    /// @return the day of the examination, else that of the document
    static String day(StudyDocument document) {
        return document.study()
                .date()
                .map(DAY::format)
                .or(() -> document.written().map(DAY::format))
                .orElse("");
    }

    /// @return state, author, when written
    static String about(StudyDocument document, Messages messages) {
        var words = messages.in(DocumentWords.class);
        return Stream.of(
                        document.report() ? words.text("state." + document.state().name()) : "",
                        document.author(),
                        document.written().map(DAY::format).orElse(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
