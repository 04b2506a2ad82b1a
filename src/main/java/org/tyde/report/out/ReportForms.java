package org.tyde.report.out;

import org.tyde.dicom.BulkData;
import org.tyde.evidence.Awaits;
import org.tyde.refusal.Refusal;
import org.tyde.report.sign.Release;
import org.tyde.store.Outbox;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What leaves with a signed report besides it: its PDF as an object of the study, and files in folders that
/// other programs take them from. A file is named by the report's UID, never by a patient.
///
/// @param pdfToArchive whether the PDF goes to the archive as an object
/// @param folders where files of each form go; a form that is not named goes nowhere
/// @param language of headings
/// @param images that the report speaks of
public record ReportForms(
        boolean pdfToArchive, Map<Form, Path> folders, Locale language, Illustrations images)
        implements Release {
    /// A form that goes out as a file.
    public enum Form {
        /// PDF/A.
        PDF("pdf"),
        /// A FHIR R4 document, JSON.
        FHIR("json"),
        /// HL7 v2.5.1, ORU^R01.
        HL7("hl7"),
        /// Plain text, UTF-8.
        TEXT("txt");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        /// @return the end of its files' names
        public String ending() {
            return ending;
        }

        /// @param report to be told
        /// @param language of its headings
        /// @param images that it speaks of
        /// @return the file's content
        /// @throws Refusal it cannot be made
        public byte[] of(FinishedReport report, Locale language, Illustrations images)
                throws Refusal {
            return switch (this) {
                case PDF -> ReportPdf.of(ReportPage.of(report, images, language), language);
                case FHIR -> bytes(FhirDocument.of(report, language, images));
                case HL7 -> bytes(OruMessage.of(report, language).encoded());
                case TEXT -> bytes(ReportPage.of(report, images, language).plain(language));
            };
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /// Copies the folders.
    public ReportForms {
        folders = Map.copyOf(folders);
    }

    @Override
    public List<Outbox.Item> items(Released released) throws Refusal {
        var items = new ArrayList<Outbox.Item>();
        if (!pdfToArchive && folders.isEmpty()) return items;
        // nobody may read one of two independent readings before both are signed
        var awaits = released.signed().document().life().awaits();
        if (awaits.equals(Optional.of(Awaits.INDEPENDENT_READING))) return items;
        var report =
                FinishedReport.of(released.signed().structuredReport(), released.signed().told());
        if (pdfToArchive) {
            var page = ReportPage.of(report, images, language);
            items.add(
                    new Outbox.Item.ForArchive(
                            released.target().name(),
                            PdfObject.of(report, ReportPdf.of(page, language), page.heading())));
        }
        for (var form : Form.values()) {
            var folder = folders.get(form);
            if (folder == null) continue;
            items.add(
                    new Outbox.Item.ForFolder(
                            folder,
                            report.document().sopUid() + "." + form.ending,
                            BulkData.of(form.of(report, language, images))));
        }
        return items;
    }
}
