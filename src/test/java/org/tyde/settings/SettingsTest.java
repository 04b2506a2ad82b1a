package org.tyde.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

class SettingsTest {
    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws Exception {
        var file = new SettingsFile(TydeHome.at(folder));
        var settings =
                Settings.DEFAULTS
                        .withArchives(
                                List.of(
                                        new ArchiveNode(
                                                "Region", URI.create("https://a.example/web"))))
                        .withSigner(new Signer("Ødegård", "Åse", "Overlege", "SiV", "1234567"))
                        .withLanguage(Locale.UK)
                        .withTextScale(1.5)
                        .withSpeechModel(Optional.of("/models/nb"))
                        .withDragRightNarrows(true)
                        .withMonitorPixelMm(OptionalDouble.of(0.1945));
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
        assertEquals(1.25, read.textScale());
        assertEquals(Locale.of("nb", "NO"), read.language());
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
                        "{\"monitorPixelMm\":\"fine\"}")) {
            Files.writeString(home.settingsFile(), text);
            assertThrows(Refusal.class, file::read, text);
            assertEquals(text, Files.readString(home.settingsFile()));
        }
    }

    @Test
    void anUnknownPixelSizeIsNotInTheFile() throws Exception {
        var file = new SettingsFile(TydeHome.at(folder));
        file.write(Settings.DEFAULTS.withMonitorPixelMm(OptionalDouble.of(0.05)));
        file.write(Settings.DEFAULTS);
        assertFalse(file.read().settings().monitorPixelMm().isPresent());
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
