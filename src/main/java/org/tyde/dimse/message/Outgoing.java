package org.tyde.dimse.message;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.refusal.Refusal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;

/// An instance to send, as it is.
///
/// @param name for people and results: of the file, or of the instance
/// @param sopClass its SOP Class UID
/// @param sopInstance its SOP Instance UID
/// @param syntax in which its data set is written
/// @param opening gives the bytes of its data set, without meta information
public record Outgoing(
        String name, String sopClass, String sopInstance, TransferSyntax syntax, Opening opening) {
    /// Gives bytes once more.
    @FunctionalInterface
    public interface Opening {
        /// @return the bytes from the start, closed by the caller
        /// @throws IOException where they cannot be read
        InputStream open() throws IOException;
    }

    /// @param file a PS3.10 file; only its header is read now
    /// @return its instance, the data set to be sent byte for byte
    /// @throws IOException where the file cannot be read, is malformed, cut off, or names no instance
    public static Outgoing file(Path file) throws IOException {
        var read = DicomReader.readSendable(file);
        var header = read.header().whole();
        return new Outgoing(
                file.toString(),
                required(file.getFileName(), header.dataSet(), Tag.SOP_CLASS_UID),
                required(file.getFileName(), header.dataSet(), Tag.SOP_INSTANCE_UID),
                header.transferSyntax(),
                () -> from(file, read.dataSet()));
    }

    /// @param dataSet with SOP Class UID and SOP Instance UID
    /// @param syntax uncompressed, or that of its fragments
    /// @return the instance, written to memory: for reports and states, not for images
    /// @throws IOException where it cannot be written so
    public static Outgoing dataSet(DataSet dataSet, TransferSyntax syntax) throws IOException {
        var out = new ByteArrayOutputStream();
        DicomWriter.writeDataSet(out, dataSet, syntax);
        var bytes = out.toByteArray();
        var instance = required(Path.of("-"), dataSet, Tag.SOP_INSTANCE_UID);
        return new Outgoing(
                instance,
                required(Path.of("-"), dataSet, Tag.SOP_CLASS_UID),
                instance,
                syntax,
                () -> new ByteArrayInputStream(bytes));
    }

    private static InputStream from(Path file, long position) throws IOException {
        var channel = Files.newByteChannel(file);
        try {
            return Channels.newInputStream(channel.position(position));
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    private static String required(Path file, DataSet dataSet, Tag tag) throws Refusal {
        return dataSet.text(tag)
                .orElseThrow(
                        () ->
                                new Refusal(
                                                DimseReason.NOT_SENDABLE,
                                                file.toString(),
                                                tag.keyword())
                                        .withPlace(tag.toString())
                                        .withRule("PS3.4 B.3.1"));
    }
}
