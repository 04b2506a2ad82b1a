package org.tyde.imaging;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.lut.LutReader;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.Palette;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/// The palettes of an image: of PALETTE COLOR (PS3.3 C.7.9), or supplemental to grey (PS3.3 C.7.6.19). Enhanced
/// palettes and the blending of their data frames (PS3.3 C.7.6.23) are not supported and are said.
final class ColourReader {
    private final DataSet dataSet;
    private final FrameFormat format;

    ColourReader(DataSet dataSet, FrameFormat format) {
        this.dataSet = dataSet;
        this.format = format;
    }

    Optional<Palette> palette(Set<NotApplied> said) throws IOException {
        if (format.photometric() != Photometric.PALETTE_COLOR) return Optional.empty();
        var palette = LutReader.palette(dataSet, format.signed(), said);
        if (palette.isEmpty()) said.add(NotApplied.PALETTE);
        return palette;
    }

    /// Only where Pixel Presentation (0008,9205) says that there is colour; a palette that no attribute asks
    /// for is said and not used.
    Optional<Palette> supplemental(Set<NotApplied> said) throws IOException {
        if (dataSet.has(Tag.DATA_FRAME_ASSIGNMENT_SEQUENCE)
                || dataSet.has(Tag.ENHANCED_PALETTE_COLOR_LOOKUP_TABLE_SEQUENCE))
            said.add(NotApplied.ENHANCED_PALETTE);
        var presentation = presentation();
        boolean wanted = presentation.equals("COLOR") || presentation.equals("MIXED");
        boolean there = dataSet.has(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR);
        if (!wanted) {
            if (there && !presentation.equals("MONOCHROME")) said.add(NotApplied.PALETTE);
            return Optional.empty();
        }
        var palette =
                LutReader.palette(dataSet, format.signed(), said).filter(ColourReader::together);
        if (palette.isEmpty()) said.add(NotApplied.PALETTE);
        return palette;
    }

    private String presentation() throws Refusal {
        return dataSet.textOr(Tag.PIXEL_PRESENTATION, "");
    }

    /// One first mapped value parts grey from colour.
    private static boolean together(Palette palette) {
        int first = palette.red().firstMapped();
        return palette.green().firstMapped() == first && palette.blue().firstMapped() == first;
    }
}
