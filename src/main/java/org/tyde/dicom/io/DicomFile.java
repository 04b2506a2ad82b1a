package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
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
}
