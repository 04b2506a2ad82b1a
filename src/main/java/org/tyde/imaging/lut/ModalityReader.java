package org.tyde.imaging.lut;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The Modality LUT of a data set or functional group (PS3.3 C.11.1), and the unit of what it puts out.
public final class ModalityReader {
    private static final String XA = "1.2.840.10008.5.1.4.1.1.12.1";
    private static final String RF = "1.2.840.10008.5.1.4.1.1.12.2";

    private final DataSet dataSet;
    private final boolean signed;
    private final String modality;

    /// @param dataSet of the image or presentation state: its modality and units
    /// @param signed whether its stored values are
    /// @throws Refusal where an attribute is malformed
    public ModalityReader(DataSet dataSet, boolean signed) throws Refusal {
        this.dataSet = dataSet;
        this.signed = signed;
        this.modality = dataSet.textOr(Tag.MODALITY, "");
    }

    /// @param group Pixel Value Transformation of a functional group, or the data set itself
    /// @param said takes what cannot be applied
    /// @return its Modality LUT, the identity where it has none
    /// @throws IOException where a table cannot be read
    public ModalityLut of(DataSet group, Set<NotApplied> said) throws IOException {
        if (notForDisplay()) return ModalityLut.IDENTITY;
        var table = group.item(Tag.MODALITY_LUT_SEQUENCE);
        if (table.isPresent()) {
            var lut = LutReader.of(table.get(), signed, said);
            var type = table.get().text(Tag.MODALITY_LUT_TYPE);
            if (lut.isPresent()) return new ModalityLut(1, 0, lut, unit(type));
            said.add(NotApplied.MODALITY_LUT);
            return ModalityLut.IDENTITY;
        }
        if (modality.equals("RTDOSE")) return dose(said);
        var slope = group.decimal(Tag.RESCALE_SLOPE);
        var intercept = group.decimal(Tag.RESCALE_INTERCEPT);
        if (slope.isEmpty() && intercept.isEmpty()) return ModalityLut.IDENTITY;
        double s = slope.orElse(1);
        double i = intercept.orElse(0);
        if (s == 0 || !Double.isFinite(s) || !Double.isFinite(i)) {
            said.add(NotApplied.MODALITY_LUT);
            return ModalityLut.IDENTITY;
        }
        return ModalityLut.rescale(s, i, unit(group.text(Tag.RESCALE_TYPE)));
    }

    /// Of XA and RF images whose values are LOG or DISP the Modality LUT leads back to X-ray intensity and
    /// is not for display (PS3.3 C.8.7.1.1.2).
    private boolean notForDisplay() throws Refusal {
        var sop = dataSet.textOr(Tag.SOP_CLASS_UID, "");
        var relation = dataSet.textOr(Tag.PIXEL_INTENSITY_RELATIONSHIP, "");
        return (sop.equals(XA) || sop.equals(RF))
                && (relation.equals("LOG") || relation.equals("DISP"));
    }

    private ModalityLut dose(Set<NotApplied> said) throws Refusal {
        double scaling = dataSet.decimal(Tag.DOSE_GRID_SCALING).orElse(0);
        if (!(scaling > 0) || !Double.isFinite(scaling)) {
            said.add(NotApplied.MODALITY_LUT);
            return ModalityLut.IDENTITY;
        }
        boolean gray = dataSet.textOr(Tag.DOSE_UNITS, "").equals("GY");
        return ModalityLut.rescale(scaling, 0, gray ? PixelUnit.GRAY : PixelUnit.NONE);
    }

    private PixelUnit unit(Optional<String> type) throws Refusal {
        if (type.isPresent())
            return switch (type.get().toUpperCase(Locale.ROOT)) {
                case "HU" -> PixelUnit.HU;
                case "OD" -> PixelUnit.OPTICAL_DENSITY;
                default -> PixelUnit.NONE;
            };
        if (modality.equals("PT") && dataSet.textOr(Tag.UNITS, "").equals("BQML"))
            return PixelUnit.BECQUEREL_PER_ML;
        var kind = dataSet.texts(Tag.IMAGE_TYPE);
        boolean original = !kind.isEmpty() && kind.getFirst().equals("ORIGINAL");
        return modality.equals("CT") && original ? PixelUnit.HU : PixelUnit.NONE;
    }
}
