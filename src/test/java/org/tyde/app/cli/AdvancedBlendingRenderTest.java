package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.tyde.evidence.blending.MadeAdvancedBlending.coloured;
import static org.tyde.evidence.blending.MadeAdvancedBlending.input;
import static org.tyde.evidence.blending.MadeAdvancedBlending.state;
import static org.tyde.evidence.blending.MadeAdvancedBlending.step;
import static org.tyde.evidence.blending.MadeAdvancedBlending.threshold;
import static org.tyde.evidence.blending.MadeAdvancedBlending.window;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.Programs;
import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.evidence.blending.MadeBlending;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `tyde render --state` of advanced blending states (PS3.3 C.11.33, C.11.34), against PS3.4 N.2.6 computed by numpy.
class AdvancedBlendingRenderTest {
    private static final String ELSEWHERE = "2.25.799";
    private static final int EQUAL = -1;

    @TempDir Path folder = Path.of("");

    private static DataSet anatomy() {
        return MadeBlending.image(
                "2.25.740",
                "CT",
                new int[] {48, 40},
                (c, r) -> (c * 97 + r * 61) % 700,
                new double[] {-20, -15, 9, 1, 0, 0, 0, 1, 0},
                0.9,
                0.8);
    }

    private static List<DataSet> maps(String series, int seed) {
        var maps = new ArrayList<DataSet>();
        for (int k = 0; k < 6; k++) {
            int at = k;
            maps.add(
                    MadeBlending.image(
                                    "2.25." + (seed + k),
                                    "PT",
                                    new int[] {13, 10},
                                    (c, r) -> (c * 31 + r * 53 + at * 101 + seed) % 520,
                                    new double[] {
                                        -18 + seed % 7, -13, 1 + 3.7 * k, 1, 0, 0, 0, 1, 0
                                    },
                                    2.6,
                                    2.3)
                            .toBuilder()
                            .text(Tag.SERIES_INSTANCE_UID, series)
                            .build());
        }
        return maps;
    }

