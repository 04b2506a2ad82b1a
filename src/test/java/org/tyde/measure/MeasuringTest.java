package org.tyde.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.PixelSpacing;
import org.tyde.imaging.PixelSpacing.Calibration;
import org.tyde.imaging.PixelSpacing.Trust;
import org.tyde.imaging.UltrasoundRegion;
import org.tyde.measure.Measured.Kind;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

class MeasuringTest {
    private static final Locale NB = Locale.of("nb", "NO");

    private static ImagePoint at(double column, double row) {
        return new ImagePoint(column, row);
    }

    private static Scale scale(Measurement figure, PixelSpacing spacing) {
        return Scale.of(Optional.of(spacing), List.of(), figure.points());
    }

    private static Measured measured(Measurement figure, PixelSpacing spacing) {
        return Measuring.of(figure, scale(figure, spacing), Optional.empty());
    }

    private static double value(Measured measured, Kind kind) {
        return measured.value(kind).orElseThrow().value();
    }

    @Test
    void rowSpacingCountsVertically() {
        var spacing = new PixelSpacing(0.30, 0.25, Trust.PATIENT);
        assertEquals(
                3.0, value(measured(new Length(at(5, 5), at(5, 15)), spacing), Kind.LENGTH), 1e-12);
        assertEquals(
                2.5, value(measured(new Length(at(5, 5), at(15, 5)), spacing), Kind.LENGTH), 1e-12);
        assertEquals(
                Math.hypot(3, 2.5),
                value(measured(new Length(at(5, 5), at(15, 15)), spacing), Kind.LENGTH),
                1e-12);
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # trust,       english,                    norwegian
                    PATIENT,       3.0 mm,                     '3,0 mm'
                    MAGNIFIED,     '3.0 mm at detector, magnified', '3,0 mm ved detektor, forstørret'
                    AT_DETECTOR,   3.0 mm at detector,         '3,0 mm ved detektor'
                    SCANNED_FILM,  3.0 mm scanned film,        '3,0 mm skannet film'
                    UNKNOWN,       3.0 mm calibration unknown, '3,0 mm ukjent kalibrering'
                    """)
    void aLengthSaysWhereItHolds(Trust trust, String english, String norwegian) {
        var length = new Length(at(0, 0), at(0, 10));
        var measured = measured(length, new PixelSpacing(0.3, 0.3, trust));
        assertEquals(english, measured.lines(Locale.ENGLISH).getFirst().replace('\u00a0', ' '));
        assertEquals(norwegian, measured.lines(NB).getFirst().replace('\u00a0', ' '));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # type,    description,  english,                               norwegian
                    GEOMETRY,  '',           3.0 mm calibrated (geometry),          '3,0 mm kalibrert (geometri)'
                    GEOMETRY,  isocentre,    '3.0 mm calibrated (geometry), isocentre', '3,0 mm kalibrert (geometri), isocentre'
                    FIDUCIAL,  25 mm ball,   '3.0 mm calibrated (object of known size), 25 mm ball', '3,0 mm kalibrert (gjenstand av kjent størrelse), 25 mm ball'
                    UNSTATED,  '',           3.0 mm calibrated,                     '3,0 mm kalibrert'
                    """)
    void aCalibrationSaysByWhat(
            Calibration.Type type, String description, String english, String norwegian) {
        var by = Optional.of(new Calibration(type, description));
        var length = new Length(at(0, 0), at(0, 10));
        var measured = measured(length, new PixelSpacing(0.3, 0.3, Trust.CALIBRATED, by, 1));
        assertEquals(english, measured.lines(Locale.ENGLISH).getFirst().replace('\u00a0', ' '));
        assertEquals(norwegian, measured.lines(NB).getFirst().replace('\u00a0', ' '));
    }

    @Test
    void aCorrectionSaysByHowMuch() {
        var spacing = new PixelSpacing(0.3, 0.3, Trust.CORRECTED, Optional.empty(), 1.15);
        var measured = measured(new Length(at(0, 0), at(0, 10)), spacing);
        assertEquals(
                "3,0 mm korrigert ×1,15 (anslått)",
                measured.lines(NB).getFirst().replace('\u00a0', ' '));
        assertEquals(
                "3.0 mm corrected ×1.15 (estimated)",
                measured.lines(Locale.ENGLISH).getFirst().replace('\u00a0', ' '));
    }

