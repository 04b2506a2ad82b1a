package org.tyde.report.out;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Uids;
import org.tyde.dicom.Vr;
import org.tyde.evidence.DocumentHeader;

import java.util.Arrays;

/// The PDF of a report as a DICOM object of its study (Encapsulated PDF, PS3.3 A.45.1, C.24.2), which names
/// the structured report it shows.
public final class PdfObject {
    private PdfObject() {}

    /// @param report shown
    /// @param pdf of it
    /// @param title as people read it in a list
    /// @return the data set, without file meta information
    /// @throws DicomFormatException the structured report is malformed
    public static DataSet of(FinishedReport report, byte[] pdf, String title)
            throws DicomFormatException {
        var when = report.written();
        var source =
                DataSet.builder()
                        .text(
                                Tag.REFERENCED_SOP_CLASS_UID,
                                report.object().textOr(Tag.SOP_CLASS_UID, ""))
                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, report.document().sopUid())
                        .build();
        return DocumentHeader.of(
                        report.object(),
                        SopClass.ENCAPSULATED_PDF_STORAGE,
                        "DOC",
                        Uids.create(),
                        Uids.create())
                .text(Tag.CONVERSION_TYPE, "SD")
                .date(Tag.CONTENT_DATE, when.toLocalDate())
                .time(Tag.CONTENT_TIME, when.toLocalTime().withNano(0))
                .dateTime(Tag.ACQUISITION_DATE_TIME, when.withNano(0))
                .text(Tag.BURNED_IN_ANNOTATION, "YES")
                .text(Tag.DOCUMENT_TITLE, title)
                .code(
                        Tag.CONCEPT_NAME_CODE_SEQUENCE,
                        new Code("18748-4", "LN", "Diagnostic Imaging Report"))
                .sequence(Tag.SOURCE_INSTANCE_SEQUENCE, source)
                .text(Tag.MIME_TYPE_OF_ENCAPSULATED_DOCUMENT, "application/pdf")
                .integer(Tag.ENCAPSULATED_DOCUMENT_LENGTH, pdf.length)
                .bulk(Tag.ENCAPSULATED_DOCUMENT, Vr.OB, BulkData.of(even(pdf)))
                .build();
    }

    /// A value has an even length (PS3.5 7.1); how long the document itself is stands beside it.
    private static byte[] even(byte[] pdf) {
        return pdf.length % 2 == 0 ? pdf : Arrays.copyOf(pdf, pdf.length + 1);
    }
}
