package org.tyde.codec.j2k.header;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Coding parameters of all tiles (main header) or of one (its tile-part headers). What stands in a tile
/// goes before what stands in the main header, and there what is said of a component before what is
/// said of all (T.800 A.6).
public final class TileHeader {
    private final int components;
    private @Nullable TileStyle style;
    private final @Nullable ComponentStyle[] styles;
    private final boolean[] ownStyle;
    private final @Nullable Quantization[] quantizations;
    private final boolean[] ownQuantization;
    private final int[] shifts;
    private final List<ProgressionVolume> volumes = new ArrayList<>();
    private boolean inherited;

    /// The main header.
    TileHeader(int components) {
        this.components = components;
        styles = new ComponentStyle[components];
        quantizations = new Quantization[components];
        ownStyle = new boolean[components];
        ownQuantization = new boolean[components];
        shifts = new int[components];
    }

    /// The header of one tile, still saying what the main header says.
    TileHeader(TileHeader main) {
        components = main.components;
        style = main.style;
        styles = Arrays.copyOf(main.styles, components);
        quantizations = Arrays.copyOf(main.quantizations, components);
        ownStyle = new boolean[components];
        ownQuantization = new boolean[components];
        shifts = Arrays.copyOf(main.shifts, components);
        volumes.addAll(main.volumes);
        inherited = true;
    }

    /// @return whether the segment was one of those that belong here
    boolean read(MarkerSegment segment) throws Refusal {
        switch (segment.marker()) {
            case COD -> {
                int scod = segment.u8();
                style = TileStyle.of(segment);
                all(styles, ownStyle, ComponentStyle.of(segment, (scod & 1) != 0));
            }
            case COC -> {
                int component = segment.component(components);
                int scoc = segment.u8();
                styles[component] = ComponentStyle.of(segment, (scoc & 1) != 0);
                ownStyle[component] = true;
            }
            case QCD -> all(quantizations, ownQuantization, Quantization.of(segment));
            case QCC -> {
                int component = segment.component(components);
                quantizations[component] = Quantization.of(segment);
                ownQuantization[component] = true;
            }
            case RGN -> region(segment);
            case POC -> {
                if (inherited) volumes.clear();
                inherited = false;
                volumes.addAll(ProgressionVolume.of(segment, components));
            }
            case SOC,
                    CAP,
                    SIZ,
                    TLM,
                    PRF,
                    PLM,
                    PLT,
                    CPF,
                    PPM,
                    PPT,
                    CRG,
                    COM,
                    SOT,
                    SOP,
                    EPH,
                    SOD,
                    EOC -> {
                return false;
            }
            case DCO, VMS, DFS, ADS, MCT, MCC, NLT, MCO, CBD, ATK -> {
                return false;
            }
        }
        return true;
    }

    private static <T> void all(@Nullable T[] values, boolean[] own, T value) {
        for (int i = 0; i < values.length; i++) if (!own[i]) values[i] = value;
    }

    private void region(MarkerSegment rgn) throws Refusal {
        int component = rgn.component(components);
        int kind = rgn.u8();
        int shift = rgn.u8();
        if (kind != 0) throw rgn.bad("Srgn", kind, "T.800 Table A.25");
        if (shift > 37) throw rgn.bad("SPrgn", shift, "T.800 Table A.26");
        shifts[component] = shift;
    }

    /// @return what holds for all components
    /// @throws Refusal when no COD was there
    public TileStyle style() throws Refusal {
        if (style == null) throw missing("COD");
        return style;
    }

    /// @param component zero-based
    /// @return how it is coded
    /// @throws Refusal when no COD was there
    public ComponentStyle style(int component) throws Refusal {
        var one = styles[component];
        if (one == null) throw missing("COD");
        return one;
    }

    /// @param component zero-based
    /// @return its step sizes
    /// @throws Refusal when no QCD was there
    public Quantization quantization(int component) throws Refusal {
        var one = quantizations[component];
        if (one == null) throw missing("QCD");
        return one;
    }

    /// @param component zero-based
    /// @return the bit-planes by which a region of interest is raised, 0 where there is none (T.800 H.1)
    public int shift(int component) {
        return shifts[component];
    }

    /// @return in which order packets come
    /// @throws Refusal when no COD was there
    public List<ProgressionVolume> volumes() throws Refusal {
        if (!volumes.isEmpty()) return List.copyOf(volumes);
        return List.of(ProgressionVolume.whole(style().order(), style().layers(), components));
    }

    private static Refusal missing(String segment) {
        return new Refusal(J2kReason.MISSING_MARKER, segment).withRule("T.800 Table A.2");
    }
}
