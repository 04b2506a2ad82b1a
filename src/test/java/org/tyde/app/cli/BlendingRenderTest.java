package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.Programs;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.blending.MadeBlending;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

/// `tyde render --state` of blending states (PS3.3 C.11.14), against the formula of PS3.4 N.2.4.3 computed by numpy.
class BlendingRenderTest {
    private static final String ELSEWHERE = "2.25.799";
    private static final double[] AXIAL = {-20, -15, 9, 1, 0, 0, 0, 1, 0};

    /// 25 degrees about the x axis.
    private static final double[] OBLIQUE = {
        -20, -15, 9, 1, 0, 0, 0, Math.cos(0.4363323), Math.sin(0.4363323)
    };

    @TempDir Path folder = Path.of("");

    private static DataSet ct(double... plane) {
        return MadeBlending.image(
                "2.25.740",
                "CT",
                new int[] {48, 40},
                (c, r) -> (c * 97 + r * 61) % 700,
                plane,
                0.9,
                0.8);
    }

    private static DataSet pet(int k, double z) {
        return MadeBlending.image(
                "2.25." + (750 + k),
                "PT",
                new int[] {14, 11},
                (c, r) -> (c * 31 + r * 53 + k * 101) % 520,
                new double[] {-24, -20, z, 1, 0, 0, 0, 1, 0},
                3.1,
                2.7);
    }

    private static List<DataSet> pets() {
        var pets = new ArrayList<DataSet>();
        for (int k = 0; k < 8; k++) pets.add(pet(k, 1 + 3.7 * k));
        return pets;
    }

    private Path write(DataSet data) throws Exception {
        return BlendedPicture.write(folder, data);
    }

    private int difference(DataSet state, DataSet under, List<DataSet> others) throws Exception {
        return new BlendedPicture(folder, "blending.py").difference(state, under, others);
    }

    @ParameterizedTest
    @CsvSource({"0.4, false", "0.75, true", "1, true", "0, false"})
    void theUpperVolumeIsCutByThePlaneOfTheLowerImage(double opacity, boolean oblique)
            throws Exception {
        var under = ct(oblique ? OBLIQUE : AXIAL);
        var state = MadeBlending.state(List.of(under), pets(), opacity).build();
        assertEquals(1, Math.max(1, difference(state, under, pets())));
    }

    @Test
    void anUpperImageInThePlaneOfTheLowerOneNeedsNoVolume() throws Exception {
        var under = ct(AXIAL);
        var upper = List.of(pet(3, 9));
        var state = MadeBlending.state(List.of(under), upper, 0.35).build();
        assertEquals(1, Math.max(1, difference(state, under, upper)));
    }

    @Test
    void aRegistrationRelatesFramesOfReference() throws Exception {
        var under = ct(AXIAL);
        var pets = new ArrayList<DataSet>();
        for (var pet : pets())
            pets.add(pet.toBuilder().text(Tag.FRAME_OF_REFERENCE_UID, ELSEWHERE).build());
        double c = Math.cos(0.2);
        double s = Math.sin(0.2);
        var registration =
                MadeBlending.registration(
                        ELSEWHERE, c, -s, 0, 1.5, s, c, 0, -2.5, 0, 0, 1, 0.75, 0, 0, 0, 1);
        var named =
                DataSet.builder()
                        .text(
                                Tag.REFERENCED_SOP_CLASS_UID,
                                registration.textOr(Tag.SOP_CLASS_UID, ""))
                        .text(
                                Tag.REFERENCED_SOP_INSTANCE_UID,
                                registration.textOr(Tag.SOP_INSTANCE_UID, ""))
                        .build();
        var state =
                MadeBlending.state(List.of(under), pets, 0.5)
                        .sequence(Tag.REFERENCED_SPATIAL_REGISTRATION_SEQUENCE, named)
                        .build();
        var others = new ArrayList<>(pets);
        others.add(registration);
        assertEquals(1, Math.max(1, difference(state, under, others)));
    }

    @Test
    void theMadeStateIsOneByTheStandard() throws Exception {
        var file = write(MadeBlending.state(List.of(ct(AXIAL)), pets(), 0.4).build());
        var said = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(said.contains("Error"), said);
        assertTrue(said.contains("BlendingSoftcopyPresentationState"), said);
    }

    /// The state is chosen while a picture without it is being made; that one must not stand for it.
    @Test
    void aPictureWithWordsWaitsForTheUpperImages() throws Exception {
        var under = ct(AXIAL);
        var command = new ArrayList<String>();
        var out = folder.resolve("words.png");
        command.addAll(
                List.of(
                        "render",
                        write(under).toString(),
                        "--state",
                        write(MadeBlending.state(List.of(under), pets(), 0.8).build()).toString(),
                        "-o",
                        out.toString()));
        for (var pet : pets()) command.addAll(List.of("--with", write(pet).toString()));
        for (int again = 0; again < 3; again++) {
            assertEquals(0, CommandLineOfTyde.run(command.toArray(String[]::new)));
            var made = ImageIO.read(out.toFile());
            int coloured = 0;
            for (int y = 0; y < made.getHeight(); y++)
                for (int x = 0; x < made.getWidth(); x++) {
                    int rgb = made.getRGB(x, y);
                    if ((rgb & 255) != (rgb >> 8 & 255)) coloured++;
                }
            int pixels = made.getHeight() * made.getWidth();
            assertTrue(coloured > pixels / 2, coloured + " of " + pixels);
        }
    }

    @Test
    void withoutTheUpperImagesNothingIsWritten() throws Exception {
        var under = ct(AXIAL);
        var state = write(MadeBlending.state(List.of(under), pets(), 0.4).build()).toString();
        var out = folder.resolve("none.png");
        assertEquals(
                1,
                CommandLineOfTyde.run(
                        "render",
                        write(under).toString(),
                        "--state",
                        state,
                        "--native",
                        "-o",
                        out.toString()));
        assertFalse(Files.exists(out));
    }
}
