package org.tyde.ui.viewport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.StudyHeaders;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.ui.Action;
import org.tyde.ui.Screens;
import org.tyde.ui.control.OutlinedText;

import java.util.List;
import java.util.Optional;

/// One image of each kind that the demo studies lack, and the demo studies too: what stands on the screen is
/// there, whole, and right. The pictures lie in `target/screens` to be looked at.
class KindsOnScreenTest {
    private static final int SIDE = 256;
    private static DeskOfSamples desk;

    @BeforeAll
    static void start() throws Exception {
        desk = new DeskOfSamples(760, 700);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static int number(String kind) {
        return Math.floorMod(kind.hashCode(), 100_000) + 1;
    }

    private static DataSetBuilder image(String kind, String modality, String sopClass, int frames) {
        return DataSet.builder()
                .text(Tag.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1." + sopClass)
                .text(Tag.SOP_INSTANCE_UID, "2.25.76" + number(kind))
                .text(Tag.STUDY_INSTANCE_UID, "2.25.77" + number(kind))
                .text(Tag.SERIES_INSTANCE_UID, "2.25.78" + number(kind))
                .text(Tag.STUDY_DATE, "20261120")
                .text(Tag.STUDY_TIME, "0300")
                .text(Tag.PATIENT_NAME, "PRØVE^Bilde")
                .text(Tag.PATIENT_ID, "13017912345")
                .text(Tag.MODALITY, modality)
                .text(Tag.STUDY_DESCRIPTION, kind)
                .text(Tag.NUMBER_OF_FRAMES, "" + frames)
                .integer(Tag.ROWS, Vr.US, SIDE)
                .integer(Tag.COLUMNS, Vr.US, SIDE)
                .integer(Tag.PIXEL_REPRESENTATION, Vr.US, 0);
    }

    private static void bits(DataSetBuilder data, int bits, int samples, String photometric) {
        data.integer(Tag.BITS_ALLOCATED, Vr.US, bits)
                .integer(Tag.BITS_STORED, Vr.US, bits)
                .integer(Tag.HIGH_BIT, Vr.US, bits - 1)
                .integer(Tag.SAMPLES_PER_PIXEL, Vr.US, samples)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, photometric);
        if (samples > 1) data.integer(Tag.PLANAR_CONFIGURATION, Vr.US, 0);
    }

    /// A disc with a step in it, brighter from frame to frame.
    private static byte[] pixels(int frames, int samples, int bytes) {
        var all = new byte[frames * SIDE * SIDE * samples * bytes];
        int at = 0;
        for (int f = 0; f < frames; f++)
            for (int y = 0; y < SIDE; y++)
                for (int x = 0; x < SIDE; x++) {
                    boolean disc = Math.hypot(x - 128, y - 128) < 100;
                    int v = disc ? (x < 128 ? 90 : 170) + 10 * (f % 4) : 5;
                    for (int s = 0; s < samples; s++) {
                        if (bytes == 2) all[at++] = 0;
                        all[at++] = (byte) (s == 1 ? v / 2 : s == 2 ? 255 - v : v);
                    }
                }
        return all;
    }

    private static DataSet kind(String kind) {
        return switch (kind) {
            case "CR" -> {
                var data = image(kind, "CR", "1", 1).text(Tag.PATIENT_ORIENTATION, "L", "F");
                bits(data, 16, 1, "MONOCHROME1");
                data.text(Tag.IMAGER_PIXEL_SPACING, "0.2", "0.2");
                yield data.bytes(Tag.PIXEL_DATA, Vr.OW, pixels(1, 1, 2)).build();
            }
            case "PT" -> {
                var data = image(kind, "PT", "128", 1);
                bits(data, 16, 1, "MONOCHROME2");
                data.text(Tag.IMAGE_POSITION_PATIENT, "-256", "-256", "40")
                        .text(Tag.IMAGE_ORIENTATION_PATIENT, "1", "0", "0", "0", "1", "0")
                        .text(Tag.PIXEL_SPACING, "2", "2")
                        .text(Tag.FRAME_OF_REFERENCE_UID, "2.25.7");
                yield data.bytes(Tag.PIXEL_DATA, Vr.OW, pixels(1, 1, 2)).build();
            }
            case "palette" -> {
                var data = image(kind, "OT", "7", 1);
                bits(data, 8, 1, "PALETTE COLOR");
                var ramp = new byte[512];
                for (int i = 0; i < 256; i++) ramp[2 * i + 1] = (byte) i;
                for (var tag :
                        List.of(
                                Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                                Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR,
                                Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR))
                    data.integer(tag, Vr.US, 256, 0, 16);
                data.bytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, ramp)
                        .bytes(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, new byte[512])
                        .bytes(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, ramp);
                yield data.bytes(Tag.PIXEL_DATA, Vr.OW, pixels(1, 1, 1)).build();
            }
            case "RGB" -> {
                var data = image(kind, "OT", "7", 1);
                bits(data, 8, 3, "RGB");
                yield data.bytes(Tag.PIXEL_DATA, Vr.OW, pixels(1, 3, 1)).build();
            }
            case "colour run" -> {
                var data = image(kind, "US", "3.1", 4).text(Tag.FRAME_TIME, "40");
                bits(data, 8, 3, "RGB");
                data.text(Tag.LOSSY_IMAGE_COMPRESSION, "01")
                        .text(Tag.LOSSY_IMAGE_COMPRESSION_RATIO, "20")
                        .text(Tag.LOSSY_IMAGE_COMPRESSION_METHOD, "ISO_10918_1");
                yield data.bytes(Tag.PIXEL_DATA, Vr.OW, pixels(4, 3, 1)).build();
            }
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static void open(DataSet data) throws Exception {
        var uid = data.textOr(Tag.STUDY_INSTANCE_UID, "");
        desk.put(data);
        var study =
                new CaseStudy(uid, "1", Optional.empty(), StudyHeaders.read(uid, List.of(data)));
        var open = new OpenCase(study, List.of(), HangingProtocols.defaults(), System::nanoTime);
        Screens.run(
                () -> {
                    desk.desk.open(Optional.of(open));
                    desk.grid.perform(Action.LAYOUT_1X1);
                });
        desk.settle();
    }

    @ParameterizedTest
    @CsvSource({
        // kind, letter at the left, colour on screen, unit of the scale bar, badge
        "CR, R, grey, mm, lagret tapsfritt",
        "PT, R, grey, mm, lagret tapsfritt",
        "palette, '', colour, px, lagret tapsfritt",
        "RGB, '', colour, px, lagret tapsfritt",
        "colour run, '', colour, px, tapskomprimert 20:1 JPEG",
    })
    void anImageOfEachKindStandsOnTheScreen(
            String kind, String left, String colour, String unit, String badge) throws Exception {
        open(kind(kind));
        desk.keep("kind-" + kind.replace(' ', '-'));
        var pane = desk.pane(0);
        assertTrue(pane.badge().startsWith(badge), pane.badge());
        assertEquals(left, pane.words().edges().getFirst());
        assertTrue(pane.words().scaleBar().orElseThrow().words().contains(unit));
        assertEquals(colour.equals("colour"), colourful(pane));
        filledAndWhole(pane);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CT", "MR", "DX", "MG", "US", "XA"})
    void nothingIsCutOffOnADemoStudy(String modality) throws Exception {
        var open = desk.open(modality);
        for (int i = 0; i < open.viewports().size(); i++)
            if (open.viewport(i).stack().isPresent()) filledAndWhole(desk.pane(i));
    }

    private static boolean colourful(ViewportPane pane) throws Exception {
        return Screens.on(
                () -> {
                    for (int y = 0; y < pane.getHeight(); y += 3)
                        for (int x = 0; x < pane.getWidth(); x += 3) {
                            int p = pane.argb(x, y);
                            if (Math.abs((p >> 16 & 0xFF) - (p >> 8 & 0xFF)) > 20) return true;
                        }
                    return false;
                });
    }

    /// The picture is not empty, and no words reach out of the viewport.
    private static void filledAndWhole(ViewportPane pane) throws Exception {
        Screens.run(
                () -> {
                    int bright = 0;
                    int all = 0;
                    for (int y = 0; y < (int) pane.getHeight(); y += 3)
                        for (int x = 0; x < (int) pane.getWidth(); x += 3) {
                            all++;
                            int p = pane.argb(x, y);
                            if (Math.max(p & 0xFF, p >> 16 & 0xFF) > 30) bright++;
                        }
                    assertTrue(bright > all / 50, bright + " of " + all);
                    var glass = pane.localToScene(pane.getLayoutBounds());
                    for (var node : pane.lookupAll(".outlined-text"))
                        if (node instanceof OutlinedText text
                                && text.isVisible()
                                && !text.getText().isEmpty()
                                && text.getOpacity() > 0) {
                            var words = text.localToScene(text.getLayoutBounds());
                            boolean ruler = text.getText().equals("X");
                            assertTrue(
                                    ruler || glass.contains(words),
                                    text.getText() + " at " + words + " in " + glass);
                        }
                });
    }
}
