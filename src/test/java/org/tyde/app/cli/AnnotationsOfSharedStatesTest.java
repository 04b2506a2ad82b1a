package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.SharedData;
import org.tyde.ui.Screens;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import javax.imageio.ImageIO;

/// What states of the display consistency set draw and write, against the pictures that OFFIS gives with them.
/// Lines: each pixel drawn there has one drawn here at most a pixel away, and the other way round. Smooth
/// curves and words are the viewer's own (PS3.3 C.10.5), so that of them only the place is compared.
class AnnotationsOfSharedStatesTest {
    @TempDir Path folder = Path.of("");

    @BeforeAll
    static void screen() throws Exception {
        Screens.start();
    }

    /// Grey levels of a picture, by rows.
    private static final class Grey {
        private final int width;
        private final int height;
        private final int[] level;

        Grey(int width, int height, int[] level) {
            this.width = width;
            this.height = height;
            this.level = level;
        }

        boolean differs(Grey plain, int x, int y) {
            return Math.abs(level[y * width + x] - plain.level[y * width + x]) > 60;
        }
    }

    private Grey render(String test, String... more) throws IOException {
        var from = SharedData.require("disptest").resolve("files").resolve(test.substring(0, 4));
        var out = folder.resolve("out.png");
        var command =
                Stream.concat(
                        Stream.of(
                                "render",
                                plain(from.resolve(test), "image.dcm").toString(),
                                "--state",
                                plain(from.resolve(test), "state.dcm").toString(),
                                "-o",
                                out.toString()),
                        Stream.of(more));
        assertEquals(0, CommandLineOfTyde.run(command.toArray(String[]::new)));
        var picture = Objects.requireNonNull(ImageIO.read(out.toFile()));
        var level = new int[picture.getWidth() * picture.getHeight()];
        for (int i = 0; i < level.length; i++)
            level[i] =
                    picture.getRaster()
                            .getSample(i % picture.getWidth(), i / picture.getWidth(), 0);
        return new Grey(picture.getWidth(), picture.getHeight(), level);
    }

    private Path plain(Path in, String name) throws IOException {
        if (Files.exists(in.resolve(name))) return in.resolve(name);
        var out = folder.resolve(name);
        try (var zipped = new GZIPInputStream(Files.newInputStream(in.resolve(name + ".gz")))) {
            Files.write(out, zipped.readAllBytes());
        }
        return out;
    }

    private static Grey expected(String from, String test, int width, int height)
            throws IOException {
        var file = SharedData.require("disptest").resolve(from).resolve(test + ".pgm.gz");
        try (var zipped = new GZIPInputStream(Files.newInputStream(file))) {
            var all = zipped.readAllBytes();
            var level = new int[width * height];
            int at = all.length - level.length;
            for (int i = 0; i < level.length; i++) level[i] = all[at + i] & 0xFF;
            return new Grey(width, height, level);
        }
    }

    private static double unmatched(Grey drawn, Grey by, Grey plain, int reach) {
        int missed = 0;
        int all = 0;
        for (int y = 0; y < drawn.height; y++)
            for (int x = 0; x < drawn.width; x++) {
                if (!drawn.differs(plain, x, y)) continue;
                all++;
                if (!near(by, plain, x, y, reach)) missed++;
            }
        return all == 0 ? 1 : (double) missed / all;
    }

