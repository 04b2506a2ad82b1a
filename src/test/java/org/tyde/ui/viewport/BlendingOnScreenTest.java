package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.evidence.blending.MadeAdvancedBlending;
import org.tyde.evidence.blending.MadeBlending;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.StudyHeaders;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A blending state in a viewport: PET of other slices and pixels over CT, while one scrolls and zooms.
class BlendingOnScreenTest {
    private static DeskOfSamples desk;

    @BeforeAll
    static void open() throws Exception {
        desk = new DeskOfSamples(900, 700);
    }

    @AfterAll
    static void close() {
        desk.close();
    }

    /// Millimetres from the middle of the body, up from its lowest slice.
    private static int tissue(double x, double y, double z) {
        double body = Math.hypot(x / 150, y / 105);
        if (body > 1) return 20;
        if (body > 0.95) return 200;
        if (Math.hypot(x, y - 70) < 17) return Math.hypot(x, y - 66) < 7 ? 310 : 560;
        if (Math.abs(Math.hypot(x / 128, y / 86) - 1) < 0.05
                && Math.sin(6 * Math.atan2(y, x)) > 0.4) return 520;
        for (int side = -1; side <= 1; side += 2)
            if (Math.hypot((x - side * 70) / 42, (y + 5) / 58) < 1)
                return Math.hypot(x - 62, y - z / 3 + 18) < 11 ? 290 : 60;
        return 300 + (int) (14 * Math.sin(x / 9) * Math.cos(y / 7));
    }

    private static int uptake(double x, double y, double z) {
        if (Math.hypot(x / 150, y / 105) > 1) return 0;
        double lesion = Math.hypot(x - 62, y - z / 3 + 18) / 11;
        double heart = Math.hypot((x - 18) / 30, (y + 25) / 34);
        return (int)
                (40
                        + 430 * Math.exp(-lesion * lesion)
                        + 150 * Math.exp(-4 * Math.pow(heart - 1, 2)));
    }

    private static List<DataSet> cts() {
        var images = new ArrayList<DataSet>();
        for (int k = 0; k < 12; k++) {
            double z = 3 * k;
            images.add(
                    MadeBlending.image(
                            "2.25.60" + (10 + k),
                            "CT",
                            new int[] {340, 260},
                            (c, r) -> tissue(c - 169.5, r - 129.5, z),
                            new double[] {-169.5, -129.5, z, 1, 0, 0, 0, 1, 0},
                            1,
                            1));
        }
        return images;
    }

    private static List<DataSet> pets() {
        var images = new ArrayList<DataSet>();
        for (int k = 0; k < 11; k++) {
            double z = 4 * k - 3.3;
            images.add(
                    MadeBlending.image(
                            "2.25.61" + (10 + k),
                            "PT",
                            new int[] {84, 64},
                            (c, r) -> uptake(4 * (c - 41.5), 4 * (r - 31.5), z),
                            new double[] {-166, -126, z, 1, 0, 0, 0, 1, 0},
                            4,
                            4));
        }
        return images;
    }

    /// Black through red and yellow to white.
    private static DataSet hot(DataSet state) throws Exception {
        var builder = state.toBuilder();
        int[] from = {0, 90, 180};
        var tags =
                List.of(
                        Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA,
                        Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA);
        var shapes =
                List.of(
                        Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                        Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                        Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR);
        for (int k = 0; k < 3; k++) {
            var table = new byte[2 * 256];
            for (int i = 0; i < 256; i++) {
                int level = Math.clamp(3L * (i - from[k]), 0, 255);
                table[2 * i] = (byte) level;
                table[2 * i + 1] = (byte) level;
            }
            builder.integer(shapes.get(k), Vr.US, 256, 0, 16).bytes(tags.get(k), Vr.OW, table);
        }
        return builder.build();
    }

    private static OpenCase show(List<DataSet> here, DataSet state) throws Exception {
        for (var image : here) desk.put(image);
        var states = List.of(PresentationState.of(state));
        var uid = MadeBlending.STUDY;
        var study =
                new CaseStudy(
                        uid,
                        "1",
                        Optional.empty(),
                        StudyHeaders.read(uid, here),
                        states,
                        List.of());
        var open = new OpenCase(study, List.of(), HangingProtocols.defaults(), System::nanoTime);
        Screens.run(
                () -> {
                    desk.desk.open(Optional.of(open));
                    desk.grid.perform(Action.LAYOUT_1X1);
                    open.stack("2.25.710").ifPresent(s -> open.show(0, s));
                    open.goTo(0, 5);
                });
        desk.settle();
        return open;
    }

    private static void press(Action action) throws Exception {
        assertTrue(Screens.on(() -> desk.grid.perform(action)), action.name());
        desk.settle();
    }

