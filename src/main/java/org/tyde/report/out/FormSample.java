package org.tyde.report.out;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Life;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A report on nobody, laid into a folder to see whether reports get there. Its name ends on `.sample`, so that
/// no receiver takes it for a report.
public final class FormSample {
    private static final String STUDY = "2.25.1";

    private FormSample() {}

    /// @param form of the report
    /// @param folder that reports of that form go to
    /// @param language of its headings
    /// @param when it is written
    /// @return the file
    /// @throws Refusal the folder is none, not here, or cannot be written
    public static Path write(
            ReportForms.Form form, Path folder, Locale language, LocalDateTime when)
            throws Refusal {
        if (!folder.isAbsolute()) throw new Refusal(OutReason.FOLDER_RELATIVE, folder);
        if (!Files.isDirectory(folder)) throw new Refusal(OutReason.FOLDER_GONE, folder);
        var file = folder.resolve("tyde." + form.ending() + ".sample");
        var bytes = form.of(report(language, when), language, Illustrations.NONE);
        try {
            return Files.write(file, bytes);
        } catch (IOException failed) {
            throw new Refusal(OutReason.FOLDER_CLOSED, folder, failed.getClass().getSimpleName())
                    .because(failed);
        }
    }

    static FinishedReport report(Locale language, LocalDateTime when) throws Refusal {
        var document =
                new ReportDocument(
                        "2.25.2",
                        STUDY,
                        Concepts.titleOf(""),
                        DocumentState.UNSIGNED,
                        Optional.of(when),
                        Optional.empty(),
                        List.of(),
                        Life.PLAIN,
                        List.of(
                                new DocumentSection(
                                        Concepts.FINDINGS,
                                        Sentences.text(FormSample.class, "sample.text", language),
                                        List.of())),
                        List.of(),
                        List.of(),
                        List.of());
        return FinishedReport.of(StructuredReport.write(document, header(language)), List.of());
    }

    private static DataSet header(Locale language) {
        var name = Sentences.text(FormSample.class, "sample.name", language);
        return DataSet.builder()
                .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.3")
                .text(Tag.STUDY_INSTANCE_UID, STUDY)
                .text(Tag.SERIES_INSTANCE_UID, "2.25.4")
                .text(Tag.PATIENT_ID, "0")
                .personName(Tag.PATIENT_NAME, PersonName.of(name, "Tyde"))
                .text(Tag.STUDY_DESCRIPTION, name)
                .build();
    }
}
