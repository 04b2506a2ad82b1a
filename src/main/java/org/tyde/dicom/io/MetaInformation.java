package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicom.Vr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// What stands before a data set in a file (PS3.10 7.1): an empty preamble, `DICM`, and all of group
/// 0002 that is required.
final class MetaInformation {
    private MetaInformation() {}

    static byte[] bytes(String sopClass, String instance, TransferSyntax syntax)
            throws IOException {
        var meta =
                DataSet.builder()
                        .bytes(Tag.FILE_META_INFORMATION_VERSION, Vr.OB, new byte[] {0, 1})
                        .text(Tag.MEDIA_STORAGE_SOP_CLASS_UID, sopClass)
                        .text(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID, instance)
                        .text(Tag.TRANSFER_SYNTAX_UID, syntax.uid())
                        .text(Tag.IMPLEMENTATION_CLASS_UID, Uids.IMPLEMENTATION_CLASS)
                        .text(Tag.IMPLEMENTATION_VERSION_NAME, Uids.IMPLEMENTATION_VERSION)
                        .build();
        var counting =
                new ElementWriter(OutputStream.nullOutputStream(), TransferSyntax.EXPLICIT_LITTLE);
        int length = (int) counting.length(meta);
        var out = new ByteArrayOutputStream();
        out.write(new byte[128]);
        out.writeBytes("DICM".getBytes(StandardCharsets.US_ASCII));
        new ElementWriter(out, TransferSyntax.EXPLICIT_LITTLE)
                .write(
                        meta.toBuilder()
                                .integer(Tag.FILE_META_INFORMATION_GROUP_LENGTH, length)
                                .build());
        return out.toByteArray();
    }
}
