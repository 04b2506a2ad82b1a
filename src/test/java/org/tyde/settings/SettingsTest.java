package org.tyde.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.refusal.Refusal;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

class SettingsTest {
    private static final Monitor LEFT = new Monitor(0, 0, 1920, 1200, 1, 96);
    private static final Monitor RIGHT = new Monitor(1920, -40, 1920, 1200, 1.25, 120);

    private static final MonitorCheck CHECK =
            new MonitorCheck(
                    MonitorCheck.Found.SRGB,
                    LocalDate.of(2026, 3, 12),
                    "Åse Ødegård",
                    Optional.of(new MonitorCheck.Light(0.25, 280, 0.1)));

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var file = new SettingsFile(TydeHome.at(folder));
        var settings =
                Settings.DEFAULTS
                        .withArchives(
                                List.of(
                                        ArchiveNode.web(
                                                "Region", URI.create("https://a.example/web"))))
                        .withSigner(new Signer("Ødegård", "Åse", "Overlege", "SiV", "1234567"))
                        .withLanguage(Locale.UK)
                        .withMonitors(
                                Monitors.DEFAULT
                                        .withOthers(MonitorSetup.NONE.withTextScale(1.5))
                                        .with(
                                                LEFT,
                                                MonitorSetup.NONE
                                                        .withTextScale(1.25)
                                                        .withCheck(Optional.of(CHECK)))
                                        .with(
                                                RIGHT,
                                                MonitorSetup.NONE.withPixelMm(
                                                        OptionalDouble.of(0.1945))))
                        .withPresets(List.of(new WindowPreset(7, "Pankreas", 180, 60.5)))
                        .withSpeech(
                                new SpeechSettings(
                                        Optional.of(Locale.of("nb")),
                                        Map.of("nb", "/models/nb", "en", "small-en"),
                                        "Headset",
                                        SpeechSettings.Key.HOLD,
                                        true,
                                        OptionalInt.empty(),
                                        false))
                        .withNumbers(new MeasuredNumbers(true, 1, 1, 25, 25.5, 3))
                        .withTemplates(
                                new TemplateSettings(
                                        TemplateUse.APPLY,
                                        new Mammography(
                                                Mammography.Category.BI_RADS,
                                                Mammography.Density.NUMBERS)))
                        .withDragRightNarrows(true);
        file.write(settings);
        assertEquals(new SettingsFile.Read(settings, List.of()), file.read());
    }

    @Test
    void theUsersValuesStandOverTheMachines() throws Exception {
        var home = TydeHome.at(folder).create();
        Files.createDirectories(home.machine());
        Files.writeString(
                home.machine().resolve("tyde.json"), "{\"textScale\":1.25,\"language\":\"en\"}");
        Files.writeString(home.settingsFile(), "{\"version\":1,\"language\":\"nb-NO\"}");
        var read = new SettingsFile(home).read().settings();
        assertEquals(1.25, read.monitors().textScale(LEFT));
        assertEquals(Locale.of("nb", "NO"), read.language());
    }

    @Test
    void theModelOfOneLanguageIsNotThatOfAnother() {
        var speech =
                SpeechSettings.USUAL
                        .withModel("nb", Optional.of("stor-nb"))
                        .withModel("en", Optional.of("small-en"));
        assertEquals(Optional.of("stor-nb"), speech.model(Locale.of("nb", "NO")));
        assertEquals(Optional.of("small-en"), speech.model(Locale.UK));
        assertEquals(Optional.empty(), speech.model(Locale.of("sv")));
        assertEquals(
                Optional.empty(), speech.withModel("en", Optional.empty()).model(Locale.ENGLISH));
    }

    @Test
    void theOldKeyOfTheSpeechModelHoldsForEveryLanguage() throws Exception {
        var home = TydeHome.at(folder).create();
        Files.writeString(home.settingsFile(), "{\"speechModel\":\"/models/nb\"}");
        var file = new SettingsFile(home);
        var read = file.read().settings();
        assertEquals(Optional.of("/models/nb"), read.speech().model(Locale.ENGLISH));
        file.write(read);
        assertEquals(read, file.read().settings());
        assertFalse(Files.readString(home.settingsFile()).contains("speechModel"));
    }

    @ParameterizedTest
    @CsvSource({"'{\"soundDays\":91}'", "'{\"soundDays\":\"long\"}'", "'{\"key\":\"foot\"}'"})
    void speechSettingsThatCannotBeAreRefused(String speech) throws Exception {
        var home = TydeHome.at(folder).create();
        Files.writeString(home.settingsFile(), "{\"speech\":" + speech + "}");
        assertThrows(Refusal.class, () -> new SettingsFile(home).read());
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"unit\":\"inch\"}'",
        "'{\"decimals\":3}'",
        "'{\"decimals\":0.5}'",
        "'{\"growthPercent\":0}'",
        "'{\"decreasePercent\":101}'",
        "'{\"leastMillimetres\":-1}'",
        "'{\"leastMillimetres\":\"two\"}'"
    })
    void measuredNumbersThatCannotBeAreRefused(String numbers) throws Exception {
        var home = TydeHome.at(folder).create();
        Files.writeString(home.settingsFile(), "{\"measurements\":" + numbers + "}");
        assertThrows(Refusal.class, () -> new SettingsFile(home).read());
    }

    @Test
    void anUnknownKeyIsNamedAndKept() throws Exception {
        var home = TydeHome.at(folder).create();
        Files.writeString(home.settingsFile(), "{\"version\":1,\"colour\":\"blue\"}");
        var file = new SettingsFile(home);
        assertEquals(List.of(home.settingsFile() + ": colour"), file.read().unknownKeys());
        file.write(Settings.DEFAULTS);
        assertTrue(Files.readString(home.settingsFile()).contains("colour"));
    }

    private static String check(String fields) {
        return "{\"monitors\":[{\"monitor\":\"800x600+0+0 @1 96dpi\",\"check\":{" + fields + "}}]}";
    }

    @ParameterizedTest
    @CsvSource({"0, 300, 0", "300, 300, 0.1", "1, 4000, 0", "-1, 300, 2", "0.3, 300, -0.1"})
    void lightThatNoMonitorHasIsRefused(double black, double white, double ambient) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new MonitorCheck.Light(black, white, ambient));
    }

    @Test
    void aCheckHoldsForAYearAndSaysHowMuchBrighterWhiteIs() {
        assertEquals(LocalDate.of(2027, 3, 12), CHECK.until());
        assertEquals(280.1 / 0.35, CHECK.light().orElseThrow().ratio(), 1e-9);
    }

    @Test
    void aNewerOrBrokenFileIsRefusedAndLeftAlone() throws Exception {
        var home = TydeHome.at(folder).create();
        var file = new SettingsFile(home);
        for (var text :
                List.of(
                        "{\"version\":2}",
                        "{",
                        "[]",
                        "{\"textScale\":9}",
                        "{\"monitorPixelMm\":1.5}",
                        "{\"monitorPixelMm\":\"fine\"}",
                        "{\"monitors\":[{\"monitor\":\"the left one\"}]}",
                        "{\"monitors\":[{\"monitor\":\"800x600+0+0 @1 96dpi\",\"textScale\":3}]}",
                        check("\"follows\":\"gamma\",\"day\":\"2026-03-12\",\"by\":\"A\""),
                        check("\"follows\":\"gsdf\",\"day\":\"12.03.2026\",\"by\":\"A\""),
                        check("\"follows\":\"gsdf\",\"day\":\"2026-03-12\""),
                        check("\"follows\":\"srgb\",\"day\":\"2026-03-12\",\"by\":\"A\""),
                        "{\"presets\":[{\"key\":0,\"width\":400,\"level\":40}]}",
                        "{\"presets\":[{\"key\":1,\"width\":0.5,\"level\":40}]}",
                        "{\"presets\":[{\"key\":1,\"width\":400}]}")) {
            Files.writeString(home.settingsFile(), text);
            assertThrows(Refusal.class, file::read, text);
            assertEquals(text, Files.readString(home.settingsFile()));
        }
    }

    @Test
    void whatIsSaidOfNoMonitorIsNotInTheFile() throws Exception {
        var file = new SettingsFile(TydeHome.at(folder));
        var some = MonitorSetup.NONE.withPixelMm(OptionalDouble.of(0.05));
        file.write(
                Settings.DEFAULTS.withMonitors(Monitors.DEFAULT.withOthers(some).with(LEFT, some)));
        file.write(Settings.DEFAULTS);
        assertEquals(Settings.DEFAULTS, file.read().settings());
        var text = Files.readString(TydeHome.at(folder).settingsFile());
        for (var key : List.of("monitorPixelMm", "textScale", "monitors", "presets"))
            assertFalse(text.contains(key), key);
    }

    @Test
    void oneScaleAndPixelSizeForAllIsThatOfEveryMonitorNotSetItself() throws Exception {
        var home = TydeHome.at(folder).create();
        Files.writeString(
                home.settingsFile(),
                "{\"version\":1,\"textScale\":1.5,\"monitorPixelMm\":0.27,\"monitors\":["
                        + "{\"monitor\":\"1920x1200+1920-40 @1.25 120dpi\",\"textScale\":1.15}]}");
        var monitors = new SettingsFile(home).read().settings().monitors();
        assertEquals(1.5, monitors.textScale(LEFT));
        assertEquals(OptionalDouble.of(0.27), monitors.pixelMm(LEFT));
        assertEquals(1.15, monitors.textScale(RIGHT));
        assertEquals(OptionalDouble.of(0.27), monitors.pixelMm(RIGHT));
    }

    @Test
    void aMonitorIsTheSameOnlyWhileItsPlaceExtentAndScaleAre() {
        for (var monitor : List.of(LEFT, RIGHT))
            assertEquals(monitor, Monitor.parse(monitor.toString()));
        assertEquals("1920x1200+1920-40 @1.25 120dpi", RIGHT.toString());
        assertEquals(2400, RIGHT.pixelWidth());
        for (var wrong : List.of("", "1920x1200", "0x0+0+0 @1 96dpi", "1920x1200+0+0 @0 96dpi"))
            assertThrows(IllegalArgumentException.class, () -> Monitor.parse(wrong), wrong);
        var set = Monitors.DEFAULT.with(RIGHT, MonitorSetup.NONE.withTextScale(2));
        assertEquals(1, set.textScale(new Monitor(0, 0, 1920, 1200, 1.25, 120)));
    }

    @Test
    void onlyOneProcessHoldsAHome() throws Exception {
        var home = TydeHome.at(folder);
        try (var lock = home.lock().orElseThrow()) {
            assertTrue(lock.lock().isValid());
            assertFalse(home.lock().isPresent());
        }
        try (var again = home.lock().orElseThrow()) {
            assertTrue(again.lock().isValid());
        }
    }

    @Test
    void eachSystemKeepsThingsWhereItsUsersExpectThem() {
        var user = Path.of("/home/a");
        assertEquals(Path.of("/home/a/.cache/tyde"), TydeHome.of("Linux", user, Map.of()).cache());
        assertEquals(
                Path.of("/x/tyde"),
                TydeHome.of("Linux", user, Map.of("XDG_DATA_HOME", "/x")).data());
        assertEquals(
                Path.of("/r/Tyde"),
                TydeHome.of("Windows 11", user, Map.of("APPDATA", "/r")).config());
        assertEquals(
                Path.of("/home/a/Library/Caches/Tyde"),
                TydeHome.of("Mac OS X", user, Map.of()).cache());
        assertEquals(
                Path.of("/one/data"),
                TydeHome.of("Linux", user, Map.of("TYDE_HOME", "/one")).data());
    }
}