    private static int[] picture() throws Exception {
        desk.settle();
        return Screens.on(
                () -> {
                    int width = (int) desk.pane(0).getWidth();
                    int height = (int) desk.pane(0).getHeight();
                    var pixels = new int[width * height];
                    for (int i = 0; i < pixels.length; i++)
                        pixels[i] = desk.pane(0).argb(i % width, i / width);
                    return pixels;
                });
    }

    private static int coloured(int... pixels) {
        int count = 0;
        for (int p : pixels) if ((p & 255) != (p >> 8 & 255)) count++;
        return count;
    }

    private static void says(String words) throws Exception {
        Screens.until(
                () -> desk.pane(0).words().warnings().stream().anyMatch(w -> w.contains(words)));
    }

    @Test
    void petLiesOverCtWhileOneScrollsAndZooms() throws Exception {
        var all = new ArrayList<>(cts());
        all.addAll(pets());
        var open = show(all, hot(MadeBlending.state(cts(), pets(), 0.5).build()));
        var plain = picture();
        assertEquals(0, coloured(plain));
        press(Action.PRESENTATION_STATE);
        says("PET OVER CT · bilder lagt over: 11, 50 %");
        var blended = picture();
        assertTrue(coloured(blended) > 4_000, "" + coloured(blended));
        desk.keep("blending-ct-pet");
        assertTrue(desk.pane(0).badge().contains("blandet"), desk.pane(0).badge());
        Screens.run(() -> open.goTo(0, 8));
        assertTrue(coloured(picture()) > 4_000);
        press(Action.ZOOM_IN);
        assertTrue(coloured(picture()) > 4_000);
        press(Action.RESET_VIEW);
        Screens.run(() -> open.goTo(0, 5));
        assertArrayEquals(plain, picture(), "as the image itself wants it");
    }

    /// PET where it is 250 or more, alike with CT; CT alone elsewhere.
    @Test
    void anAdvancedStateBlendsItsSetsWhereTheyHaveValues() throws Exception {
        var all = new ArrayList<>(cts());
        all.addAll(pets());
        var ct =
                MadeAdvancedBlending.input(cts(), 1, true)
                        .sequence(
                                Tag.SOFTCOPY_VOILUT_SEQUENCE,
                                MadeAdvancedBlending.window(850, 1200));
        var pet =
                MadeAdvancedBlending.coloured(MadeAdvancedBlending.input(pets(), 2, false), 0)
                        .sequence(
                                Tag.THRESHOLD_SEQUENCE,
                                MadeAdvancedBlending.threshold("GREATER_OR_EQUAL", 250))
                        .sequence(
                                Tag.SOFTCOPY_VOILUT_SEQUENCE,
                                MadeAdvancedBlending.window(700, 1400));
        var state =
                MadeAdvancedBlending.state(
                        all,
                        List.of(ct.build(), pet.build()),
                        List.of(MadeAdvancedBlending.step(0, -1, 1, 2)));
        var open = show(all, state.build());
        var plain = picture();
        assertEquals(0, coloured(plain));
        press(Action.PRESENTATION_STATE);
        says("THREE SETS · bildesett blandet: 2");
        int some = coloured(picture());
        assertTrue(some > 2_000 && some < plain.length / 3, "" + some);
        desk.keep("blending-advanced");
        Screens.run(() -> open.goTo(0, 8));
        assertTrue(coloured(picture()) > 2_000);
        Screens.run(() -> open.goTo(0, 5));
        press(Action.PRESENTATION_STATE);
        assertArrayEquals(plain, picture(), "as the image itself wants it");
    }

    @Test
    void aStateWhoseUpperImagesAreMissingIsNotUsedUntilTheyCome() throws Exception {
        var upper = new ArrayList<DataSet>();
        for (var pet : pets())
            upper.add(
                    pet.toBuilder()
                            .text(Tag.SOP_INSTANCE_UID, pet.textOr(Tag.SOP_INSTANCE_UID, "") + ".9")
                            .build());
        var state =
                MadeBlending.state(cts(), upper, 0.5)
                        .text(Tag.SOP_INSTANCE_UID, "2.25.721")
                        .build();
        show(cts(), state);
        var plain = picture();
        press(Action.PRESENTATION_STATE);
        says("11 av de 11 bildene som skal legges over dette, er ikke her");
        assertArrayEquals(plain, picture(), "as the image itself wants it");
        var all = new ArrayList<>(cts());
        all.addAll(upper);
        show(all, state);
        press(Action.PRESENTATION_STATE);
        says("bilder lagt over: 11");
        assertNotEquals(0, coloured(picture()));
    }
}
