package org.tyde.imaging.lut;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The VOI choices of a data set or functional group (PS3.3 C.11.2): tables first, then windows.
public final class VoiReader {
    private VoiReader() {}

    /// @param group holds VOI LUT Sequence (0028,3010) or Window Center (0028,1050)
    /// @param signed whether the Modality LUT puts out values below 0
    /// @param said takes what cannot be applied
    /// @return the choices, in the file's order
    /// @throws IOException where a table cannot be read
    public static List<Voi> of(DataSet group, boolean signed, Set<NotApplied> said)
            throws IOException {
        var vois = new ArrayList<Voi>();
        for (var item : group.sequence(Tag.VOILUT_SEQUENCE)) {
            var lut = LutReader.of(item, signed, said);
            if (lut.isEmpty()) said.add(NotApplied.VOI_LUT);
            else vois.add(new Voi.Table(lut.get(), item.text(Tag.LUT_EXPLANATION)));
        }
        vois.addAll(windows(group, said));
        return List.copyOf(vois);
    }

    private static List<Voi> windows(DataSet group, Set<NotApplied> said) {
        var vois = new ArrayList<Voi>();
        try {
            var function = VoiLutFunction.of(group.textOr(Tag.VOILUT_FUNCTION, "LINEAR"));
            double[] centers = group.decimals(Tag.WINDOW_CENTER);
            double[] widths = group.decimals(Tag.WINDOW_WIDTH);
            if (function.isEmpty()) {
                said.add(NotApplied.VOI_FUNCTION);
                return List.of();
            }
            if (centers.length != widths.length) said.add(NotApplied.WINDOW);
            var names = group.texts(Tag.WINDOW_CENTER_WIDTH_EXPLANATION);
            for (int i = 0; i < Math.min(centers.length, widths.length); i++) {
                if (!usable(function.get(), centers[i], widths[i])) {
                    said.add(NotApplied.WINDOW);
                    continue;
                }
                Optional<String> name =
                        i < names.size() && !names.get(i).isBlank()
                                ? Optional.of(names.get(i))
                                : Optional.empty();
                vois.add(new Voi.Windowed(new Window(centers[i], widths[i]), function.get(), name));
            }
        } catch (DicomFormatException malformed) {
            said.add(NotApplied.WINDOW);
        }
        return vois;
    }

    private static boolean usable(VoiLutFunction function, double center, double width) {
        if (!Double.isFinite(center) || !Double.isFinite(width)) return false;
        return function == VoiLutFunction.LINEAR ? width >= 1 : width > 0;
    }
}
