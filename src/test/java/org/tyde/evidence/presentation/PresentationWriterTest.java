package org.tyde.evidence.presentation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.Examples;
import org.tyde.geometry.ImagePoint;
import org.tyde.geometry.Turn;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.lut.Ink;
import org.tyde.imaging.lut.Lut;
import org.tyde.imaging.lut.LutReader;
import org.tyde.imaging.lut.Palette;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.lut.VoiLutFunction;
import org.tyde.imaging.lut.Window;
import org.tyde.refusal.Refusal;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// States that Tyde writes: right by other programs' rules, and read back as they were meant.
class PresentationWriterTest {
    private static final int COLUMNS = 16;
    private static final int ROWS = 8;

    @TempDir Path folder = Path.of("");

    private static DataSetBuilder image() {
        var pixels = new byte[2 * COLUMNS * ROWS];
        for (int i = 0; i < COLUMNS * ROWS; i++) {
            int value = i * 11;
            pixels[2 * i] = (byte) value;
            pixels[2 * i + 1] = (byte) (value >> 8);
        }
        return Examples.image()
                .text(Tag.SERIES_NUMBER, "1")
                .text(Tag.INSTANCE_NUMBER, "1")
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.ROWS, ROWS)
                .integer(Tag.COLUMNS, COLUMNS)
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.BITS_STORED, 12)
                .integer(Tag.HIGH_BIT, 11)
                .integer(Tag.PIXEL_REPRESENTATION, 0)
                .decimal(Tag.RESCALE_INTERCEPT, -1024)
                .decimal(Tag.RESCALE_SLOPE, 1)
                .text(Tag.RESCALE_TYPE, "HU")
                .decimal(Tag.PIXEL_SPACING, 0.7, 0.7)
                .bytes(Tag.PIXEL_DATA, Vr.OW, pixels);
    }

    private static GrayscalePipeline pipeline(ImageHeader header, Voi voi) {
        return GrayscalePipeline.of(header, 1, voi);
    }

    private static Voi lung() {
        return new Voi.Windowed(
                new Window(-600, 1600), VoiLutFunction.LINEAR, Optional.of("Lunge"));
    }

    private static NewPresentation made(GrayscalePipeline pipeline, ImageHeader header) {
        var layer =
                new GraphicLayer("MEASURES", 1, Optional.of(new Ink(0xFFE27A)), Optional.of("Mål"));
        var line =
                new Graphic(
                        Graphic.Kind.POLYLINE,
                        List.of(at(2, 3), at(9.25, 5)),
                        false,
                        LineStyle.PLAIN,
                        Optional.empty());
        var oval =
                new Graphic(
                        Graphic.Kind.ELLIPSE,
                        List.of(at(2, 4), at(8, 4), at(5, 2), at(5, 6)),
                        false,
                        LineStyle.PLAIN,
                        Optional.empty());
        var box = new TextNote.Box(at(4, 4), at(12, 6), TextNote.Justification.LEFT);
        var note =
                new TextNote(
                        List.of("12,3 mm", "høyre"),
                        Optional.of(box),
                        Optional.of(new TextNote.Anchor(at(9.25, 5), false)),
                        Optional.empty());
        return new NewPresentation(
                "Lungevindu høyre, for møtet",
                Optional.of(PersonName.parse("Ærlig^Åse")),
                Examples.NOON,
                header,
                List.of(),
                pipeline,
                false,
                new Turn(1, true),
                new DisplayedArea(
                        3, 2, 14, 7, new DisplayedArea.Size.ScaleToFit(), OptionalDouble.empty()),
                Map.of(
                        key(header),
                        List.of(new Annotation(layer, List.of(line, oval), List.of(note)))),
                List.of(),
                Optional.empty());
    }

    private static FrameKey key(ImageHeader header) {
        try {
            return new FrameKey(header.dataSet().textOr(Tag.SOP_INSTANCE_UID, ""), 1);
        } catch (Refusal malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static Place at(double column, double row) {
        return new Place.InImage(new ImagePoint(column, row));
    }

    static Stream<NewPresentation> states() throws Refusal {
        var header = ImageHeader.of(image().build());
        var table = new Lut(-1024, 12, new int[] {0, 100, 4000, 4095});
        var entries = new int[1024];
        for (int i = 0; i < 1024; i++) entries[i] = i * i / 1023;
        var gamma = new PresentationLut.Table(new Lut(0, 10, entries));
        var curved = pipeline(header, lung());
        return Stream.of(
                made(pipeline(header, lung()), header),
                made(pipeline(header, lung()).withInverted(true), header),
                made(pipeline(header, new Voi.Table(table, Optional.of("Kurve"))), header),
                made(pipeline(header, new Voi.None()), header),
                made(
                        new GrayscalePipeline(
                                curved.modality(), lung(), true, gamma, curved.whole()),
                        header));
    }

    /// DCMTK 3.6.7's dcmpschk takes bytes 80 to 9F of UTF-8, as of capital Å, for control characters: it is given
    /// the state with names in ASCII.
    @ParameterizedTest
    @MethodSource("states")
    void dciodvfyAndDcmpschkFindNoError(NewPresentation made) throws Exception {
        var file = folder.resolve("pr.dcm");
        var written = PresentationWriter.write(made);
        DicomWriter.write(file, written, TransferSyntax.EXPLICIT_LITTLE);
        var verified = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(verified.contains("Error"), verified);
        var plain =
                written.toBuilder()
                        .personName(Tag.PATIENT_NAME, PersonName.parse("Braten^Oystein"))
                        .personName(Tag.CONTENT_CREATOR_NAME, PersonName.parse("Aerlig^Ase"));
        DicomWriter.write(file, plain.build(), TransferSyntax.EXPLICIT_LITTLE);
        var checked = Programs.run("dcmpschk", file.toString());
        assertEquals(0, checked.exitCode(), checked.text());
        assertFalse(checked.text().contains("Error"), checked.text());
        assertTrue(checked.text().contains("Test passed"), checked.text());
    }

    @ParameterizedTest
    @MethodSource("states")
    void whatWasMeantIsReadBack(NewPresentation made) throws Exception {
        var file = folder.resolve("pr.dcm");
        DicomWriter.write(file, PresentationWriter.write(made), TransferSyntax.EXPLICIT_LITTLE);
        var state = PresentationState.of(DicomReader.read(file).dataSet());
        assertEquals("LUNGEVINDU HOEYR", state.label());
        assertEquals(Optional.of("Lungevindu høyre, for møtet"), state.description());
        assertEquals(Optional.of(Examples.NOON), state.created());
        assertEquals(Examples.SLICE.sopUid(), state.images().getFirst().sopUid());
        var shown = state.of(made.image(), 1);
        assertEquals(made.turn(), shown.turn());
        var area = shown.area().orElseThrow();
        assertEquals(made.area().corner(), area.corner());
        assertEquals(made.area().opposite(), area.opposite());
        assertEquals(OptionalDouble.of(1), area.aspect());
        for (int stored = 0; stored < 4096; stored++)
            assertEquals(
                    made.pipeline().grey(stored), shown.pipeline().grey(stored), "of " + stored);
        var theirs = made.drawn().values().iterator().next().getFirst();
        var ours = shown.annotations().getFirst();
        assertEquals(theirs.graphics(), ours.graphics());
        assertEquals(theirs.notes(), ours.notes());
        assertEquals("MEASURES", ours.layer().name());
        assertEquals(java.util.Set.of(), shown.notApplied());
    }

    /// DCMTK rounds down where Tyde rounds to the nearest, so a grey level lies between.
    @ParameterizedTest
    @MethodSource("states")
    void dcmtkMakesTheSameGreysOfIt(NewPresentation made) throws Exception {
        var state = folder.resolve("pr.dcm");
        var image = folder.resolve("image.dcm");
        var out = folder.resolve("out.pgm");
        DicomWriter.write(state, PresentationWriter.write(made), TransferSyntax.EXPLICIT_LITTLE);
        DicomWriter.write(image, image().build(), TransferSyntax.EXPLICIT_LITTLE);
        var said =
                Programs.run("dcmp2pgm", "-p", state.toString(), image.toString(), out.toString());
        assertEquals(0, said.exitCode(), said.text());
        var pgm = Files.readAllBytes(out);
        int at = pgm.length - COLUMNS * ROWS;
        for (int y = 0; y < COLUMNS; y++)
            for (int x = 0; x < ROWS; x++) {
                // rotated by a quarter, then mirrored: columns and rows change places
                int stored = 11 * (x * COLUMNS + y);
                assertEquals(made.pipeline().grey(stored), pgm[at++] & 0xFF, 1, x + "," + y);
            }
    }

    @ParameterizedTest
    @CsvSource({
        "Lungevindu høyre, LUNGEVINDU HOEYR",
        "'', PRESENTATION",
        "é-à_1, E A_1",
        "日本, PRESENTATION"
    })
    void theLabelIsACodeString(String words, String label) throws Exception {
        var header = ImageHeader.of(image().build());
        var one = made(pipeline(header, lung()), header);
        var named =
                new NewPresentation(
                        words,
                        one.creator(),
                        one.when(),
                        header,
                        List.of(),
                        one.pipeline(),
                        false,
                        one.turn(),
                        one.area(),
                        Map.of(),
                        List.of(),
                        Optional.empty());
        assertEquals(label, named.label());
    }

    private static DataSetBuilder colour() {
        return image().integer(Tag.SAMPLES_PER_PIXEL, 3)
                .integer(Tag.PLANAR_CONFIGURATION, 0)
                .integer(Tag.BITS_ALLOCATED, 8)
                .integer(Tag.BITS_STORED, 8)
                .integer(Tag.HIGH_BIT, 7)
                .remove(Tag.RESCALE_INTERCEPT)
                .remove(Tag.RESCALE_SLOPE)
                .remove(Tag.RESCALE_TYPE)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "RGB");
    }

    /// dcmpschk knows grayscale states only.
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStateOfAColourImageHasTheProfileOfTheImageOrOfSrgb(boolean ownProfile) throws Exception {
        var bytes = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        var data = ownProfile ? colour().bytes(Tag.ICC_PROFILE, Vr.OB, bytes) : colour();
        var header = ImageHeader.of(data.build());
        var pipeline = pipeline(header, new Voi.None());
        var file = folder.resolve("pr.dcm");
        DicomWriter.write(
                file,
                PresentationWriter.write(made(pipeline, header)),
                TransferSyntax.EXPLICIT_LITTLE);
        var verified = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(verified.contains("Error"), verified);
        assertTrue(verified.contains("ColorSoftcopyPresentationState"), verified);
        var read = DicomReader.read(file).dataSet();
        var srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        assertArrayEquals(
                ownProfile ? bytes : srgb, LutReader.bytes(read.element(Tag.ICC_PROFILE)));
        var shown = PresentationState.of(read).of(header, 1);
        assertEquals(java.util.Set.of(), shown.notApplied());
        assertEquals(new Turn(1, true), shown.turn());
        assertEquals(made(pipeline, header).area(), withoutAspect(shown));
        assertEquals(
                List.of("12,3 mm", "høyre"),
                shown.annotations().getFirst().notes().getFirst().lines());
    }

    private static DisplayedArea withoutAspect(Presentation shown) {
        var a = shown.area().orElseThrow();
        return new DisplayedArea(
                a.firstColumn(),
                a.firstRow(),
                a.lastColumn(),
                a.lastRow(),
                a.size(),
                OptionalDouble.empty());
    }

    @Test
    void greysInColourAreRefusedWithASentence() throws Exception {
        var grey = ImageHeader.of(image().build());
        var table = new Lut(0, 8, new int[] {0, 255});
        var palette = new PresentationLut.Colours(new Palette(table, table, table));
        var plain = pipeline(grey, lung());
        var coloured =
                new GrayscalePipeline(plain.modality(), plain.voi(), false, palette, plain.whole());
        var refused =
                assertThrows(Refusal.class, () -> PresentationWriter.write(made(coloured, grey)));
        assertEquals(PresentationReason.COLOUR_NOT_WRITTEN, refused.reason());
    }

    @Test
    void oneStateIsForSeveralImagesAndDrawsOnEachItsOwn() throws Exception {
        var header = ImageHeader.of(image().build());
        var second = ImageHeader.of(image().text(Tag.SOP_INSTANCE_UID, "2.25.8002").build());
        var third = ImageHeader.of(image().text(Tag.SOP_INSTANCE_UID, "2.25.8003").build());
        var alone = made(pipeline(header, lung()), header);
        var annotation = alone.drawn().values().iterator().next().getFirst();
        var less = new Annotation(annotation.layer(), annotation.graphics(), List.of());
        var all =
                new NewPresentation(
                        "ASCII",
                        Optional.of(PersonName.parse("Aas^Anne")),
                        alone.when(),
                        header,
                        List.of(second, third),
                        alone.pipeline(),
                        false,
                        alone.turn(),
                        alone.area(),
                        Map.of(key(header), List.of(annotation), key(third), List.of(less)),
                        List.of(),
                        Optional.empty());
        var file = folder.resolve("pr.dcm");
        DicomWriter.write(file, PresentationWriter.write(all), TransferSyntax.EXPLICIT_LITTLE);
        var verified = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(verified.contains("Error"), verified);
        var read = DicomReader.read(file).dataSet();
        var plain =
                read.toBuilder()
                        .personName(Tag.PATIENT_NAME, PersonName.parse("A^B"))
                        .personName(Tag.REFERRING_PHYSICIAN_NAME, PersonName.parse("C^D"));
        DicomWriter.write(file, plain.build(), TransferSyntax.EXPLICIT_LITTLE);
        var checked = Programs.run("dcmpschk", "-v", file.toString());
        assertTrue(checked.text().contains("Test passed"), checked.text());
        var state = PresentationState.of(read);
        assertEquals(3, state.images().size());
        for (var each : List.of(header, second, third)) {
            var shown = state.of(each, 1);
            assertEquals(alone.area(), withoutAspect(shown));
            assertEquals(alone.turn(), shown.turn());
            assertEquals(lung(), shown.pipeline().voi());
        }
        assertEquals(List.of(annotation), state.of(header, 1).annotations());
        assertEquals(List.of(), state.of(second, 1).annotations());
        assertEquals(List.of(less), state.of(third, 1).annotations());
    }

    /// dcmpschk says that it does not support masks.
    private static NewPresentation subtracted(DataSetBuilder image, DataSet... masks)
            throws Exception {
        var header =
                ImageHeader.of(
                        image.integer(Tag.NUMBER_OF_FRAMES, 8)
                                .remove(Tag.RESCALE_INTERCEPT)
                                .remove(Tag.RESCALE_SLOPE)
                                .remove(Tag.RESCALE_TYPE)
                                .sequence(Tag.MASK_SUBTRACTION_SEQUENCE, List.of(masks))
                                .build());
        var one = made(pipeline(header, lung()), header);
        return new NewPresentation(
                "DSA",
                Optional.empty(),
                one.when(),
                header,
                List.of(),
                one.pipeline(),
                true,
                Turn.NONE,
                DisplayedArea.whole(COLUMNS, ROWS),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private static DataSetBuilder mask(String operation, int... range) {
        return DataSet.builder()
                .text(Tag.MASK_OPERATION, operation)
                .integer(Tag.MASK_FRAME_NUMBERS, 1)
                .integer(Tag.APPLICABLE_FRAME_RANGE, range);
    }

    /// The role of Applicable Frame Range is that of Referenced Frame Number in a state (PS3.3 C.11.13).
    @Test
    void theFramesOfAMaskAreThoseThatTheStateNames() throws Exception {
        var made = subtracted(image(), mask("NONE", 1, 1).build(), mask("AVG_SUB", 3, 5).build());
        var written = PresentationWriter.write(made);
        var items = written.sequence(Tag.MASK_SUBTRACTION_SEQUENCE);
        assertEquals(1, items.size());
        assertFalse(items.getFirst().has(Tag.APPLICABLE_FRAME_RANGE));
        var state = PresentationState.of(written);
        assertEquals(List.of(3, 4, 5), state.images().getFirst().frames());
        assertEquals(List.of(1), state.of(made.image(), 4).mask().orElseThrow().mask());
    }

    @Test
    void aMaskThatAGrayscaleStateHasNoPlaceForIsNotWritten() throws Exception {
        var shift =
                DataSet.builder()
                        .sequence(
                                Tag.FRAME_PIXEL_SHIFT_SEQUENCE,
                                DataSet.builder().integer(Tag.SUBTRACTION_ITEM_ID, 1).build())
                        .build();
        for (var made :
                List.of(
                        subtracted(
                                image(),
                                mask("AVG_SUB", 2, 3).build(),
                                mask("AVG_SUB", 4, 5).build()),
                        subtracted(image(), mask("REV_TID", 4, 5).build()),
                        subtracted(
                                image().sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shift),
                                mask("AVG_SUB", 2, 3).build()))) {
            var refusal = assertThrows(Refusal.class, () -> PresentationWriter.write(made));
            assertEquals(PresentationReason.MASK_NOT_WRITTEN, refusal.reason());
        }
    }

    @Test
    void aDifferenceIsWrittenWithTheMaskOfItsImage() throws Exception {
        var item =
                DataSet.builder()
                        .text(Tag.MASK_OPERATION, "AVG_SUB")
                        .integer(Tag.MASK_FRAME_NUMBERS, 1, 2)
                        .build();
        var header =
                ImageHeader.of(
                        image().integer(Tag.NUMBER_OF_FRAMES, 5)
                                .remove(Tag.RESCALE_INTERCEPT)
                                .remove(Tag.RESCALE_SLOPE)
                                .remove(Tag.RESCALE_TYPE)
                                .sequence(Tag.MASK_SUBTRACTION_SEQUENCE, item)
                                .build());
        var one = made(pipeline(header, lung()), header);
        var made =
                new NewPresentation(
                        "DSA",
                        Optional.of(PersonName.parse("Aas^Anne")),
                        one.when(),
                        header,
                        List.of(),
                        one.pipeline(),
                        true,
                        Turn.NONE,
                        DisplayedArea.whole(COLUMNS, ROWS),
                        Map.of(),
                        List.of(),
                        Optional.empty());
        var file = folder.resolve("pr.dcm");
        DicomWriter.write(file, PresentationWriter.write(made), TransferSyntax.EXPLICIT_LITTLE);
        var verified = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(verified.contains("Error"), verified);
        var shown = PresentationState.of(DicomReader.read(file).dataSet()).of(header, 4);
        var step = shown.mask().orElseThrow();
        assertEquals(List.of(4), step.contrast());
        assertEquals(List.of(1, 2), step.mask());
        assertEquals(lung(), shown.pipeline().voi());
    }

    @Test
    void onlyImagesOfOneRescaleSizeAndSpacingShareAState() throws Exception {
        var header = ImageHeader.of(image().build());
        assertTrue(NewPresentation.shares(header, ImageHeader.of(image().build())));
        for (var other :
                List.of(
                        image().decimal(Tag.RESCALE_SLOPE, 2),
                        image().integer(Tag.ROWS, ROWS / 2),
                        image().decimal(Tag.PIXEL_SPACING, 0.7, 0.8),
                        image().text(Tag.SHUTTER_SHAPE, "CIRCULAR"),
                        colour()))
            assertFalse(NewPresentation.shares(header, ImageHeader.of(other.build())));
    }

    @Test
    void aStateMadeThroughAnotherKeepsItsShutterAndWhatItDraws() throws Exception {
        var header = ImageHeader.of(image().build());
        var first = made(pipeline(header, lung()), header);
        DataSet written =
                PresentationWriter.write(first).toBuilder()
                        .text(Tag.SHUTTER_SHAPE, "RECTANGULAR")
                        .integer(Tag.SHUTTER_LEFT_VERTICAL_EDGE, 3)
                        .integer(Tag.SHUTTER_RIGHT_VERTICAL_EDGE, 14)
                        .integer(Tag.SHUTTER_UPPER_HORIZONTAL_EDGE, 2)
                        .integer(Tag.SHUTTER_LOWER_HORIZONTAL_EDGE, 7)
                        .integer(Tag.SHUTTER_PRESENTATION_COLOR_CIE_LAB_VALUE, 65535, 32896, 32896)
                        .build();
        var second =
                new NewPresentation(
                        "Andre",
                        Optional.empty(),
                        Examples.NOON,
                        header,
                        List.of(),
                        first.pipeline(),
                        false,
                        Turn.NONE,
                        DisplayedArea.whole(COLUMNS, ROWS),
                        first.drawn(),
                        List.of(),
                        Optional.of(PresentationState.of(written)));
        var file = folder.resolve("pr.dcm");
        DicomWriter.write(file, PresentationWriter.write(second), TransferSyntax.EXPLICIT_LITTLE);
        var shown = PresentationState.of(DicomReader.read(file).dataSet()).of(header, 1);
        assertEquals(2, shown.annotations().size());
        assertEquals(new Ink(0xFFFFFF), shown.shutter().orElseThrow().ink());
        assertEquals(
                65_535,
                DicomReader.read(file)
                        .dataSet()
                        .integer(Tag.SHUTTER_PRESENTATION_VALUE)
                        .orElseThrow());
        var verified = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(verified.contains("Error"), verified);
    }
}
