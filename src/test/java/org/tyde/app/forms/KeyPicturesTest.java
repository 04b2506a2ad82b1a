package org.tyde.app.forms;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.Judges;
import org.tyde.Programs;
import org.tyde.dicom.Tag;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.imaging.FrameSource;
import org.tyde.report.Caret;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportText;
import org.tyde.report.Section;
import org.tyde.report.Shape;
import org.tyde.report.View;
import org.tyde.report.out.Finished;
import org.tyde.report.out.Illustrations;
import org.tyde.report.out.PageImage;
import org.tyde.report.out.ReportForms;
import org.tyde.ui.viewport.DeskOfSamples;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Key images of a report, drawn from the demo studies.
@Timeout(120)
class KeyPicturesTest {
    private static DeskOfSamples desk;
    private static FrameSource source;
    private static InstanceReference image;

    @BeforeAll
    static void start() throws Exception {
        desk = new DeskOfSamples(600, 400);
        source = desk.desk.source();
        var open = desk.open("CT");
        var frame = open.viewport(open.active()).frame().orElseThrow().key();
        var set = source.header(frame.sopInstanceUid()).dataSet();
        image =
                new InstanceReference(
                        open.current().uid(),
                        set.textOr(Tag.SERIES_INSTANCE_UID, ""),
                        set.textOr(Tag.SOP_CLASS_UID, ""),
                        frame.sopInstanceUid());
    }

    @AfterAll
    static void end() {
        desk.close();
    }

    private static KeyPictures at(String sop, String series, double centre, double width) {
        var pane =
                new View.Pane(
                        0,
                        image.studyUid(),
                        series,
                        sop,
                        1,
                        Optional.of(new View.Levels(centre, width)));
        var seen = new Meaning.SaidAt(new View("1x1", 0, List.of(pane)));
        var text = ReportText.EMPTY.with(Section.FINDINGS, "Knute.");
        return new KeyPictures(
                source,
                new ReportContent(
                        text,
                        new Caret(Section.FINDINGS, 0),
                        List.of(new Mark(Section.FINDINGS, 0, 6, seen)),
                        Shape.PLAIN));
    }

    private static int[] pixels(Illustrations pictures) {
        return pictures.picture(image).map(PageImage::pixels).orElseThrow();
    }

    @Test
    void aPictureIsShownInTheWindowItWasWrittenAboutIn() {
        var plain = pixels(new KeyPictures(source));
        var lung = pixels(at(image.sopUid(), image.seriesUid(), -600, 1500));
        assertFalse(Arrays.equals(plain, lung));
        assertArrayEquals(lung, pixels(at("2.25.1", image.seriesUid(), -600, 1500)));
        assertArrayEquals(plain, pixels(at("2.25.1", "2.25.2", -600, 1500)));
        assertTrue(Arrays.stream(plain).distinct().count() > 20, "a picture, not a plane of grey");
    }

    @Test
    void itIsNamedByItsSeriesAndNumberAndOneThatIsGoneIsNeitherNamedNorShown() throws Exception {
        var pictures = new KeyPictures(source);
        var set = source.header(image.sopUid()).dataSet();
        var series = set.integer(Tag.SERIES_NUMBER).orElseThrow();
        var number = set.integer(Tag.INSTANCE_NUMBER).orElseThrow();
        assertEquals(
                Optional.of("serie " + series + ", bilde " + number),
                pictures.name(image, Finished.NB));
        assertEquals(
                Optional.of("series " + series + ", image " + number),
                pictures.name(image, Locale.ENGLISH));
        var gone = new InstanceReference("2.25.1", "2.25.2", "2.25.3", "2.25.4");
        assertEquals(Optional.empty(), pictures.name(gone, Finished.NB));
        assertTrue(pictures.picture(gone).isEmpty());
    }

    /// The whole page as a referring doctor gets it.
    @Test
    void theyStandInAPdfThatIsFitToBeKept() throws Exception {
        var real = new KeyPictures(source);
        var shown =
                new Illustrations() {
                    @Override
                    public Optional<String> name(InstanceReference one, Locale locale) {
                        return real.name(image, locale);
                    }

                    @Override
                    public Optional<PageImage> picture(InstanceReference one) {
                        return real.picture(image);
                    }
                };
        var report = Finished.report(DocumentState.SIGNED, List.of(Finished.line()));
        var to = Files.createDirectories(Path.of("target", "screens", "report-pdf"));
        var pdf = to.resolve("key-pictures.pdf");
        Files.write(pdf, ReportForms.Form.PDF.of(report, Finished.NB, shown));
        Programs.run("pdftoppm", "-r", "72", "-png", pdf.toString(), to.resolve("key").toString());
        var said = Judges.ask("PdfJudge", "2a", pdf.toString());
        assertEquals(0, said.exitCode(), said.text());
    }
}
