package org.tyde.app.desk;

import org.tyde.imaging.lut.Window;
import org.tyde.reading.EdgeLetters;
import org.tyde.reading.Preset;
import org.tyde.reading.PresetTable;
import org.tyde.settings.Settings;
import org.tyde.ui.viewport.ImageDesk;

/// What the settings say of how images are shown and handled.
final class ImageSettings {
    private ImageSettings() {}

    static void apply(Settings now, ImageDesk images) {
        images.dragInvertedProperty().set(now.dragRightNarrows());
        images.lettersProperty()
                .set(now.headFeetLetters() ? EdgeLetters.HEAD_FEET : EdgeLetters.SUPERIOR_INFERIOR);
        images.presetsProperty().set(presets(now));
    }

    private static PresetTable presets(Settings now) {
        var table = PresetTable.DEFAULT;
        for (var set : now.presets()) {
            var comes = PresetTable.DEFAULT.on(set.key()).map(Preset::name).orElse("");
            table =
                    table.with(
                            new Preset(
                                    set.key(),
                                    set.name().isBlank() ? comes : set.name(),
                                    new Window(set.level(), set.width())));
        }
        return table;
    }
}
