package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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
                page.plain());
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
                    text.split("BRÅTEN, Øystein  ·", -1).length - 1,
                    "the patient stands on every page");
        }
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
                        List.of(
                                new DocumentSection(Concepts.FINDINGS, findings, List.of()),
                                new DocumentSection(
                                        Concepts.CONCLUSIONS, "Økende lungeknute.", List.of())),
                        List.of(),
                        List.of(),
                        List.of());
        var written = StructuredReport.write(document, Examples.image().build());
        return ReportPage.of(
                ReportHead.of(Reports.study(Examples.STUDY, "CT thorax")),
                PriorReport.of(written),
                NB);
    }
}
