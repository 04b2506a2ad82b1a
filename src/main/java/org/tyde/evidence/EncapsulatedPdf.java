package org.tyde.evidence;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/// A PDF kept as a DICOM object (PS3.3 A.45.1), such as a scanned referral.
///
/// @param sopUid SOP Instance UID
/// @param title Document Title (0042,0010), empty where not given
/// @param header the object
public record EncapsulatedPdf(String sopUid, String title, DataSet header) {
    /// @param object any object
    /// @return it as a PDF, empty where it is something else
    /// @throws DicomFormatException malformed
    public static Optional<EncapsulatedPdf> of(DataSet object) throws DicomFormatException {
        if (!object.textOr(Tag.SOP_CLASS_UID, "").equals(SopClass.ENCAPSULATED_PDF_STORAGE))
            return Optional.empty();
        return Optional.of(
                new EncapsulatedPdf(
                        object.textOr(Tag.SOP_INSTANCE_UID, ""),
                        object.textOr(Tag.DOCUMENT_TITLE, ""),
                        object));
    }

    /// @return the PDF, without the byte that makes the value's length even
    /// @throws IOException the object holds no document, or its bytes cannot be read
    public byte[] pdf() throws IOException {
        var bulk = header.bulk(Tag.ENCAPSULATED_DOCUMENT);
        if (bulk.isEmpty()) return new byte[0];
        var bytes = bulk.get().all();
        int given = header.integer(Tag.ENCAPSULATED_DOCUMENT_LENGTH).orElse(bytes.length);
        return given > 0 && given < bytes.length ? Arrays.copyOf(bytes, given) : bytes;
    }
}
