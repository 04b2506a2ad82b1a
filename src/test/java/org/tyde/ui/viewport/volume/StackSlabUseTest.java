package org.tyde.ui.viewport.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.FrameKey;
import org.tyde.measure.Ellipse;
import org.tyde.reading.Derivation;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;
import org.tyde.ui.viewport.Shown;
import org.tyde.ui.viewport.ViewportStatus;
import org.tyde.ui.viewport.state.StateKeeper;
import org.tyde.ui.viewport.state.StateSaving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Slices of a plain stack seen through each other in a viewport.
class StackSlabUseTest {
    private static void settle(PhantomDesk desk) throws Exception {
        Screens.until(
                () ->
                        desk.grid.viewports().getFirst().model().statusProperty().get()
                                instanceof ViewportStatus.Showing);
        Thread.sleep(80);
    }

    @Test
    void aThickStackShowsTheGreatestOfItsSlicesAndSaysSo() throws Exception {
        try (var desk = new PhantomDesk(800, 700, PhantomDesk.ct())) {
            settle(desk);
            var model = Screens.on(() -> desk.grid.viewports().getFirst().model());
            // the ball lies 55 mm above the middle: 149 mm, from the top 33 mm, which is slice 12
            Screens.run(() -> model.inCase(c -> c.goTo(0, 15)));
            settle(desk);
            var thin = Screens.on(() -> model.shown().orElseThrow().frame().range());
            Screens.run(() -> desk.grid.perform(Action.SLAB_PROJECTION));
            Screens.run(() -> desk.grid.perform(Action.SLAB_THICKER));
            Screens.until(() -> model.shown().map(s -> frames(s) == 5).orElse(false));
            settle(desk);
            Screens.keep(desk.stage, "stack-slab");
            var words = desk.grid.viewports().getFirst().words();
            assertTrue(words.place().contains("MIP 15 mm, 5 bilder"), words.place() + "");
            var thick = Screens.on(() -> model.shown().orElseThrow().frame());
            assertTrue(thick.range().least() >= thin.least());
            assertEquals(thin.greatest(), thick.range().greatest());
            // leaving it leads back to the slice
            Screens.run(() -> model.inCase(c -> c.reset(0)));
            Screens.until(() -> model.shown().map(s -> frames(s) == 1).orElse(false));
            assertFalse(
                    desk.grid.viewports().getFirst().words().place().toString().contains("MIP"));
        }
    }

    @Test
    void aMipCountsAsShowingNoneOfItsImages() throws Exception {
        try (var desk = new PhantomDesk(800, 700, PhantomDesk.ct())) {
            settle(desk);
            var model = Screens.on(() -> desk.grid.viewports().getFirst().model());
            var open = Screens.on(() -> model.desk().openCase().orElseThrow());
            Screens.run(() -> desk.grid.perform(Action.SLAB_PROJECTION));
            Screens.until(() -> model.shown().map(s -> frames(s) > 1).orElse(false));
            int before = Screens.on(() -> open.coverage().all().size());
            Screens.run(() -> model.inCase(c -> c.goTo(0, 20)));
            settle(desk);
            assertEquals(before, Screens.on(() -> open.coverage().all().size()), "a MIP");
            assertTrue(desk.grid.viewports().getFirst().badge().contains("tykt snitt"));
            Screens.run(() -> open.view(0, v -> v.with(org.tyde.volume.Slab.NONE)));
            Screens.until(() -> model.shown().map(s -> frames(s) == 1).orElse(false));
            settle(desk);
            assertEquals(before + 1, Screens.on(() -> open.coverage().all().size()), "one slice");
        }
    }

    @Test
    void aSliceThatHasLostSomethingMakesTheWholeSlabLossy() throws Exception {
        try (var desk = new PhantomDesk(800, 700, PhantomDesk.ct().lossy(17))) {
            settle(desk);
            var model = Screens.on(() -> desk.grid.viewports().getFirst().model());
            Screens.run(() -> model.inCase(c -> c.goTo(0, 44)));
            settle(desk);
            var badge = desk.grid.viewports().getFirst().badge();
            assertTrue(badge.contains("lagret tapsfritt"), badge);
            // 15 mm of 3 mm slices: two on either side
            for (int middle = 38; middle <= 44; middle++) {
                int at = middle;
                Screens.run(() -> model.inCase(c -> c.goTo(0, at)));
                settle(desk);
                var one = Screens.on(() -> model.shown().orElseThrow().key().sopInstanceUid());
                Screens.run(() -> desk.grid.perform(Action.SLAB_PROJECTION));
                Screens.until(() -> model.shown().map(s -> frames(s) > 1).orElse(false));
                settle(desk);
                var parts = Screens.on(() -> parts(model.shown().orElseThrow()));
                var said = desk.grid.viewports().getFirst().badge();
                assertEquals(
                        !parts.contains("1.2.3.1.17"),
                        said.contains("lagret tapsfritt"),
                        one + " " + parts + " " + said);
                Screens.run(() -> model.inCase(c -> c.reset(0)));
                Screens.until(() -> model.shown().map(s -> frames(s) == 1).orElse(false));
            }
        }
    }