    private static DataSet colour() {
        var pixels = new byte[3 * 24 * 20];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (byte) (i * 7 % 251);
        return MadeBlending.image(
                        "2.25.790",
                        "CT",
                        new int[] {24, 20},
                        (_, _) -> 0,
                        new double[] {-14, -11, 9, 1, 0, 0, 0, 1, 0},
                        1.7,
                        1.4)
                .toBuilder()
                .text(Tag.SERIES_INSTANCE_UID, "2.25.714")
                .integer(Tag.SAMPLES_PER_PIXEL, 3)
                .integer(Tag.PLANAR_CONFIGURATION, 0)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "RGB")
                .integer(Tag.BITS_ALLOCATED, 8)
                .integer(Tag.BITS_STORED, 8)
                .integer(Tag.HIGH_BIT, 7)
                .bulk(Tag.PIXEL_DATA, Vr.OB, BulkData.of(pixels))
                .build();
    }

    private static DataSetBuilder windowed(
            List<DataSet> images, int number, double centre, double width) throws Exception {
        return input(images, number, number == 1)
                .sequence(Tag.SOFTCOPY_VOILUT_SEQUENCE, window(centre, width));
    }

    private static List<DataSet> together(List<List<DataSet>> sets) {
        return sets.stream().flatMap(List::stream).toList();
    }

    private void equalsNumpy(DataSet state, List<DataSet> images, DataSet... more)
            throws Exception {
        var others = new ArrayList<>(images.subList(1, images.size()));
        others.addAll(List.of(more));
        int most =
                new BlendedPicture(folder, "advanced_blending.py")
                        .difference(state, images.getFirst(), others);
        assertTrue(most <= 1, "a colour is off by " + most);
    }

    @ParameterizedTest
    @CsvSource({"0", "0.3", "0.7", "1"})
    void theFirstOfTwoInputsIsLaidOverTheSecond(double opacity) throws Exception {
        var one = List.of(anatomy());
        var two = maps("2.25.715", 750);
        var all = together(List.of(one, two));
        var state =
                state(
                                all,
                                List.of(
                                        windowed(one, 1, 1000, 1500).build(),
                                        coloured(windowed(two, 2, 700, 1400), 0).build()),
                                List.of(step(0, opacity, 1, 2)))
                        .build();
        equalsNumpy(state, all);
    }

    /// As the example of PS3.17 FFFF: two results, of which the one is laid over the other.
    @Test
    void resultsOfStepsAreInputsOfOthersInWhateverOrderTheyStand() throws Exception {
        var one = List.of(anatomy());
        var rgb = List.of(colour());
        var three = maps("2.25.715", 750);
        var four = maps("2.25.716", 760);
        var five = maps("2.25.717", 770);
        var all = together(List.of(one, rgb, three, four, five));
        var state =
                state(
                                all,
                                List.of(
                                        windowed(one, 1, 1000, 1500).build(),
                                        input(rgb, 2, false).build(),
                                        coloured(windowed(three, 3, 700, 1400), 0)
                                                .sequence(
                                                        Tag.THRESHOLD_SEQUENCE,
                                                        threshold("RANGE_INCL", 300, 900))
                                                .build(),
                                        coloured(windowed(four, 4, 700, 1400), 1)
                                                .sequence(
                                                        Tag.THRESHOLD_SEQUENCE,
                                                        threshold("RANGE_INCL", 900, 400))
                                                .build(),
                                        coloured(windowed(five, 5, 700, 1400), 2)
                                                .sequence(
                                                        Tag.THRESHOLD_SEQUENCE,
                                                        threshold("LESS_THAN", 250),
                                                        threshold("GREATER_OR_EQUAL", 1100))
                                                .build()),
                                List.of(
                                        step(0, 0.6, 6, 7),
                                        step(6, 0.7, 1, 2),
                                        step(7, EQUAL, 3, 4, 5)))
                        .build();
        equalsNumpy(state, all);
    }

    @ParameterizedTest
    @CsvSource({
        "RANGE_INCL, 300, 700",
        "RANGE_EXCL, 300, 700",
        "GREATER_OR_EQUAL, 500,",
        "LESS_OR_EQUAL, 500,",
        "GREATER_THAN, 500,",
        "LESS_THAN, 500,"
    })
    void valuesBeyondTheThresholdAreAsPadding(String type, double first, Double second)
            throws Exception {
        var one = List.of(anatomy());
        var two = maps("2.25.715", 750);
        var all = together(List.of(one, two));
        var limits = second == null ? new double[] {first} : new double[] {first, second};
        var state =
                state(
                                all,
                                List.of(
                                        windowed(one, 1, 1000, 1500)
                                                .sequence(
                                                        Tag.THRESHOLD_SEQUENCE,
                                                        threshold("GREATER_THAN", 400))
                                                .build(),
                                        coloured(windowed(two, 2, 700, 1400), 1)
                                                .sequence(
                                                        Tag.THRESHOLD_SEQUENCE,
                                                        threshold(type, limits))
                                                .build()),
                                List.of(step(0, EQUAL, 1, 2)))
                        .build();
        equalsNumpy(state, all);
    }

    @Test
    void paddingOfAnInputDoesNotCount() throws Exception {
        var one =
                List.of(
                        anatomy().toBuilder()
                                .integer(Tag.PIXEL_PADDING_VALUE, Vr.US, 97 * 3)
                                .build());
        var two = new ArrayList<DataSet>();
        for (var map : maps("2.25.715", 750))
            two.add(map.toBuilder().integer(Tag.PIXEL_PADDING_VALUE, Vr.US, 230).build());
        var all = together(List.of(one, two));
        var state =
                state(
                                all,
                                List.of(
                                        windowed(one, 1, 1000, 1500).build(),
                                        windowed(two, 2, 700, 1400).build()),
                                List.of(step(0, 0.4, 2, 1)))
                        .build();
        equalsNumpy(state, all);
    }

    @Test
    void aWholeSeriesIsThatOfTheListOfInstances() throws Exception {
        var one = List.of(anatomy());
        var two = maps("2.25.715", 750);
        var all = together(List.of(one, two));
        var whole =
                coloured(windowed(two, 2, 700, 1400), 0)
                        .remove(Tag.REFERENCED_IMAGE_SEQUENCE)
                        .build();
        var inputs = List.of(windowed(one, 1, 1000, 1500).build(), whole);
        equalsNumpy(state(all, inputs, List.of(step(0, 0.5, 2, 1))).build(), all);
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void aRegistrationIsAppliedAlsoWithinOneFrameOfReference(boolean elsewhere) throws Exception {
        var one = List.of(anatomy());
        var two = new ArrayList<DataSet>();
        var space = elsewhere ? ELSEWHERE : MadeBlending.SPACE;
        for (var map : maps("2.25.715", 750))
            two.add(map.toBuilder().text(Tag.FRAME_OF_REFERENCE_UID, space).build());
        double c = Math.cos(0.2);
        double s = Math.sin(0.2);
        var registration =
                MadeBlending.registration(
                        space, c, -s, 0, 1.5, s, c, 0, -2.5, 0, 0, 1, 0.75, 0, 0, 0, 1);
        var all = together(List.of(one, two));
        var state =
                state(
                                all,
                                List.of(
                                        windowed(one, 1, 1000, 1500).build(),
                                        coloured(windowed(two, 2, 700, 1400), 0)
                                                .sequence(
                                                        Tag
                                                                .REFERENCED_SPATIAL_REGISTRATION_SEQUENCE,
                                                        named(registration))
                                                .build()),
                                List.of(step(0, EQUAL, 1, 2)))
                        .build();
        equalsNumpy(state, all, registration);
    }

    private static DataSet named(DataSet registration) throws Exception {
        return DataSet.builder()
                .text(Tag.STUDY_INSTANCE_UID, MadeBlending.STUDY)
                .sequence(
                        Tag.REFERENCED_SERIES_SEQUENCE,
                        DataSet.builder()
                                .text(Tag.SERIES_INSTANCE_UID, "2.25.731")
                                .sequence(
                                        Tag.REFERENCED_SOP_SEQUENCE,
                                        DataSet.builder()
                                                .text(
                                                        Tag.REFERENCED_SOP_CLASS_UID,
                                                        registration.textOr(Tag.SOP_CLASS_UID, ""))
                                                .text(
                                                        Tag.REFERENCED_SOP_INSTANCE_UID,
                                                        registration.textOr(
                                                                Tag.SOP_INSTANCE_UID, ""))
                                                .build())
                                .build())
                .build();
    }

    @Test
    void theMadeStateIsOneByTheStandard() throws Exception {
        var one = List.of(anatomy());
        var two = maps("2.25.715", 750);
        var inputs =
                List.of(
                        windowed(one, 1, 1000, 1500)
                                .sequence(Tag.THRESHOLD_SEQUENCE, threshold("LESS_THAN", 3))
                                .build(),
                        coloured(windowed(two, 2, 700, 1400), 0).build());
        var state = state(together(List.of(one, two)), inputs, List.of(step(0, 0.5, 2, 1)));
        var file = BlendedPicture.write(folder, state.build());
        var said = Programs.run("dciodvfy", file.toString()).text();
        // it has no Common Instance Reference module in this IOD; PS3.3 Table A.33.7-1 has
        var wrong =
                said.lines()
                        .filter(l -> l.startsWith("Error"))
                        .filter(l -> !l.contains("does not reference Instances"))
                        .toList();
        assertEquals(List.of(), wrong, said);
        assertTrue(said.contains("AdvancedBlending"), said);
    }

    @Test
    void withoutOneOfTheInputsNothingIsWritten() throws Exception {
        var one = List.of(anatomy());
        var two = maps("2.25.715", 750);
        var inputs =
                List.of(windowed(one, 1, 1000, 1500).build(), windowed(two, 2, 700, 1400).build());
        var state = state(together(List.of(one, two)), inputs, List.of(step(0, 0.5, 2, 1)));
        var out = folder.resolve("none.png");
        assertEquals(
                1,
                CommandLineOfTyde.run(
                        "render",
                        BlendedPicture.write(folder, one.getFirst()).toString(),
                        "--state",
                        BlendedPicture.write(folder, state.build()).toString(),
                        "--native",
                        "-o",
                        out.toString()));
        assertFalse(Files.exists(out));
    }
}
