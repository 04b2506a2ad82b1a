package org.tyde.dicom.io;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.TransferSyntax;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/// Reads DICOM files (PS3.10 7) and bare data sets. Pixel data and other large binary values stay
/// where they are; words are told in little endian whatever the file's byte order. Malformed bytes
/// throw [org.tyde.dicom.DicomFormatException].
public final class DicomReader {
    private DicomReader() {}

    /// @param path of the file
    /// @return all of it, bulk data left in the file
    /// @throws IOException where the file cannot be read or is malformed
    public static DicomFile read(Path path) throws IOException {
        return read(path, ReaderLimits.USUAL);
    }

    /// @param path of the file
    /// @param limits how far to follow it
    /// @return all of it, bulk data left in the file
    /// @throws IOException where the file cannot be read or is malformed
    public static DicomFile read(Path path, ReaderLimits limits) throws IOException {
        try (var origin = Origin.OfFile.open(path)) {
            return new PartTen(origin, limits, false).read();
        }
    }

    /// @param path of the file
    /// @return what stands before the pixel data; of the rest only the length is compared with the file
    /// @throws IOException where the file cannot be read or is malformed
    public static DicomFile readHeader(Path path) throws IOException {
        try (var origin = Origin.OfFile.open(path)) {
            return new PartTen(origin, ReaderLimits.USUAL, true).read();
        }
    }

    /// @param bytes of a file; not copied: nobody writes to them any more
    /// @return all of it
    /// @throws IOException where it is malformed
    public static DicomFile read(byte[] bytes) throws IOException {
        return new PartTen(new Origin.OfBytes(bytes), ReaderLimits.USUAL, false).read();
    }

    /// @param bytes of a file; not copied: nobody writes to them any more
    /// @param limits how far to follow it
    /// @return all of it
    /// @throws IOException where it is malformed
    public static DicomFile read(byte[] bytes, ReaderLimits limits) throws IOException {
        return new PartTen(new Origin.OfBytes(bytes), limits, false).read();
    }

    /// @param bytes of a file; not copied: nobody writes to them any more
    /// @return what stands before the pixel data
    /// @throws IOException where it is malformed
    public static DicomFile readHeader(byte[] bytes) throws IOException {
        return new PartTen(new Origin.OfBytes(bytes), ReaderLimits.USUAL, true).read();
    }

    /// @param stream of a file, read to its end into memory, not closed
    /// @return all of it
    /// @throws IOException where the stream cannot be read or is malformed
    public static DicomFile read(InputStream stream) throws IOException {
        return read(stream.readAllBytes());
    }

    /// @param data a file behind another door, such as a blob of the cache
    /// @return all of it, bulk data left there
    /// @throws IOException where it cannot be read or is malformed
    public static DicomFile read(BulkData data) throws IOException {
        return new PartTen(new Origin.OfBulk(data), ReaderLimits.USUAL, false).read();
    }

    /// @param data a file behind another door, such as a blob of the cache
    /// @param limits how far to follow it
    /// @return all of it, bulk data left there
    /// @throws IOException where it cannot be read or is malformed
    public static DicomFile read(BulkData data, ReaderLimits limits) throws IOException {
        return new PartTen(new Origin.OfBulk(data), limits, false).read();
    }

    /// @param data a file behind another door, such as a blob of the cache
    /// @return what stands before the pixel data
    /// @throws IOException where it cannot be read or is malformed
    public static DicomFile readHeader(BulkData data) throws IOException {
        return new PartTen(new Origin.OfBulk(data), ReaderLimits.USUAL, true).read();
    }

    /// @param path of the file
    /// @return its header and where its data set begins: what it takes to send the file as it is
    /// @throws IOException where the file cannot be read or is malformed
    public static Sendable readSendable(Path path) throws IOException {
        try (var origin = Origin.OfFile.open(path)) {
            var reading = new PartTen(origin, ReaderLimits.USUAL, true);
            var file = reading.read();
            return new Sendable(file, reading.dataSetStart());
        }
    }

    /// A file as it can be sent, its data set untouched.
    ///
    /// @param header what stands before the pixel data
    /// @param dataSet bytes from the start of the file to its data set
    public record Sendable(DicomFile header, long dataSet) {}

    /// A data set without meta information, as DIMSE messages carry it.
    ///
    /// @param bytes of the data set; not copied: nobody writes to them any more
    /// @param syntax in which it is encoded
    /// @return the data set; empty for no bytes
    /// @throws IOException where it is malformed
    public static DataSet readDataSet(byte[] bytes, TransferSyntax syntax) throws IOException {
        if (bytes.length == 0) return DataSet.empty();
        var reading = new PartTen(new Origin.OfBytes(bytes), ReaderLimits.USUAL, false);
        return reading.readDataSet(syntax);
    }
}