    @ParameterizedTest
    @EnumSource(Trust.class)
    void everyTrustHasItsWordButThatOfThePatient(Trust trust) {
        var by = Optional.of(new Calibration(Calibration.Type.UNSTATED, ""));
        var scale = scale(new Length(at(0, 0), at(1, 1)), new PixelSpacing(1, 1, trust, by, 1));
        var caveat = ((Scale.Lengths) scale).caveat();
        assertEquals(trust == Trust.PATIENT, caveat.text(Locale.ENGLISH).isEmpty());
    }

    @Test
    void withoutSpacingLengthsAreInPixels() {
        var length = new Length(at(0, 0), at(30, 40));
        var measured =
                Measuring.of(
                        length,
                        Scale.of(Optional.empty(), List.of(), length.points()),
                        Optional.empty());
        assertEquals(
                "50 px not calibrated",
                measured.lines(Locale.ENGLISH).getFirst().replace('\u00a0', ' '));
        assertEquals(Unit.PX, measured.value(Kind.LENGTH).orElseThrow().unit());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # c1, r1, c2, r2, degrees with the vertex in 0,0 and square pixels
                    10,  0,  0, 10, 90
                    10,  0, 10, 10, 45
                    10,  0, 20,  0, 0
                    10,  0, -5,  0, 180
                    10,  0, -10, 10, 135
                    10,  0,  5, -8.660254037844386, 60
                    """)
    void anglesAreThoseOfTheCompass(double c1, double r1, double c2, double r2, double degrees) {
        var angle = new Angle(at(c1, r1), at(0, 0), at(c2, r2));
        var measured = measured(angle, new PixelSpacing(0.5, 0.5, Trust.AT_DETECTOR));
        assertEquals(degrees, value(measured, Kind.ANGLE), 1e-9);
        assertEquals(Caveat.NONE, measured.caveat());
    }

    @Test
    void anAngleOnUnevenPixelsIsThatOfThePatient() {
        var angle = new Angle(at(10, 0), at(0, 0), at(10, 10));
        var measured = measured(angle, new PixelSpacing(2, 1, Trust.PATIENT));
        assertEquals(Math.toDegrees(Math.atan(2)), value(measured, Kind.ANGLE), 1e-9);
    }

    @Test
    void anAngleWithoutAnArmIsNone() {
        var angle = new Angle(at(3, 3), at(3, 3), at(9, 9));
        assertEquals(List.of(), measured(angle, new PixelSpacing(1, 1, Trust.PATIENT)).values());
    }

    @Test
    void anEllipsesAreaIsPiTimesItsRadii() {
        var ellipse = new Ellipse(at(10, 10), at(30, 20));
        var measured = measured(ellipse, new PixelSpacing(0.5, 0.25, Trust.PATIENT));
        assertEquals(Math.PI * 10 * 0.25 * 5 * 0.5, value(measured, Kind.AREA), 1e-9);
        assertEquals("Areal 19,6 mm²", measured.lines(NB).getFirst().replace('\u00a0', ' '));
    }

    private static UltrasoundRegion region(
            int left,
            int right,
            UltrasoundRegion.Format format,
            UltrasoundRegion.Unit x,
            UltrasoundRegion.Unit y,
            double dx,
            double dy) {
        return new UltrasoundRegion(left, 0, right, 99, format, x, y, dx, dy, Optional.empty());
    }

    private static final UltrasoundRegion TISSUE =
            region(
                    0,
                    99,
                    UltrasoundRegion.Format.TWO_D,
                    UltrasoundRegion.Unit.CENTIMETRE,
                    UltrasoundRegion.Unit.CENTIMETRE,
                    0.01,
                    0.02);
    private static final UltrasoundRegion DOPPLER =
            region(
                    100,
                    199,
                    UltrasoundRegion.Format.SPECTRAL,
                    UltrasoundRegion.Unit.SECOND,
                    UltrasoundRegion.Unit.CENTIMETRE_PER_SECOND,
                    0.004,
                    -0.5);

    private static Measured us(Measurement figure, UltrasoundRegion... regions) {
        var spacing = new PixelSpacing(9, 9, Trust.PATIENT);
        return Measuring.of(
                figure,
                Scale.of(Optional.of(spacing), List.of(regions), figure.points()),
                Optional.empty());
    }

    @Test
    void ultrasoundIsMeasuredByItsRegion() {
        var across = us(new Length(at(10, 10), at(60, 10)), TISSUE, DOPPLER);
        assertEquals(5.0, value(across, Kind.LENGTH), 1e-9);
        var down = us(new Length(at(10, 10), at(10, 60)), TISSUE, DOPPLER);
        assertEquals(10.0, value(down, Kind.LENGTH), 1e-9);
        assertEquals(Caveat.NONE, down.caveat());
    }

    @Test
    void acrossRegionsThereArePixelsOnly() {
        var measured = us(new Length(at(90, 10), at(110, 10)), TISSUE, DOPPLER);
        assertEquals(Unit.PX, measured.value(Kind.LENGTH).orElseThrow().unit());
        assertEquals(Caveat.ACROSS_REGIONS, measured.caveat());
        var outside = us(new Length(at(300, 10), at(310, 10)), TISSUE, DOPPLER);
        assertEquals(Caveat.ACROSS_REGIONS, outside.caveat());
    }

    @Test
    void aSpectrumGivesTimeAndVelocity() {
        var measured = us(new Length(at(110, 10), at(160, 50)), TISSUE, DOPPLER);
        assertEquals(0.2, value(measured, Kind.ACROSS), 1e-9);
        assertEquals("s", measured.value(Kind.ACROSS).orElseThrow().unit().ucum());
        assertEquals(20, value(measured, Kind.DOWN), 1e-9);
        assertEquals("cm/s", measured.value(Kind.DOWN).orElseThrow().unit().ucum());
        assertTrue(measured.value(Kind.LENGTH).isEmpty());
        assertEquals(
                List.of(),
                us(new Angle(at(110, 1), at(120, 1), at(130, 9)), TISSUE, DOPPLER).values());
    }

    @Test
    void overlappingRegionsCountOnlyWhereTheyAgree() {
        var flow =
                region(
                        20,
                        60,
                        UltrasoundRegion.Format.TWO_D,
                        UltrasoundRegion.Unit.CENTIMETRE,
                        UltrasoundRegion.Unit.CENTIMETRE,
                        0.01,
                        0.02);
        var zoomed =
                region(
                        20,
                        60,
                        UltrasoundRegion.Format.TWO_D,
                        UltrasoundRegion.Unit.CENTIMETRE,
                        UltrasoundRegion.Unit.CENTIMETRE,
                        0.005,
                        0.01);
        var length = new Length(at(30, 10), at(40, 10));
        assertEquals(1.0, value(us(length, TISSUE, flow), Kind.LENGTH), 1e-9);
        assertEquals(Caveat.ACROSS_REGIONS, us(length, TISSUE, zoomed).caveat());
    }

    @Test
    void aRegionWithoutUnitsIsPixels() {
        var none =
                region(
                        0,
                        99,
                        UltrasoundRegion.Format.GRAPHICS,
                        UltrasoundRegion.Unit.NONE,
                        UltrasoundRegion.Unit.NONE,
                        0.1,
                        0.1);
        assertEquals(Caveat.NOT_CALIBRATED, us(new Length(at(1, 1), at(5, 5)), none).caveat());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    12.345, 1, '12,3'
                    12.35,  1, '12,4'
                    -600,   0, '−600'
                    -0.04,  1, '0,0'
                    1234.5, 1, '1234,5'
                    """)
    void norwegianNumbersHaveACommaAndATrueMinus(double value, int decimals, String text) {
        assertEquals(text, Quantity.number(value, NB, decimals));
    }

    @Test
    void aQuantityIsFinite() {
        assertThrows(IllegalArgumentException.class, () -> new Quantity(Double.NaN, Unit.MM));
    }

    @Test
    void figuresMoveByPointOrWhole() {
        Measurement angle = new Angle(at(0, 0), at(1, 1), at(2, 0));
        assertEquals(new Angle(at(0, 0), at(5, 5), at(2, 0)), angle.withPoint(1, at(5, 5)));
        assertEquals(new Angle(at(2, 3), at(3, 4), at(4, 3)), angle.moved(2, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> angle.withPoint(3, at(0, 0)));
    }
}
