package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.geometry.Bearing;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.Window;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class WindowingTest {
    private static final Locale NB = Locale.of("nb", "NO");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # key, width, level, name
                    1, 400,  40,   Bløtdeler
                    2, 1500, -600, Lunge
                    3, 2000, 500,  Skjelett
                    4, 80,   40,   Hjerne
                    5, 200,  75,   Subdural
                    6, 40,   40,   Hjerneslag
                    7, 150,  90,   Lever
                    8, 600,  200,  Angio
                    9, 4000, 700,  Tinningben
                    """)
    void theNumberKeysHaveTheirWindowsInHu(int key, double width, double level, String name) {
        var chosen = PresetTable.DEFAULT.choice(key, PixelUnit.HU, 2);
        assertEquals(Optional.of(new VoiChoice.Chosen(new Window(level, width))), chosen);
        assertEquals(name, PresetTable.DEFAULT.on(key).orElseThrow().label(NB));
    }

    @Test
    void whereValuesAreNotHuTheKeysChooseTheFilesOwn() {
        var table = PresetTable.DEFAULT;
        assertEquals(Optional.of(new VoiChoice.OfFile(1)), table.choice(2, PixelUnit.NONE, 2));
        assertEquals(Optional.empty(), table.choice(3, PixelUnit.NONE, 2));
        assertEquals(Optional.of(new VoiChoice.Auto()), table.choice(0, PixelUnit.NONE, 0));
        assertEquals(Optional.of(new VoiChoice.Auto()), table.choice(0, PixelUnit.HU, 0));
    }

    @Test
    void aPresetCanBeReplaced() {
        var table = PresetTable.DEFAULT.with(new Preset(4, "Bihuler", new Window(300, 2500)));
        assertEquals(9, table.presets().size());
        assertEquals("Bihuler", table.on(4).orElseThrow().label(NB));
        assertEquals("Bihuler", table.named(new Window(300, 2500)).orElseThrow().label(NB));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PresetTable(List.of(table.presets().get(0), table.presets().get(0))));
    }

    @Test
    void rightIsWiderAndUpIsBrighter() {
        var drag = new WindowDrag(new Window(40, 400), false);
        assertEquals(new Window(40, 400), drag.at(0, 0));
        assertTrue(drag.at(30, 0).width() > 400);
        assertTrue(drag.at(-30, 0).width() < 400);
        assertTrue(drag.at(0, 30).center() < 40, "a lower level is brighter");
        assertTrue(new WindowDrag(new Window(40, 400), true).at(0, 30).center() > 40);
        assertEquals(40, drag.at(30, 0).center());
    }

    @Test
    void theWidthNeverFallsBelowOne() {
        var drag = new WindowDrag(new Window(40, 400), false);
        assertEquals(1, drag.at(-5000, 0).width());
        assertEquals(1, new WindowDrag(new Window(0.5, 1), false).at(-10, 0).width());
        assertTrue(new WindowDrag(new Window(0.5, 1), false).at(300, 0).width() > 1);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # width, level, norwegian,           english
                    400,     40,    W 400 L 40,          W 400 L 40
                    1500,    -600,  W 1500 L −600,       W 1500 L −600
                    2.5,     0.25,  'W 2,50 L 0,25',     W 2.50 L 0.25
                    33.5,    10,    'W 33,5 L 10',       W 33.5 L 10
                    """)
    void windowsAreWrittenWithTheirLetters(double w, double l, String norwegian, String english) {
        assertEquals(norwegian, WindowText.of(new Window(l, w), NB));
        assertEquals(english, WindowText.of(new Window(l, w), Locale.ENGLISH));
    }

    @Test
    void aChoiceBecomesWhatTheFrameOffers() {
        var first = Voi.window(40, 400);
        var second = Voi.window(-600, 1500);
        var whole = Voi.window(0, 4096);
        var offered = List.of(first, second);
        assertEquals(first, VoiChoice.first().of(offered, () -> whole));
        assertEquals(second, new VoiChoice.OfFile(1).of(offered, () -> whole));
        assertEquals(second, new VoiChoice.OfFile(7).of(offered, () -> whole));
        assertEquals(whole, VoiChoice.first().of(List.of(), () -> whole));
        assertEquals(whole, new VoiChoice.Auto().of(offered, () -> whole));
        assertEquals(
                Voi.window(1, 2), new VoiChoice.Chosen(new Window(1, 2)).of(offered, () -> whole));
    }

    @Test
    void edgesReadSAndIUnlessDicomsLettersAreWanted() {
        var bearing = Bearing.parse("HPR");
        assertEquals("SPR", EdgeLetters.SUPERIOR_INFERIOR.text(bearing));
        assertEquals("HPR", EdgeLetters.HEAD_FEET.text(bearing));
        assertEquals("I", EdgeLetters.SUPERIOR_INFERIOR.text(Bearing.parse("F")));
        assertEquals("", EdgeLetters.SUPERIOR_INFERIOR.text(Bearing.UNKNOWN));
    }
}
