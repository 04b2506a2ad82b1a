package org.tyde.report.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Judges;
import org.tyde.Programs;
import org.tyde.dicom.PersonName;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.Life;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.evidence.Verifier;
import org.tyde.report.PriorReport;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportReason;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

class ReportPdfTest {
    private static final Locale NB = Locale.of("nb", "NO");

    @TempDir Path folder;

    @Test
    void thePageSaysWhoWhatAndWhoSigned() throws Exception {
        var page = page("Knute på 8,4 mm i høyre overlapp.");
        assertEquals(
                """
                Beskrivelse, signert

                Pasient: BRÅTEN, Øystein
                Pasient-id: 13816512345
                Født: 13.01.1965
                Undersøkelse: CT thorax
                Dato: 14.03.2026
                Henvisningsnummer: A1

                Funn
                Knute på 8,4 mm i høyre overlapp.

                Konklusjon
                Økende lungeknute.

                ÆRLIG, Åse, Overlege, Sykehuset i Vestfold, HPR 9144900, 22.11.2026 12:00
                """,
                page.plain(NB));
    }

    @Test
    void aLongReportRunsOverPagesAndLosesNoWord() throws Exception {
        var words = "Arkitekturforstyrrelse (≥ 12 × 8 mm) ".repeat(400).strip();
        var pdf = ReportPdf.of(page(words), NB);
        try (var document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() > 2);
            var text = new PDFTextStripper().getText(document);
            assertEquals(400, text.split("Arkitekturforstyrrelse", -1).length - 1);
            assertTrue(text.contains("≥ 12 × 8 mm"));
            assertEquals(
                    document.getNumberOfPages(),
                    text.split("Side \\d+ av", -1).length - 1,
                    "the patient stands on every page");
        }
    }

    /// Plain, over several pages, with a word wider than the page, letters of many alphabets and pictures.
    @Test
    void veraPdfFindsThemFitToBeKeptAndReadAloud() throws Exception {
        var plain = page("Knute på 8,4 mm i høyre overlapp.");
        var pages =
                List.of(
                        plain,
                        page("Arkitekturforstyrrelse (≥ 12 × 8 mm) ".repeat(400).strip()),
                        page("Pneumonoultramikroskopisk".repeat(12) + "\n\n漢字 \u0007 ß ½ µ"),
                        new ReportPage(
                                plain.heading(),
                                Optional.of("FORELØPIG"),
                                "MED & TEGN <Ærlig>, Åse Øyvor Anne-Marie Josefine Wilhelmine",
                                plain.examination(),
                                plain.facts(),
                                plain.paragraphs(),
                                List.of(
                                        new MeasuredRow(
                                                "Lesjon 1",
                                                "Nodule, Lung, høyre",
                                                List.of("Lengde 8,4 mm", "Lengde 6,1 mm"),
                                                "serie 2, bilde 41")),
                                plain.signature(),
                                Optional.of("Henvist av LIE, Kari"),
                                pictures()),
                        ReportPage.of(Finished.report(DocumentState.SIGNED), Finished.AT_HAND, NB));
        var files = new java.util.ArrayList<String>();
        files.add("2a");
        for (var one : pages) {
            var file = folder.resolve(files.size() + ".pdf");
            Files.write(file, ReportPdf.of(one, NB));
            files.add(file.toString());
            kept(file);
        }
        var said = Judges.ask("PdfJudge", files.toArray(String[]::new));
        assertEquals(0, said.exitCode(), said.text());
        assertEquals(pages.size(), said.text().split(" compliant", -1).length - 1, said.text());
    }

    private static List<ReportPage.Picture> pictures() {
        var pictures = new java.util.ArrayList<ReportPage.Picture>();
        for (int i = 0; i < 3; i++) {
            var pixels = new int[300 * 200];
            for (int j = 0; j < pixels.length; j++)
                pixels[j] = 0xff000000 | 0x010101 * (j % 300 * 200 / 300 + 10 * i);
            pictures.add(
                    new ReportPage.Picture(
                            new PageImage(300, 200, pixels), "Serie 2, bilde " + (41 + i)));
        }
        return pictures;
    }

    /// Pages as pictures, to be looked at.
    private static void kept(Path pdf) throws Exception {
        var to = Files.createDirectories(Path.of("target", "screens", "report-pdf"));
        Programs.run(
                "pdftoppm",
                "-r",
                "60",
                "-png",
                pdf.toString(),
                to.resolve(pdf.getFileName().toString()).toString());
    }

    @Test
    void anotherProgramReadsTheText() throws Exception {
        var file = folder.resolve("report.pdf");
        Files.write(file, ReportPdf.of(page("Knute på 8,4 mm."), NB));
        var said = Programs.run("pdftotext", "-layout", file.toString(), "-").text();
        assertTrue(said.contains("Knute på 8,4 mm."), said);
        assertTrue(said.contains("ÆRLIG, Åse"), said);
    }

    @Test
    void itsPagesAreDarkWithLightInk() throws Exception {
        var pages = ReportPdfPages.of(ReportPdf.of(page("Normalt."), NB), 600);
        assertEquals(1, pages.size());
        var page = pages.getFirst();
        assertEquals(600, page.width(), 1);
        assertEquals(849, page.height(), 2); // A4
        assertEquals(0xff1c1c1c, page.argb(2, 2), "paper");
        int lightest = 0;
        for (int pixel : page.pixels()) lightest = Math.max(lightest, pixel & 0xff);
        assertTrue(lightest > 180, () -> "ink");
    }

    @Test
    void whatIsNoPdfIsRefused() {
        var refusal =
                assertThrows(
                        org.tyde.refusal.Refusal.class,
                        () ->
                                ReportPdfPages.of(
                                        "no pdf".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                                        600));
        assertEquals(ReportReason.PDF_UNREADABLE, refusal.reason());
    }

    private static ReportPage page(String findings) throws Exception {
        var document =
                new ReportDocument(
                        "2.25.1",
                        Examples.STUDY,
                        Concepts.titleOf("CT"),
                        DocumentState.SIGNED,
                        Optional.of(Examples.NOON),
                        Optional.of(Examples.RADIOLOGIST),
                        Verifier.alone(
                                DocumentState.SIGNED,
                                Optional.of(Examples.RADIOLOGIST),
                                Examples.NOON),
                        Life.PLAIN,
                        List.of(
                                new DocumentSection(Concepts.FINDINGS, findings, List.of()),
                                new DocumentSection(
                                        Concepts.CONCLUSIONS, "Økende lungeknute.", List.of())),
                        List.of(),
                        List.of(),
                        List.of());
        var written = StructuredReport.write(document, Examples.image().build());
        return ReportPage.of(ReportHead.of(study()), PriorReport.of(written), NB);
    }

    private static Study study() {
        var patient =
                new Patient(
                        new PatientId("13816512345", Optional.empty()),
                        PersonName.parse("Bråten^Øystein"),
                        Optional.of(LocalDate.of(1965, 1, 13)),
                        Optional.empty(),
                        Optional.empty());
        return new Study(
                Examples.STUDY,
                patient,
                Optional.of(LocalDate.of(2026, 3, 14)),
                Optional.empty(),
                "A1",
                "CT thorax",
                Set.of("CT", "SR"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                1);
    }
}
