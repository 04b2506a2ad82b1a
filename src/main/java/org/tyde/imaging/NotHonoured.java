package org.tyde.imaging;

import org.tyde.codec.FrameFormat;
import org.tyde.codec.Photometric;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.refusal.Refusal;

import java.io.IOException;
import java.util.Set;

/// Finds in a header what the picture does not honour.
final class NotHonoured {
    private NotHonoured() {}

    static void in(DataSet dataSet, FrameFormat format, Set<NotApplied> said) throws IOException {
        if (dataSet.has(Tag.PRESENTATION_LUT_SEQUENCE)) said.add(NotApplied.PRESENTATION_LUT);
        if (contradicts(dataSet, format)) said.add(NotApplied.PRESENTATION_LUT_SHAPE);
        if (!dataSet.has(Tag.PHOTOMETRIC_INTERPRETATION)) said.add(NotApplied.POLARITY);
    }

    /// MONOCHROME1 goes with INVERSE and MONOCHROME2 with IDENTITY (PS3.3 C.11.6).
    private static boolean contradicts(DataSet dataSet, FrameFormat format) throws Refusal {
        var shape = dataSet.text(Tag.PRESENTATION_LUT_SHAPE);
        if (shape.isEmpty() || !format.photometric().grey()) return false;
        boolean inverse = format.photometric() == Photometric.MONOCHROME1;
        return !shape.get().equals(inverse ? "INVERSE" : "IDENTITY");
    }
}
