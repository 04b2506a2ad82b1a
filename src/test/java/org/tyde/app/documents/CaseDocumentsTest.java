package org.tyde.app.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.dicom.SopClass;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.document.DocumentLink;
import org.tyde.imaging.FrameKey;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.report.documents.DocumentsReason;
import org.tyde.report.documents.StudyDocuments;
import org.tyde.report.sign.FakeArchive;
import org.tyde.store.Cache;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.DeskOfSamples;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Links of documents lead to the images of the open case, on the demo studies.
@Timeout(120)
class CaseDocumentsTest {
    @TempDir Path folder;
    private final JobRunner runner = new JobRunner(1);
    private Optional<Cache> cache = Optional.empty();
    private Optional<DeskOfSamples> desk = Optional.empty();

    @BeforeEach
    void start() throws Exception {
        desk = Optional.of(new DeskOfSamples(600, 500));
        cache = Optional.of(Cache.open(folder, runner));
    }

    @AfterEach
    void close() {
        desk.orElseThrow().close();
        cache.orElseThrow().close();
        runner.close();
    }

    private CaseDocuments documents() {
        return new CaseDocuments(
                new StudyDocuments(new FakeArchive(), cache.orElseThrow()),
                desk.orElseThrow().desk,
                Optional::empty);
    }

    private static DocumentLink.ToObject link(String study, String sop, String kind) {
        return new DocumentLink.ToObject(
                new InstanceReference(study, "1", SopClass.CT_IMAGE_STORAGE, sop, List.of()),
                kind,
                Optional.empty());
    }

    @Test
    void aLinkIsCalledBySeriesAndNumberAndShowsItsImageInTheActiveViewport() throws Exception {
        var open = desk.orElseThrow().open("CT");
        Screens.run(
                () -> desk.orElseThrow().desk.messages().localeProperty().set(Messages.BOKMAAL));
        var stack = Screens.on(() -> open.currentStacks().getFirst());
        var fifth = stack.frame(4).key();
        var link = link(stack.studyUid(), fifth.sopInstanceUid(), "IMAGE");
        var name = Screens.on(() -> documents().name(link));
        assertTrue(name.matches("serie \\d+, bilde 5 av " + stack.size()), name);
        Screens.on(
                () -> {
                    open.activate(0);
                    documents().show(link);
                    return true;
                });
        assertEquals(Optional.of(fifth), Screens.on(() -> shown(open)));
    }

    private static Optional<FrameKey> shown(OpenCase open) {
        return open.viewport(open.active()).frame().map(f -> f.key());
    }

    @Test
    void whatIsNotHereSaysWhyAndNothingMoves() throws Exception {
        var open = desk.orElseThrow().open("CT");
        var before = Screens.on(() -> shown(open));
        var gone = link("2.25.1", "2.25.2", "IMAGE");
        assertEquals(DocumentsReason.NOT_IN_CASE, refused(gone));
        assertEquals(DocumentsReason.NOT_SHOWN, refused(link("2.25.1", "2.25.2", "WAVEFORM")));
        assertThrows(Refusal.class, () -> Screens.on(() -> shown(gone)));
        assertEquals(before, Screens.on(() -> shown(open)));
    }

    private boolean shown(DocumentLink.ToObject link) throws Refusal {
        documents().show(link);
        return true;
    }

    private Object refused(DocumentLink.ToObject link) {
        return assertThrows(Refusal.class, () -> Screens.on(() -> documents().name(link))).reason();
    }
}
