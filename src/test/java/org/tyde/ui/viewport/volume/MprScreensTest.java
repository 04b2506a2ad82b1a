package org.tyde.ui.viewport.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;

import java.util.List;

/// Other planes of a phantom on screen; the pictures lie in `target/screens` to be looked at.
class MprScreensTest {
    @Test
    void threePlanesWithTheirLettersAndWords() throws Exception {
        try (var desk = new PhantomDesk(1000, 760, PhantomDesk.ct())) {
            desk.perform(Action.MPR);
            desk.settle();
            Screens.keep(desk.stage, "mpr");
            assertEquals(List.of("R", "A", "L", "P"), desk.plane(0).words().edges());
            assertEquals(List.of("R", "S", "L", "I"), desk.plane(1).words().edges());
            assertEquals(List.of("A", "S", "P", "I"), desk.plane(2).words().edges());
            for (var plane : desk.mpr.planes()) {
                assertEquals("FIKTIV, Kari", plane.words().identity().getFirst());
                assertTrue(plane.words().warnings().contains("REFORMATERT"));
            }
        }
    }

    @Test
    void anObliqueSlabSaysWhatItIs() throws Exception {
        try (var desk = new PhantomDesk(1000, 760, PhantomDesk.ct())) {
            desk.perform(Action.MPR);
            desk.settle();
            Screens.run(
                    () -> {
                        desk.mpr
                                .model()
                                .view(v -> v.turned(AnatomicPlane.AXIAL, Math.toRadians(30)));
                        desk.mpr
                                .model()
                                .view(v -> v.turned(AnatomicPlane.SAGITTAL, Math.toRadians(-20)));
                        desk.mpr.model().nextProjection();
                        desk.mpr.model().thicken(2);
                    });
            desk.settle();
            Screens.keep(desk.stage, "mpr-oblique-slab");
            assertTrue(desk.plane(1).words().place().toString().contains("dreid"));
            assertTrue(desk.plane(1).words().place().contains("MIP 20 mm"));
            desk.perform(Action.RESET_VIEW);
            desk.settle();
            assertEquals("Koronal", desk.plane(1).words().place().getFirst());
        }
    }

    @Test
    void whatFormsNoVolumeIsSaidInItsPlace() throws Exception {
        var stack = PhantomDesk.ct();
        stack.slice(
                new ImagePlane(
                        new Point3(-20, 10, 400),
                        new Vector3(1, 0, 0),
                        new Vector3(0, 1, 0),
                        2,
                        2));
        try (var desk = new PhantomDesk(1000, 760, stack)) {
            desk.perform(Action.MPR);
            Screens.until(
                    () -> desk.mpr.model().statusProperty().get() instanceof MprStatus.Refused);
            Screens.keep(desk.stage, "mpr-refused");
            assertTrue(desk.mpr.state().isVisible());
            desk.perform(Action.CANCEL);
            assertFalse(Screens.on(desk.mpr::isVisible));
        }
    }

    @Test
    void petLiesOverCtAndItsSuvIsSaid() throws Exception {
        try (var desk = new PhantomDesk(1000, 760, PhantomDesk.ct(), PhantomDesk.pet())) {
            desk.perform(Action.MPR);
            desk.settle();
            desk.perform(Action.FUSION);
            Screens.until(() -> desk.mpr.model().fusion().pet().isPresent());
            // to the ball
            Screens.run(
                    () ->
                            desk.mpr
                                    .model()
                                    .view(v -> v.movedTo(new Point3(75 + 35, 89 - 25, 94 + 55))));
            desk.settle();
            Screens.keep(desk.stage, "mpr-fusion");
            var words = desk.plane(0).words().view().toString();
            // 30000 Bq/ml x 75000 g / (3e8 Bq x 2^(-3600/6586.2)) = 10.95
            assertTrue(words.contains("SUV i krysset: 11,0"), words);
            assertTrue(words.contains("PET: SUV 0 til 7"), words);
            int before = Screens.on(() -> desk.plane(0).argb(250, 380));
            desk.perform(Action.FUSION_COOLER);
            desk.perform(Action.FUSION_COOLER);
            desk.settle();
            words = desk.plane(0).words().view().toString();
            assertTrue(words.contains("PET: SUV 0 til 10,9"), words);
            Screens.run(() -> desk.mpr.model().fusion().colours(new FusionModel.Colours(2.5, 10)));
            desk.settle();
            Screens.keep(desk.stage, "mpr-fusion-colours");
            words = desk.plane(0).words().view().toString();
            assertTrue(words.contains("PET: SUV 2,5 til 10"), words);
            var open = Screens.on(() -> desk.desk.openCase().orElseThrow());
            int shown = Screens.on(() -> open.coverage().all().size());
            desk.perform(Action.NEXT_IMAGE);
            desk.settle();
            assertEquals(shown, Screens.on(() -> open.coverage().all().size()), "under colours");
            assertTrue(before != 0);
        }
    }

