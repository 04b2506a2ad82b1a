package org.tyde.app.documents;

import org.tyde.dicom.DataSet;
import org.tyde.evidence.Observer;
import org.tyde.evidence.document.DocumentLink;
import org.tyde.evidence.document.DocumentPage;
import org.tyde.evidence.document.ObjectNames;
import org.tyde.hanging.ImageStack;
import org.tyde.imaging.FrameKey;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.report.documents.DocumentsReason;
import org.tyde.report.documents.StudyDocument;
import org.tyde.report.documents.StudyDocuments;
import org.tyde.study.Study;
import org.tyde.ui.documents.DocumentServices;
import org.tyde.ui.documents.DocumentsModel;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.viewport.PointedRegion;
import org.tyde.ui.viewport.StudyPaper;
import org.tyde.work.Job;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Documents and the images they name, in the open case. Used on the JavaFX thread.
public final class CaseDocuments implements DocumentServices {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final StudyDocuments documents;
    private final ImageDesk images;
    private final Supplier<Optional<Observer>> who;

    /// @param documents the one door to them
    /// @param images of the open case
    /// @param who is at the desk
    public CaseDocuments(
            StudyDocuments documents, ImageDesk images, Supplier<Optional<Observer>> who) {
        this.documents = documents;
        this.images = images;
        this.who = who;
    }

    /// Lets the documents stand beside the pictures of their studies, too.
    ///
    /// @param model that lists them
    /// @param show brings the pane of documents up
    public void beside(DocumentsModel model, Runnable show) {
        model.documents()
                .subscribe(
                        () ->
                                images.papersProperty()
                                        .set(
                                                model.documents().stream()
                                                        .map(d -> paper(d, model, show))
                                                        .toList()));
    }

    private static StudyPaper paper(StudyDocument document, DocumentsModel model, Runnable show) {
        return new StudyPaper(
                document.study().uid(),
                model.name(document),
                model.about(document),
                () -> {
                    show.run();
                    model.choose(document);
                });
    }

    @Override
    public Job<List<StudyDocument>> documents(Study study) {
        var reader = who.get();
        return images.runner()
                .waiting("documents of a patient", _ -> documents.ofPatient(study, reader));
    }

    @Override
    public Job<DataSet> read(StudyDocument document) {
        var reader = who.get();
        return images.runner()
                .waiting("read a document", job -> documents.read(document, reader, job));
    }

    @Override
    public Job<DocumentPage> page(DataSet document, Locale locale) {
        return images.runner()
                .waiting("lay a document out", _ -> DocumentPage.of(document, locale));
    }

    @Override
    public String name(DocumentLink.ToObject link) throws Refusal {
        var open = open(link);
        var key = key(link);
        var words = images.messages().in(CaseDocuments.class);
        var stack = stack(open, key);
        if (stack.isPresent())
            return words.text(
                    "image",
                    series(open, stack.get()),
                    stack.get().indexOf(key).orElse(0) + 1,
                    stack.get().size());
        return prior(open, link, key)
                .map(p -> words.text("image.prior", p.when().map(DAY::format).orElse("")))
                .orElseThrow(() -> new Refusal(DocumentsReason.NOT_IN_CASE));
    }

    private OpenCase open(DocumentLink.ToObject link) throws Refusal {
        var sopClass = link.reference().sopClass();
        if (!link.kind().equals("IMAGE"))
            throw new Refusal(DocumentsReason.NOT_SHOWN, ObjectNames.of(sopClass).orElse(sopClass));
        return images.openCase().orElseThrow(() -> new Refusal(DocumentsReason.NOT_IN_CASE));
    }

    private static FrameKey key(DocumentLink.ToObject link) {
        var frames = link.reference().frames();
        return new FrameKey(link.reference().sopUid(), frames.isEmpty() ? 1 : frames.getFirst());
    }

    private static Optional<ImageStack> stack(OpenCase open, FrameKey key) {
        return open.hang().stacks().stream().filter(s -> s.indexOf(key).isPresent()).findFirst();
    }

    private static String series(OpenCase open, ImageStack stack) {
        var studies = new ArrayList<>(open.priors());
        studies.add(open.current());
        return studies.stream()
                .flatMap(s -> s.images().series().stream())
                .filter(s -> s.uid().equals(stack.seriesUid()))
                .flatMap(s -> s.number().stream().mapToObj(String::valueOf))
                .findFirst()
                .orElse("");
    }

    /// A prior that does not hang, and has the image.
    private static Optional<CaseStudy> prior(
            OpenCase open, DocumentLink.ToObject link, FrameKey key) {
        return open.priors().stream()
                .filter(p -> p.uid().equals(link.reference().studyUid()))
                .filter(
                        p ->
                                p.images().series().stream()
                                        .flatMap(s -> s.images().stream())
                                        .anyMatch(
                                                i ->
                                                        i.sopInstanceUid()
                                                                .equals(key.sopInstanceUid())))
                .findFirst();
    }

    @Override
    public void show(DocumentLink.ToObject link) throws Refusal {
        var open = open(link);
        var key = key(link);
        if (stack(open, key).isEmpty())
            prior(open, link, key).ifPresent(p -> open.hangPrior(Optional.of(p.uid())));
        var stack = stack(open, key).orElseThrow(() -> new Refusal(DocumentsReason.NOT_IN_CASE));
        int viewport = open.active();
        if (!open.viewport(viewport).stack().equals(Optional.of(stack))) open.show(viewport, stack);
        stack.indexOf(key).ifPresent(frame -> open.goTo(viewport, frame));
        images.point(link.region().map(region -> new PointedRegion(key, region)));
    }
}
