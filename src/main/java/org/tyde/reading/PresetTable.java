package org.tyde.reading;

import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.Window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The windows on the number keys: HU presets where values are HU, elsewhere the file's own windows in
/// their order. 0 is automatic everywhere.
///
/// @param presets by digit, no digit twice
public record PresetTable(List<Preset> presets) {
    /// Width and level of Tyde's own presets, in HU.
    public static final PresetTable DEFAULT =
            new PresetTable(
                    List.of(
                            preset(1, "preset.soft-tissue", 400, 40),
                            preset(2, "preset.lung", 1500, -600),
                            preset(3, "preset.bone", 2000, 500),
                            preset(4, "preset.brain", 80, 40),
                            preset(5, "preset.subdural", 200, 75),
                            preset(6, "preset.stroke", 40, 40),
                            preset(7, "preset.liver", 150, 90),
                            preset(8, "preset.angio", 600, 200),
                            preset(9, "preset.temporal-bone", 4000, 700)));

    /// @throws IllegalArgumentException when a digit comes twice
    public PresetTable {
        presets = presets.stream().sorted(Comparator.comparingInt(Preset::digit)).toList();
        if (presets.stream().mapToInt(Preset::digit).distinct().count() != presets.size())
            throw new IllegalArgumentException("two presets on one key");
    }

    private static Preset preset(int digit, String name, double width, double level) {
        return new Preset(digit, name, new Window(level, width));
    }

    /// @param next a preset
    /// @return with it on its key
    public PresetTable with(Preset next) {
        var all = new ArrayList<>(presets);
        all.removeIf(p -> p.digit() == next.digit());
        all.add(next);
        return new PresetTable(all);
    }

    /// @param digit 1 to 9
    /// @return the preset on that key
    public Optional<Preset> on(int digit) {
        return presets.stream().filter(p -> p.digit() == digit).findFirst();
    }

    /// @param digit the key, 0 to 9
    /// @param unit of the image's values
    /// @param offered how many windows the file offers
    /// @return what the key chooses on that image; empty when it chooses nothing there
    public Optional<VoiChoice> choice(int digit, PixelUnit unit, int offered) {
        if (digit == 0) return Optional.of(new VoiChoice.Auto());
        if (unit.equals(PixelUnit.HU)) return on(digit).map(p -> new VoiChoice.Chosen(p.window()));
        return digit <= offered ? Optional.of(new VoiChoice.OfFile(digit - 1)) : Optional.empty();
    }

    /// @param window shown on an image in HU
    /// @return the preset that is just that window
    public Optional<Preset> named(Window window) {
        return presets.stream().filter(p -> p.window().equals(window)).findFirst();
    }
}