    private static boolean near(Grey by, Grey plain, int x, int y, int reach) {
        for (int v = Math.max(0, y - reach); v <= Math.min(by.height - 1, y + reach); v++)
            for (int u = Math.max(0, x - reach); u <= Math.min(by.width - 1, x + reach); u++)
                if (by.differs(plain, u, v)) return true;
        return false;
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # state,  px,  of our pixels that have none of theirs so near, %
                    GRAN_P01, 1,   0.4
                    GRAN_P03, 1,   0.4
                    GRAN_P10, 1,   0.4
                    GRAN_P11, 1,   0.4
                    GRAN_P12, 1,   0.4
                    GRAN_P16, 1,   0.4
                    GRAN_P18, 2,   0
                    GRAN_P06, 1,   10
                    GRAN_P08, 1,   10
                    """)
    void figuresLieWhereTheReferenceHasThem(String test, int reach, double percent)
            throws Exception {
        var ours = render(test, "--native", "--annotations", "on");
        var theirs = expected("expected_reference", test, 512, 512);
        var plain = expected("expected", test, 512, 512);
        assertTrue(unmatched(theirs, ours, plain, reach) <= 0.004, "theirs that are missed");
        double extra = unmatched(ours, theirs, plain, reach);
        assertTrue(extra <= percent / 100, "ours that are too much: " + extra);
    }

    /// The rendered line shall pass through all the specified points (PS3.3 C.10.5.1.2).
    @ParameterizedTest
    @ValueSource(strings = {"GRAN_P06", "GRAN_P08"})
    void smoothCurvesPassThroughTheirPointsOfWhichTheReferenceMissesFour(String test)
            throws Exception {
        var ours = render(test, "--native", "--annotations", "on");
        var theirs = expected("expected_reference", test, 512, 512);
        var plain = expected("expected", test, 512, 512);
        int[][] points = {{128, 256}, {192, 128}, {320, 128}, {384, 256}, {320, 384}, {192, 384}};
        int missed = 0;
        for (int[] p : points) {
            assertTrue(near(ours, plain, p[0] - 1, p[1] - 1, 1), p[0] + ", " + p[1]);
            if (!near(theirs, plain, p[0] - 1, p[1] - 1, 4)) missed++;
        }
        assertEquals(4, missed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEAN_P03", "TEAN_P07", "TEAN_P08", "TEAN_P10", "TEAN_P11", "TEAN_P12"})
    void wordsChangeAtMostTwoPercentOfThePixelsOfTheReference(String test) throws Exception {
        var ours = render(test, "--native", "--annotations", "on");
        var theirs = expected("expected_reference", test, 512, 512);
        var plain = expected("expected", test, 512, 512);
        int other = 0;
        int drawn = 0;
        for (int y = 0; y < 512; y++)
            for (int x = 0; x < 512; x++) {
                if (Math.abs(ours.level[y * 512 + x] - theirs.level[y * 512 + x]) > 1) other++;
                if (ours.differs(plain, x, y)) drawn++;
            }
        assertTrue(other < 0.02 * 512 * 512, other + " pixels differ");
        assertTrue(drawn > 400, "words: " + drawn);
    }

    /// Normal text runs along the upper border, and the others along theirs, each turned by a quarter more.
    @Test
    void wordsRunFromTheFirstCornerOfTheirBoxToTheLast() throws Exception {
        var ours = render("TEAN_P14", "--native", "--annotations", "on");
        var plain = expected("expected", "TEAN_P14", 512, 512);
        int[] drawn = new int[4];
        for (int i = 20; i < 200; i++)
            for (int near = 0; near < 40; near++) {
                if (ours.differs(plain, i, near)) drawn[0]++;
                if (ours.differs(plain, 511 - near, i)) drawn[1]++;
                if (ours.differs(plain, 511 - i, 511 - near)) drawn[2]++;
                if (ours.differs(plain, near, 511 - i)) drawn[3]++;
            }
        for (int side : drawn) assertTrue(side > 300, java.util.Arrays.toString(drawn));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CPLX_P01", "DISA_P02", "SPAT_P09", "SPAT_P13", "SPAT_P14", "SPAT_P15"})
    void theDisplayedAreaIsThatOfTheState(String test) throws Exception {
        var ours = render(test, "--annotations", "off");
        var theirs = expected("expected_area", test, ours.width, ours.height);
        int worst = 0;
        for (int i = 0; i < ours.level.length; i++)
            worst = Math.max(worst, Math.abs(ours.level[i] - theirs.level[i]));
        assertTrue(worst <= 1, "off by " + worst);
    }

    /// The reference shows the last 512 rows and columns of the 513 that the displayed area has, frames the boxes of words
    /// and lies under a circular shutter of 128 pixels; words and lines are left out here.
    @Test
    void besideWordsAndLinesTheComplexStateIsThatOfTheReferencePixelForPixel() throws Exception {
        var ours = render("CPLX_P01", "--annotations", "off", "--size", "513x513");
        var theirs = expected("expected_reference", "CPLX_P01", 512, 512);
        int compared = 0;
        for (int y = 0; y < 512; y++)
            for (int x = 0; x < 512; x++) {
                boolean hidden = Math.hypot(x - 255.5, y - 255.5) >= 126;
                boolean words = y >= 125 && y <= 146 || y >= 381 && y <= 402;
                boolean lines = y >= 189 && y <= 210 || y >= 301 && y <= 321;
                if (hidden || words || lines) continue;
                compared++;
                assertEquals(
                        theirs.level[y * 512 + x],
                        ours.level[(y + 1) * 513 + x + 1],
                        1,
                        x + "," + y);
            }
        assertTrue(compared > 36_000, "" + compared);
    }

    @Test
    void aDisplayedAreaIsShownSoManyTimesAsLarge() throws Exception {
        var ours = render("DISA_P03", "--annotations", "off");
        assertArrayEquals(new int[] {512, 512}, new int[] {ours.width, ours.height});
    }

    @Test
    void theViewportsPictureNamesTheStateAndDrawsIt() throws Exception {
        var plain = render("GRAN_P01", "--annotations", "off", "--size", "600x600");
        var ours = render("GRAN_P01", "--annotations", "on", "--size", "600x600");
        // the upper side of the hexagon, row 128 of 512
        int y = 150;
        var line = List.of(260, 280, 300, 320, 340);
        assertTrue(line.stream().allMatch(x -> ours.differs(plain, x, y)), "the upper side");
    }
}
