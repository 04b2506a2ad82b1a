package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.SpecificCharacterSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicom.Vr;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
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
        var folder = to.toAbsolutePath().getParent();
        var name = to.getFileName();
        if (folder == null || name == null) throw new IOException("not a file name: " + to);
        var beside = folder.resolve("." + name + "." + UUID.randomUUID() + ".part");
        try {
            try (var channel =
                    FileChannel.open(
                            beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                write(out, dataSet, syntax);
                out.flush();
                channel.force(true);
            }
            Files.move(
                    beside,
                    to,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /// @param out not closed
    /// @param dataSet with SOP Class UID and SOP Instance UID
    /// @param syntax uncompressed, or that of the data set's fragments
    /// @throws DicomFormatException where the data set cannot be written so
    /// @throws IOException where the stream refuses
    public static void write(OutputStream out, DataSet dataSet, TransferSyntax syntax)
            throws IOException {
        out.write(new byte[128]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        out.write(metaBytes(dataSet, syntax));
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

    private static DataSet declaringItsCharacterSet(DataSet dataSet) {
        boolean undeclared =
                !dataSet.has(Tag.SPECIFIC_CHARACTER_SET)
                        && !dataSet.characterSet().equals(SpecificCharacterSet.UNDECLARED);
        if (!undeclared) return dataSet;
        var names = dataSet.characterSet().names().toArray(String[]::new);
        return dataSet.toBuilder().text(Tag.SPECIFIC_CHARACTER_SET, names).build();
    }

    private static byte[] metaBytes(DataSet dataSet, TransferSyntax syntax) throws IOException {
        var meta =
                DataSet.builder()
                        .bytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1})
                        .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, required(dataSet, Tag.SOP_CLASS_UID))
                        .text(
                                Tag.MEDIA_STORAGE_SOP_INSTANCE_UID,
                                required(dataSet, Tag.SOP_INSTANCE_UID))
                        .text(Tag.TRANSFER_SYNTAX_UID, syntax.uid())
                        .text(Tag.IMPLEMENTATION_CLASS_UID, Uids.IMPLEMENTATION_CLASS)
                        .text(Tag.IMPLEMENTATION_VERSION_NAME, Uids.IMPLEMENTATION_VERSION)
                        .build();
        var length =
                new ElementWriter(OutputStream.nullOutputStream(), TransferSyntax.EXPLICIT_LITTLE);
        var out = new ByteArrayOutputStream();
        new ElementWriter(out, TransferSyntax.EXPLICIT_LITTLE)
                .write(
                        meta.toBuilder()
                                .integer(
                                        Tag.FILE_META_INFORMATION_GROUP_LENGTH,
                                        (int) length.length(meta))
                                .build());
        return out.toByteArray();
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
