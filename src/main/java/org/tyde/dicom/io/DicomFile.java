package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.TransferSyntax;

import java.util.List;

/// What was read.
///
/// @param meta the file meta information, group 0002; empty where the file has none
/// @param dataSet the rest; pixel data is bulk data or fragments
/// @param transferSyntax in which the data set really is encoded
/// @param warnings what was odd and read all the same, in the order met
public record DicomFile(
        DataSet meta, DataSet dataSet, TransferSyntax transferSyntax, List<Warning> warnings) {
    /// @param warnings copied
    public DicomFile {
        warnings = List.copyOf(warnings);
    }

    /// For whoever keeps files as complete: half a one must not count as held.
    ///
    /// @return this
    /// @throws DicomFormatException [DicomReason#CUT_OFF] where the file ends within its pixel data
    public DicomFile whole() throws DicomFormatException {
        for (var warning : warnings)
            if (warning.kind() == Warning.Kind.PIXELS_CUT_OFF
                    || warning.kind() == Warning.Kind.DEFLATED_CUT_OFF)
                throw new DicomFormatException(DicomReason.CUT_OFF, warning.offset())
                        .at(warning.place())
                        .withRule("PS3.5 7.1.1");
        return this;
    }
}
