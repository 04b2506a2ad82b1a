package org.tyde.ui.documents;

import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.evidence.document.DocumentLink;
import org.tyde.evidence.document.DocumentPage;
import org.tyde.refusal.Refusal;
import org.tyde.report.Report;
import org.tyde.report.documents.DocumentDifference;
import org.tyde.report.documents.DocumentText;
import org.tyde.report.documents.StudyDocument;
import org.tyde.study.Study;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The documents of the open patient: which there are, which one is read, what it is compared with. Used on
/// the JavaFX thread.
public final class DocumentsModel {
    /// What two texts differ in.
    ///
    /// @param before what the earlier one is called
    /// @param after what the later one is called
    /// @param difference between them
    public record Compared(String before, String after, DocumentDifference difference) {}

    private final DocumentServices services;
    private final Messages messages;
    private final Supplier<Optional<Report>> writing;
    private final ObservableList<StudyDocument> documents = FXCollections.observableArrayList();
    private final ObservableList<StudyDocument> told =
            FXCollections.unmodifiableObservableList(documents); // one, else listeners are lost
    private final ReadOnlyObjectWrapper<Optional<StudyDocument>> chosen =
            new ReadOnlyObjectWrapper<>(this, "chosen", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<DocumentPage>> page =
            new ReadOnlyObjectWrapper<>(this, "page", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Compared>> compared =
            new ReadOnlyObjectWrapper<>(this, "compared", Optional.empty());
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper(this, "notice", "");
    private Optional<Study> study = Optional.empty();
    private Optional<DataSet> read = Optional.empty();
    private Optional<StudyDocument> other = Optional.empty();
    private AutoCloseable following = () -> {};
    private final PauseTransition soon = new PauseTransition(Duration.millis(300));
    private int asked;

    /// @param services asked
    /// @param messages words
    /// @param writing the report being written
    public DocumentsModel(
            DocumentServices services, Messages messages, Supplier<Optional<Report>> writing) {
        this.services = services;
        this.messages = messages;
        this.writing = writing;
        messages.localeProperty().subscribe(_ -> write());
        soon.setOnFinished(_ -> compareAgain());
    }

    /// @return words
    public Messages messages() {
        return messages;
    }

    /// @return what there is, the open study's first
    public ObservableList<StudyDocument> documents() {
        return told;
    }

    /// @param document of the list
    /// @return what it is called beside the pictures of its study
    public String name(StudyDocument document) {
        return DocumentWords.kind(document, messages);
    }

    /// @param document of the list
    /// @return how final it is, and whose
    public String about(StudyDocument document) {
        return DocumentWords.about(document, messages);
    }

    /// @return which one is read
    public ReadOnlyObjectProperty<Optional<StudyDocument>> chosenProperty() {
        return chosen.getReadOnlyProperty();
    }

    /// @return it, once it is here
    public ReadOnlyObjectProperty<Optional<DocumentPage>> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /// @return what it is compared with; empty while it is only read
    public ReadOnlyObjectProperty<Optional<Compared>> comparedProperty() {
        return compared.getReadOnlyProperty();
    }

    /// @return a sentence on what did not work or is on its way, else empty
    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /// @param opened being read from now on
    public void open(Study opened) {
        leave();
        study = Optional.of(opened);
        refresh();
    }

    /// Asks anew which documents there are.
    public void refresh() {
        if (study.isEmpty()) return;
        int mine = ++asked;
        FxThread.FX.watch(
                services.documents(study.get()),
                found -> {
                    if (mine == asked && !documents.equals(found)) documents.setAll(found);
                },
                why -> {
                    if (mine == asked) notice.set(messages.sentence(why));
                });
    }

    /// The study is left.
    public void leave() {
        asked++;
        study = Optional.empty();
        documents.clear();
        close();
    }

    /// Goes back to the list.
    public void close() {
        stopFollowing();
        read = Optional.empty();
        other = Optional.empty();
        chosen.set(Optional.empty());
        page.set(Optional.empty());
        compared.set(Optional.empty());
        notice.set("");
    }

    /// @param document to be read
    public void choose(StudyDocument document) {
        close();
        chosen.set(Optional.of(document));
        notice.set(messages.in(DocumentsModel.class).text("coming"));
        FxThread.FX.watch(
                services.read(document),
                here -> {
                    if (!chosen.get().equals(Optional.of(document))) return;
                    read = Optional.of(here);
                    write();
                },
                why -> {
                    if (chosen.get().equals(Optional.of(document)))
                        notice.set(messages.sentence(why));
                });
    }

    private void write() {
        if (read.isEmpty()) return;
        var whole = read;
        FxThread.FX.watch(
                services.page(read.get(), messages.locale()),
                written -> {
                    if (!read.equals(whole)) return;
                    notice.set("");
                    page.set(Optional.of(written));
                },
                why -> {
                    if (read.equals(whole)) notice.set(messages.sentence(why));
                });
    }

    /// Compares the chosen report with the one being written, and follows what is written.
    public void compareWithMine() {
        var mine = writing.get();
        if (mine.isEmpty() || read.isEmpty() || chosen.get().isEmpty()) return;
        readOnly();
        following = mine.get().onChange(() -> FxThread.FX.execute(soon::playFromStart));
        compareNow(mine.get());
    }

    private void compareAgain() {
        if (compared.get().isPresent()) writing.get().ifPresent(this::compareNow);
    }

    private void compareNow(Report mine) {
        if (read.isEmpty() || chosen.get().isEmpty()) return;
        try {
            var locale = messages.locale();
            compared.set(
                    Optional.of(
                            new Compared(
                                    DocumentWords.name(chosen.get().get(), messages),
                                    messages.in(DocumentsModel.class).text("mine"),
                                    DocumentDifference.of(
                                            DocumentText.of(read.get(), locale),
                                            DocumentText.of(mine, locale)))));
        } catch (DicomFormatException malformed) {
            notice.set(messages.sentence(malformed));
        }
    }

    private void stopFollowing() {
        soon.stop();
        try {
            following.close();
        } catch (Exception never) {
            throw new IllegalStateException(never);
        }
        following = () -> {};
    }

    /// @return the reports that the chosen one can be compared with
    public List<StudyDocument> others() {
        return documents.stream()
                .filter(StudyDocument::report)
                .filter(d -> !chosen.get().equals(Optional.of(d)))
                .toList();
    }

    /// Compares the chosen report with another one, the earlier first.
    ///
    /// @param with another report
    public void compareWith(StudyDocument with) {
        if (read.isEmpty() || chosen.get().isEmpty()) return;
        stopFollowing();
        var one = chosen.get().get();
        var whole = read.get();
        other = Optional.of(with);
        FxThread.FX.watch(
                services.read(with),
                second -> {
                    if (other.equals(Optional.of(with)) && chosen.get().equals(Optional.of(one)))
                        compare(one, whole, with, second);
                },
                why -> notice.set(messages.sentence(why)));
    }

    private void compare(StudyDocument one, DataSet first, StudyDocument two, DataSet second) {
        try {
            var a = DocumentText.of(first, messages.locale());
            var b = DocumentText.of(second, messages.locale());
            boolean inOrder = !when(one).isAfter(when(two));
            compared.set(
                    Optional.of(
                            new Compared(
                                    DocumentWords.name(inOrder ? one : two, messages),
                                    DocumentWords.name(inOrder ? two : one, messages),
                                    inOrder
                                            ? DocumentDifference.of(a, b)
                                            : DocumentDifference.of(b, a))));
        } catch (DicomFormatException malformed) {
            notice.set(messages.sentence(malformed));
        }
    }

    private static LocalDateTime when(StudyDocument document) {
        return document.written().orElse(LocalDateTime.MIN);
    }

    /// Reads on without comparing.
    public void readOnly() {
        stopFollowing();
        other = Optional.empty();
        compared.set(Optional.empty());
    }

    /// @return whether a report can be compared with the one being written
    public boolean comparable() {
        return writing.get().isPresent() && chosen.get().filter(StudyDocument::report).isPresent();
    }

    /// @return whether the chosen one is a report and there are others
    public boolean comparesWithOthers() {
        return chosen.get().filter(StudyDocument::report).isPresent() && !others().isEmpty();
    }

    /// @param link to an object
    /// @return what it is called; empty where it is not here
    Optional<String> named(DocumentLink.ToObject link) {
        if (documentOf(link).isPresent())
            return documentOf(link).map(d -> DocumentWords.name(d, messages));
        try {
            return Optional.of(services.name(link));
        } catch (Refusal notHere) {
            return Optional.empty();
        }
    }

    /// @param link that is not [#named(DocumentLink.ToObject)]
    /// @return why it is not here
    String missing(DocumentLink.ToObject link) {
        try {
            return services.name(link);
        } catch (Refusal notHere) {
            return messages.sentence(notHere);
        }
    }

    /// @param link to an image or to another document
    void follow(DocumentLink.ToObject link) {
        var document = documentOf(link);
        if (document.isPresent()) {
            choose(document.get());
            return;
        }
        try {
            services.show(link);
            notice.set("");
        } catch (Refusal notHere) {
            notice.set(messages.sentence(notHere));
        }
    }

    private Optional<StudyDocument> documentOf(DocumentLink.ToObject link) {
        return documents.stream()
                .filter(d -> d.reference().sopUid().equals(link.reference().sopUid()))
                .findFirst();
    }
}
