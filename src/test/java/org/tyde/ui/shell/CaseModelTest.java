package org.tyde.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.Node;
import javafx.scene.layout.Region;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.archive.ArchivedFrames;
import org.tyde.codec.CodecRegistry;
import org.tyde.hanging.HangingProtocols;
import org.tyde.imaging.DecodedFrames;
import org.tyde.imaging.picture.Renderer;
import org.tyde.prior.RelevantPriors;
import org.tyde.reading.ArchiveOfSamples;
import org.tyde.reading.CaseOpening;
import org.tyde.study.Identity.Doubt;
import org.tyde.study.PatientTimeline;
import org.tyde.study.Study;
import org.tyde.ui.Action;
import org.tyde.ui.FxThread;
import org.tyde.ui.Keymap;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.viewport.tool.Tools;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The change of patient, held against the real archive, cache and hanging.
class CaseModelTest {
    @TempDir static Path archive = Path.of("");
    @TempDir Path folder = Path.of("");

    private final List<String> told = new ArrayList<>();
    private final List<String> banner = new ArrayList<>();
    private final List<CaseOpening.Watcher> watchers = new ArrayList<>();
    private final Messages messages = new Messages();
    private final FootModel foot = new FootModel();
    private Optional<ArchiveOfSamples> samples = Optional.empty();
    private Optional<ImageDesk> images = Optional.empty();
    private Optional<CaseModel> model = Optional.empty();

    /// Notes what the report's side is told, and what the screen shows at that moment.
    private final class Notes implements ReportDesk {
        @Override
        public Node node() {
            return new Region();
        }

        @Override
        public void open(Study study) {
            told.add("open, strip shows " + shown() + ", images " + pictures());
        }

        @Override
        public void watch(CaseOpening opening) {
            told.add("watch");
        }

        @Override
        public void leave() {
            told.add("leave, strip shows " + shown());
        }

        @Override
        public boolean perform(Action action) {
            return false;
        }

        @Override
        public boolean writing() {
            return false;
        }

        @Override
        public boolean cancel() {
            return false;
        }

        private String shown() {
            return model().identityProperty().get().map(Identity::name).orElse("nobody");
        }

        private String pictures() {
            return images.orElseThrow().openCase().isPresent() ? "shown" : "blank";
        }
    }

    private CaseModel model() {
        return model.orElseThrow();
    }

    @BeforeEach
    void make() throws Exception {
        Screens.start();
        var here = new ArchiveOfSamples(archive, folder, "US", "XA");
        samples = Optional.of(here);
        var frames =
                new DecodedFrames(
                        new ArchivedFrames(here.cache),
                        CodecRegistry.builtIn(),
                        here.runner,
                        256 << 20);
        images =
                Optional.of(
                        new ImageDesk(
                                frames,
                                new Renderer(),
                                here.runner,
                                messages,
                                Keymap.standard(),
                                Tools.standard()));
        model =
                Optional.of(
                        new CaseModel(
                                this::opening,
                                images.orElseThrow(),
                                new Notes(),
                                foot,
                                messages,
                                banner::add));
    }

    private CaseOpening opening(Study study, CaseOpening.Watcher watcher) {
        watchers.add(watcher);
        var here = samples.orElseThrow();
        return new CaseOpening(
                study,
                here.source,
                here.cache::header,
                here.runner,
                FxThread.FX,
                HangingProtocols.defaults(),
                System::nanoTime,
                watcher,
                _ -> {});
    }

    @AfterEach
    void close() throws Exception {
        Screens.run(() -> model().leave());
        samples.orElseThrow().close();
    }

    @Test
    void studiesThatMayBeAnothersAreToldInWordsAndNotCompared() throws Exception {
        var study = samples.orElseThrow().newest("US");
        var doubt = new org.tyde.study.Identity.NotConfirmed(Doubt.FAMILY_NAME_DIFFERS);
        var apart = List.of(new PatientTimeline.Entry(study, doubt));
        Screens.run(() -> model().open(study));
        Screens.run(
                () ->
                        watchers.getFirst()
                                .priors(new RelevantPriors(List.of(), apart, Optional.empty())));
        assertEquals(
                List.of(
                        "1 undersøkelse av det som kan være samme pasient, sammenlignes ikke."
                                + " Identitet ikke bekreftet: samme nummer, annet etternavn."),
                banner);
        Screens.run(() -> model().leave());
    }

    @Test
    void aStudyThatChangedInTheArchiveIsSaidOnce() throws Exception {
        var study = samples.orElseThrow().newest("US");
        Screens.run(() -> model().open(study));
        var changed = org.tyde.archive.Completeness.of(5, 5, 2, 1);
        Screens.run(() -> watchers.getFirst().progress(changed));
        Screens.run(() -> watchers.getFirst().progress(changed));
        assertEquals(List.of("Endret i arkivet siden sist: 2 fjernet, 1 annerledes"), banner);
        Screens.run(() -> model().leave());
    }

    @Test
    void aChangeOfPatientBlanksAllBeforeTheNextIdentityStandsInOneFrame() throws Exception {
        var ultrasound = samples.orElseThrow().newest("US");
        var angiogram = samples.orElseThrow().newest("XA");
        Screens.run(() -> model().open(ultrasound));
        Screens.until(() -> images.orElseThrow().openCase().isPresent());
        told.clear();
        Screens.run(
                () -> {
                    model().open(angiogram);
                    assertTrue(images.orElseThrow().openCase().isEmpty());
                    assertEquals(
                            "BERGLUND, Olav",
                            model().identityProperty().get().orElseThrow().name());
                });
        assertEquals(
                List.of(
                        "leave, strip shows HAUGEN, Silje",
                        "open, strip shows BERGLUND, Olav, images blank",
                        "watch"),
                told);
        Screens.until(() -> images.orElseThrow().openCase().isPresent());
        assertEquals(
                angiogram.uid(),
                Screens.on(() -> images.orElseThrow().openCase().orElseThrow().current().uid()));
    }

    @Test
    void theFootLineCountsWhatIsHere() throws Exception {
        var study = samples.orElseThrow().newest("XA");
        Screens.run(() -> model().open(study));
        Screens.until(
                () -> {
                    model().showFetch();
                    return foot.fetchProperty().get().state() == FetchState.COMPLETE;
                });
        assertEquals(2, Screens.on(() -> foot.fetchProperty().get().done()));
        Screens.run(() -> model().leave());
        assertEquals(FetchState.IDLE, Screens.on(() -> foot.fetchProperty().get().state()));
    }

    @Test
    void aDeadArchiveIsSaidAndTheIdentityStays() throws Exception {
        var here = samples.orElseThrow();
        var study = here.newest("XA");
        here.archive.close();
        Screens.run(() -> model().open(study));
        Screens.until(() -> model().stateProperty().get() instanceof CaseState.Failed);
        assertEquals(
                "BERGLUND, Olav",
                Screens.on(() -> model().identityProperty().get().orElseThrow().name()));
        assertInstanceOf(CaseState.Failed.class, model().stateProperty().get());
    }

    @Test
    void openingTheOpenStudyChangesNothing() throws Exception {
        var study = samples.orElseThrow().newest("XA");
        Screens.run(() -> model().open(study));
        told.clear();
        Screens.run(() -> model().open(study));
        assertEquals(List.of(), told);
    }
}