    @Test
    void theMenuAtThePointerLeadsToOtherPlanes() throws Exception {
        try (var desk = new PhantomDesk(1000, 760, PhantomDesk.ct())) {
            Screens.until(() -> desk.grid.active().flatMap(p -> p.model().shown()).isPresent());
            Screens.run(() -> desk.grid.menu().open(500, 380, desk.grid.getLayoutBounds()));
            Screens.keep(desk.stage, "viewport-menu-planes");
            var buttons = Screens.on(() -> List.copyOf(desk.grid.menu().lookupAll(".button")));
            assertEquals(9, buttons.size());
            Screens.run(() -> ((javafx.scene.control.Button) buttons.getLast()).fire());
            desk.settle();
            assertTrue(Screens.on(desk.mpr::isVisible));
        }
    }

    /// The ball is 110 mm to the left, 64 mm behind, 149 mm up; its slice is number 12.
    @Test
    void petLiesOverAPlainStackAtTheSamePlaceHoweverItIsTurned() throws Exception {
        try (var desk = new PhantomDesk(800, 700, PhantomDesk.ct(), PhantomDesk.pet())) {
            Screens.until(() -> desk.grid.active().flatMap(p -> p.model().shown()).isPresent());
            var pane = Screens.on(() -> desk.grid.active().orElseThrow());
            var open = Screens.on(() -> desk.desk.openCase().orElseThrow());
            Screens.run(() -> open.goTo(open.active(), 11));
            desk.perform(Action.FUSION);
            Screens.until(() -> pane.badge().contains("under farger"));
            assertTrue(pane.words().view().toString().contains("PET: SUV 0 til 7, 50 %"));
            for (var turn : List.of(Action.ROTATE_RIGHT, Action.FLIP_HORIZONTAL, Action.ZOOM_IN)) {
                Screens.run(() -> desk.grid.perform(turn));
                Thread.sleep(150);
                Screens.until(() -> pane.model().shown().isPresent());
                var shown = Screens.on(() -> pane.model().shown().orElseThrow());
                var plane = shown.header().plane(shown.key().frame()).orElseThrow();
                var at = shown.pose().toScreen(plane.toImage(new Point3(110, 64, 149)));
                int hot = Screens.on(() -> pane.argb((int) at.x(), (int) at.y()));
                assertEquals(0xFFFFFFFF, hot | 0x00010101, "the ball after " + turn);
            }
            Screens.keep(desk.stage, "stack-fusion");
            int counted = Screens.on(() -> seen(open));
            Screens.run(() -> open.goTo(open.active(), 30));
            Screens.until(
                    () ->
                            pane.model()
                                    .shown()
                                    .filter(
                                            s ->
                                                    s.key()
                                                            .equals(
                                                                    open.viewport(open.active())
                                                                            .frame()
                                                                            .orElseThrow()
                                                                            .key()))
                                    .isPresent());
            assertEquals(counted, Screens.on(() -> seen(open)), "under colours");
            desk.perform(Action.FUSION);
            Screens.until(() -> !pane.badge().contains("under farger"));
            assertEquals(counted + 1, Screens.on(() -> seen(open)));
        }
    }

    private static int seen(org.tyde.reading.OpenCase open) {
        return open.coverage().seen(open.viewport(open.active()).stack().orElseThrow());
    }

    @Test
    void withoutPetTheBarSaysSo() throws Exception {
        try (var desk = new PhantomDesk(1000, 760, PhantomDesk.ct())) {
            desk.perform(Action.MPR);
            desk.settle();
            desk.perform(Action.FUSION);
            Screens.keep(desk.stage, "mpr-no-pet");
            var said = Screens.on(() -> desk.mpr.model().noticeProperty().get());
            assertEquals("Denne undersøkelsen har ingen PET-serie å legge over", said);
            desk.perform(Action.NEXT_IMAGE);
            assertEquals("", Screens.on(() -> desk.mpr.model().noticeProperty().get()));
        }
    }
}
