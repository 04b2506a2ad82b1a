package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/// Writes DICOM files (PS3.10 7). The same data set and syntax give the same bytes: sequences and
/// items of defined length, elements by tag, no group lengths but that of group 0002.
public final class DicomWriter {
    private DicomWriter() {}

    /// Writes beside the place, flushes to the disk, then moves into place: the file is there whole or
    /// not at all.
    ///
    /// @param to the file, replaced where it exists
    /// @param dataSet with SOP Class UID and SOP Instance UID
    /// @param syntax uncompressed, or that of the data set's fragments
    /// @throws DicomFormatException where the data set cannot be written so
    /// @throws IOException where the disk refuses
    public static void write(Path to, DataSet dataSet, TransferSyntax syntax) throws IOException {
        SafeFile.write(to, out -> write(out, dataSet, syntax));
    }

    /// @param out not closed
    /// @param dataSet with SOP Class UID and SOP Instance UID
    /// @param syntax uncompressed, or that of the data set's fragments
    /// @throws DicomFormatException where the data set cannot be written so
    /// @throws IOException where the stream refuses
    public static void write(OutputStream out, DataSet dataSet, TransferSyntax syntax)
            throws IOException {
        var sopClass = required(dataSet, Tag.SOP_CLASS_UID);
        var instance = required(dataSet, Tag.SOP_INSTANCE_UID);
        out.write(MetaInformation.bytes(sopClass, instance, syntax));
        writeDataSet(out, dataSet, syntax);
    }

    /// @param dataSet with SOP Class UID and SOP Instance UID
    /// @param syntax uncompressed, or that of the data set's fragments
    /// @return the bytes of the file
    /// @throws DicomFormatException where the data set cannot be written so
    /// @throws IOException where bulk data cannot be read
    public static byte[] toBytes(DataSet dataSet, TransferSyntax syntax) throws IOException {
        var out = new ByteArrayOutputStream();
        write(out, dataSet, syntax);
        return out.toByteArray();
    }

    /// The data set alone, as DIMSE messages carry it.
    ///
    /// @param out not closed
    /// @param dataSet any
    /// @param syntax uncompressed, or that of the data set's fragments
    /// @throws DicomFormatException where the data set cannot be written so
    /// @throws IOException where the stream refuses
    public static void writeDataSet(OutputStream out, DataSet dataSet, TransferSyntax syntax)
            throws IOException {
        var declared = declaringItsCharacterSet(dataSet);
        if (!syntax.deflated()) {
            new ElementWriter(out, syntax).write(declared);
            return;
        }
        var deflater =
                new Deflater(Deflater.DEFAULT_COMPRESSION, true); // PS3.5 A.5: no zlib header
        try {
            var deflated = new DeflaterOutputStream(out, deflater);
            new ElementWriter(deflated, syntax).write(declared);
            deflated.finish();
        } finally {
            deflater.end();
        }
    }

    /// What stands before a data set in a file: for an instance that came without it, as DIMSE sends
    /// them (PS3.10 7.1).
    ///
    /// @param sopClass of the instance
    /// @param instance its SOP Instance UID
    /// @param syntax in which the data set came
    /// @return preamble, `DICM` and group 0002
    public static byte[] head(String sopClass, String instance, TransferSyntax syntax) {
        try {
            return MetaInformation.bytes(sopClass, instance, syntax);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it is written to memory
        }
    }

    private static DataSet declaringItsCharacterSet(DataSet dataSet) {
        boolean undeclared =
                !dataSet.has(Tag.SPECIFIC_CHARACTER_SET)
                        && !dataSet.characterSet().equals(SpecificCharacterSet.UNDECLARED);
        if (!undeclared) return dataSet;
        var names = dataSet.characterSet().names().toArray(String[]::new);
        return dataSet.toBuilder().text(Tag.SPECIFIC_CHARACTER_SET, names).build();
    }

    private static String required(DataSet dataSet, Tag tag) throws DicomFormatException {
        return dataSet.text(tag)
                .orElseThrow(
                        () ->
                                new DicomFormatException(DicomReason.MISSING, -1, tag.keyword())
                                        .at(tag.toString())
                                        .withRule("PS3.10 7.1"));
    }
}