    @Test
    void whoKeepsAPresentationStateOfASlabIsToldThatTheSlabIsNotKept() throws Exception {
        try (var desk = new PhantomDesk(800, 700, PhantomDesk.ct())) {
            settle(desk);
            var said = new CopyOnWriteArrayList<String>();
            desk.desk.noticeThrough(said::add);
            desk.desk.keepStatesThrough(new Nowhere());
            var model = Screens.on(() -> desk.grid.viewports().getFirst().model());
            Screens.run(() -> desk.grid.perform(Action.SAVE_PRESENTATION));
            assertEquals(List.of(), said, "of a single image all is kept");
            Screens.run(() -> model.saving().cancel());
            Screens.run(() -> desk.grid.perform(Action.SLAB_PROJECTION));
            Screens.until(() -> model.shown().map(s -> frames(s) > 1).orElse(false));
            settle(desk);
            int count = Screens.on(() -> frames(model.shown().orElseThrow()));
            Screens.run(() -> desk.grid.perform(Action.SAVE_PRESENTATION));
            assertEquals(
                    List.of(
                            "Det tykke snittet av "
                                    + count
                                    + " bilder lagres ikke: tilstanden viser enkeltbildet."),
                    said);
            assertTrue(model.saving().askingProperty(StateSaving.Scope.IMAGE).get().isPresent());
        }
    }

    @Test
    void numbersOfRegionsInThatStateAreThoseOfTheSingleImage() throws Exception {
        try (var desk = new PhantomDesk(800, 700, PhantomDesk.ct())) {
            settle(desk);
            var kept = new Nowhere();
            desk.desk.keepStatesThrough(kept);
            var model = Screens.on(() -> desk.grid.viewports().getFirst().model());
            var open = Screens.on(() -> model.desk().openCase().orElseThrow());
            var oval = new Ellipse(new ImagePoint(20, 20), new ImagePoint(70, 60));
            Screens.run(
                    () -> {
                        open.goTo(0, 15);
                        open.marking()
                                .add(open.viewport(0).stack().orElseThrow().frame(15).key(), oval);
                    });
            settle(desk);
            Screens.run(() -> model.saving().save(StateSaving.Scope.IMAGE, "THIN"));
            Screens.until(() -> kept.states.size() == 1);
            Screens.run(() -> desk.grid.perform(Action.SLAB_PROJECTION));
            Screens.until(() -> model.shown().map(s -> frames(s) > 1).orElse(false));
            settle(desk);
            Screens.run(() -> model.saving().save(StateSaving.Scope.IMAGE, "THICK"));
            Screens.until(() -> kept.states.size() == 2);
            assertEquals(texts(kept.states.getFirst()), texts(kept.states.getLast()));
            assertTrue(texts(kept.states.getFirst()).toString().contains("HU"));
        }
    }

    private static List<String> texts(DataSet state) throws Exception {
        var texts = new ArrayList<String>();
        for (var annotation : state.sequence(Tag.GRAPHIC_ANNOTATION_SEQUENCE))
            for (var text : annotation.sequence(Tag.TEXT_OBJECT_SEQUENCE))
                texts.add(text.textOr(Tag.UNFORMATTED_TEXT_VALUE, ""));
        return texts;
    }

    private static final class Nowhere implements StateKeeper {
        private final List<DataSet> states = new CopyOnWriteArrayList<>();

        @Override
        public Optional<PersonName> creator() {
            return Optional.empty();
        }

        @Override
        public void keep(DataSet state) {
            states.add(state);
        }
    }

    private static List<String> parts(Shown shown) {
        return shown.derivation() instanceof Derivation.ThroughStack through
                ? through.frames().stream().map(FrameKey::sopInstanceUid).toList()
                : List.of();
    }

    private static int frames(Shown shown) {
        return shown.derivation() instanceof Derivation.ThroughStack through
                ? through.frames().size()
                : 1;
    }
}
