package org.tyde.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.geometry.ImagePoint;
import org.tyde.imaging.ImageHeader;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/// Headers put together to mislead about spacing, against a table of our own making: it sees only the
/// texts of the header, computes in decimals, and says of each how long a line is and how far that may be
/// believed (PS3.3 10.7.1, C.8.5.5). Tyde must say the same, or pixels.
class MisleadingSpacingTest {
    private static final List<String> NUMBERS =
            List.of(
                    "0.3",
                    "0.30",
                    "0.25",
                    "0.143",
                    "3E-1",
                    "+0.3",
                    "0.31",
                    " 0.3",
                    "1",
                    "0",
                    "0.0",
                    "-0.3",
                    "-0",
                    "0,3",
                    "1,5",
                    "NaN",
                    "Infinity",
                    "1e400",
                    "0.3mm",
                    "",
                    "x",
                    "300",
                    "3e-7",
                    "1e-300",
                    "0.3 0.3",
                    ".5",
                    "0x1p-2",
                    "٠.٣");
    private static final List<String> USUAL = List.of("0.3", "0.3", "0.25", "0.2", "0.143", "0.7");
    private static final List<String> MODALITIES =
            List.of("CT", "MR", "PT", "DX", "CR", "MG", "XA", "RF", "OT", "US", "NM", "XC");
    private static final List<String> CLASSES =
            List.of(
                    SopClass.CT_IMAGE_STORAGE,
                    SopClass.MR_IMAGE_STORAGE,
                    SopClass.DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                    SopClass.X_RAY_ANGIOGRAPHIC_IMAGE_STORAGE,
                    SopClass.SECONDARY_CAPTURE_IMAGE_STORAGE,
                    SopClass.ULTRASOUND_IMAGE_STORAGE);

    private static final ImagePoint FROM = new ImagePoint(11, 17);
    private static final ImagePoint TO = new ImagePoint(31, 47);

    /// The texts of one header.
    private static final class Texts {
        final Map<Tag, List<String>> values = new LinkedHashMap<>();
        String modality = "";
        String sop = "";
        final List<Region> regions = new ArrayList<>();

        Optional<List<String>> of(Tag tag) {
            return Optional.ofNullable(values.get(tag));
        }

        BigDecimal number(Tag tag) {
            return new BigDecimal(of(tag).orElseThrow().getFirst());
        }
    }

    private record Region(
            List<Integer> box, int format, int unitX, int unitY, double dx, double dy) {}

    /// What may be said of the line from FROM to TO.
    private record Verdict(String unit, double length, String word) {
        static final Verdict PIXELS = new Verdict("px", Math.hypot(20, 30), "");
    }

    @Test
    void noneOfTwoThousandGivesAWrongMillimetre() throws Exception {
        var random = new Random(20261123);
        var seen = new EnumMap<Said, Integer>(Said.class);
        var wrong = new ArrayList<String>();
        for (int i = 0; i < 2_000; i++) {
            var texts = mislead(random);
            var expected = oracle(texts);
            var scale = Scale.of(ImageHeader.of(header(texts)), 1, List.of(FROM, TO));
            seen.merge(Said.of(expected), 1, Integer::sum);
            if (!agrees(expected, scale))
                wrong.add(i + ": " + describe(texts) + " " + expected + " " + scale);
        }
        assertEquals(List.of(), wrong);
        for (var one : Said.values()) assertTrue(seen.getOrDefault(one, 0) >= 20, one + " " + seen);
    }

    private enum Said {
        PX,
        PATIENT,
        WITH_A_WORD,
        AXES;

        static Said of(Verdict v) {
            if (v.unit.equals("axes")) return AXES;
            if (v.unit.equals("px")) return PX;
            return v.word.isEmpty() ? PATIENT : WITH_A_WORD;
        }
    }

    private static boolean agrees(Verdict expected, Scale scale) {
        return switch (scale) {
            case Scale.Axes _ -> expected.unit.equals("axes");
            case Scale.Lengths lengths -> {
                var word =
                        switch (lengths.caveat()) {
                            case Caveat.Plain p when p == Caveat.Plain.NONE -> "";
                            case Caveat.Plain p -> p.name();
                            case Caveat.Calibrated c -> "CALIBRATED " + c.by().type();
                            case Caveat.Corrected _ -> "CORRECTED";
                            case Caveat.ByUser _ -> "BY USER";
                        };
                if (lengths.unit().equals(Unit.PX)) word = "";
                yield lengths.unit().display().equals(expected.unit)
                        && word.equals(expected.word)
                        && Math.abs(lengths.distance(FROM, TO) - expected.length)
                                <= 1e-9 * expected.length;
            }
        };
    }

    // ---- the generator

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private static List<String> pair(Random random) {
        boolean usual = random.nextInt(10) < 6;
        var from = usual ? USUAL : NUMBERS;
        int count = usual || random.nextInt(4) > 0 ? 2 : 1 + 2 * random.nextInt(2);
        var values = new ArrayList<String>();
        for (int i = 0; i < count; i++)
            values.add(usual && i > 0 && random.nextBoolean() ? values.get(0) : one(random, from));
        return values;
    }

    private static Texts mislead(Random random) {
        var t = new Texts();
        t.modality = one(random, MODALITIES);
        if (random.nextInt(3) == 0) t.sop = one(random, CLASSES);
        if (random.nextInt(3) > 0) t.values.put(Tag.PIXEL_SPACING, pair(random));
        if (random.nextInt(2) > 0) t.values.put(Tag.IMAGER_PIXEL_SPACING, pair(random));
        if (t.of(Tag.PIXEL_SPACING).isPresent() && random.nextInt(4) == 0)
            t.values.put(
                    Tag.IMAGER_PIXEL_SPACING, t.of(Tag.PIXEL_SPACING).orElseThrow().reversed());
        if (random.nextInt(3) == 0) t.values.put(Tag.NOMINAL_SCANNED_PIXEL_SPACING, pair(random));
        if (random.nextInt(4) == 0)
            t.values.put(
                    Tag.PIXEL_SPACING_CALIBRATION_TYPE,
                    List.of(one(random, List.of("GEOMETRY", "FIDUCIAL", "OTHER", "fiducial"))));
        if (random.nextInt(3) == 0)
            t.values.put(
                    Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR,
                    List.of(one(random, List.of("1.5", "1.1", "1", "0", "-2", "0.5", "150"))));
        if (random.nextInt(2) == 0) {
            t.values.put(
                    Tag.DISTANCE_SOURCE_TO_DETECTOR,
                    List.of(one(random, List.of("1000", "1500", "0", "-1000"))));
            t.values.put(
                    Tag.DISTANCE_SOURCE_TO_PATIENT,
                    List.of(one(random, List.of("1000", "600", "0", "-600", "1400"))));
        }
        if (random.nextInt(4) == 0)
            t.values.put(
                    Tag.PIXEL_ASPECT_RATIO,
                    one(
                            random,
                            List.of(
                                    List.of("1", "1"),
                                    List.of("2", "1"),
                                    List.of("6", "5"),
                                    List.of("0", "1"),
                                    List.of("1"))));
        if (t.modality.equals("CT") && random.nextInt(4) == 0)
            t.values.put(Tag.IMAGE_TYPE, List.of("ORIGINAL", "PRIMARY", "LOCALIZER"));
        if (t.modality.equals("NM") && random.nextInt(2) == 0)
            t.values.put(Tag.IMAGE_TYPE, List.of("ORIGINAL", "PRIMARY", "RECON TOMO"));
        if (t.modality.equals("US") || random.nextInt(10) == 0)
            for (int i = random.nextInt(4); i > 0; i--) t.regions.add(region(random));
        return t;
    }

    private static Region region(Random random) {
        var boxes =
                List.of(
                        List.of(0, 0, 63, 63),
                        List.of(0, 0, 31, 63),
                        List.of(0, 0, 30, 63),
                        List.of(63, 63, 0, 0),
                        List.of(10, 10, 40, 50));
        var deltas = List.of(0.03, 0.03, 0.02, -0.03, 0.0, Double.NaN, 50.0);
        return new Region(
                one(random, boxes),
                one(random, List.of(1, 1, 1, 2, 3, 5, 0, 9)),
                one(random, List.of(3, 3, 3, 3, 4, 0, 99)),
                one(random, List.of(3, 3, 3, 3, 7, 0)),
                one(random, deltas),
                one(random, deltas));
    }

    private static DataSet header(Texts t) {
        var header = ScaleOfHeaderTest.image(t.modality);
        if (!t.sop.isEmpty()) header.text(Tag.SOP_CLASS_UID, t.sop);
        t.values.forEach((tag, values) -> header.text(tag, vr(tag), values.toArray(String[]::new)));
        if (!t.regions.isEmpty())
            header.sequence(
                    Tag.SEQUENCE_OF_ULTRASOUND_REGIONS,
                    t.regions.stream().map(MisleadingSpacingTest::item).toList());
        return header.build();
    }

    private static Vr vr(Tag tag) {
        if (tag.equals(Tag.PIXEL_ASPECT_RATIO)) return Vr.IS;
        boolean words =
                tag.equals(Tag.PIXEL_SPACING_CALIBRATION_TYPE) || tag.equals(Tag.IMAGE_TYPE);
        return words ? Vr.CS : Vr.DS;
    }

    private static DataSet item(Region r) {
        return DataSet.builder()
                .integer(Tag.REGION_SPATIAL_FORMAT, r.format)
                .integer(Tag.REGION_LOCATION_MIN_X0, r.box.get(0))
                .integer(Tag.REGION_LOCATION_MIN_Y0, r.box.get(1))
                .integer(Tag.REGION_LOCATION_MAX_X1, r.box.get(2))
                .integer(Tag.REGION_LOCATION_MAX_Y1, r.box.get(3))
                .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, r.unitX)
                .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, r.unitY)
                .decimal(Tag.PHYSICAL_DELTA_X, r.dx)
                .decimal(Tag.PHYSICAL_DELTA_Y, r.dy)
                .build();
    }

    private static String describe(Texts t) {
        var regions = new StringBuilder();
        for (var r : t.regions)
            regions.append(List.of(r.format, r.unitX, r.unitY, r.dx, r.dy)).append(r.box.get(2));
        return t.modality + " " + t.sop + " " + t.values + " " + regions;
    }

    // ---- the table

    private static final Pattern DS =
            Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    /// Two lengths that can be, or why not: nothing said, or nothing that can be.
    private record Two(boolean said, Optional<BigDecimal[]> mm) {
        static Two of(Texts t, Tag tag) {
            var values = t.of(tag);
            if (values.isEmpty()) return new Two(false, Optional.empty());
            if (values.get().size() == 1 && values.get().getFirst().isBlank())
                return new Two(!values.get().getFirst().isEmpty(), Optional.empty());
            if (values.get().size() != 2) return new Two(true, Optional.empty());
            var two = new BigDecimal[2];
            for (int i = 0; i < 2; i++) {
                var text = values.get().get(i).strip();
                if (!DS.matcher(text).matches()) return new Two(true, Optional.empty());
                two[i] = new BigDecimal(text);
                boolean can =
                        two[i].compareTo(new BigDecimal("0.0001")) >= 0
                                && two[i].compareTo(new BigDecimal(100)) <= 0;
                if (!can) return new Two(true, Optional.empty());
            }
            return new Two(true, Optional.of(two));
        }

        boolean impossible() {
            return said && mm.isEmpty();
        }

        boolean like(Two other) {
            return near(mm.orElseThrow()[0], other.mm.orElseThrow()[0])
                    && near(mm.orElseThrow()[1], other.mm.orElseThrow()[1]);
        }

        boolean smaller(Two other) {
            var a = mm.orElseThrow();
            var b = other.mm.orElseThrow();
            return (a[0].compareTo(b[0]) <= 0 || near(a[0], b[0]))
                    && (a[1].compareTo(b[1]) <= 0 || near(a[1], b[1]));
        }

        private static boolean near(BigDecimal a, BigDecimal b) {
            return a.subtract(b)
                            .abs()
                            .divide(b, MathContext.DECIMAL64)
                            .compareTo(new BigDecimal("0.01"))
                    < 0;
        }

        Verdict verdict(String word) {
            return verdict(word, BigDecimal.ONE);
        }

        Verdict verdict(String word, BigDecimal factor) {
            var a = mm.orElseThrow();
            double down = a[0].doubleValue() * 30 / factor.doubleValue();
            double across = a[1].doubleValue() * 20 / factor.doubleValue();
            return new Verdict("mm", Math.sqrt(down * down + across * across), word);
        }
    }

    private static Verdict oracle(Texts t) {
        var pixel = Two.of(t, Tag.PIXEL_SPACING);
        var imager = Two.of(t, Tag.IMAGER_PIXEL_SPACING);
        var film = Two.of(t, Tag.NOMINAL_SCANNED_PIXEL_SPACING);
        var inRegions = regions(t);
        if (inRegions.isPresent()) return inRegions.get();
        boolean ultrasound =
                t.modality.equals("US") || t.sop.equals(SopClass.ULTRASOUND_IMAGE_STORAGE);
        if (ultrasound) return Verdict.PIXELS;
        if (t.sop.equals(SopClass.SECONDARY_CAPTURE_IMAGE_STORAGE))
            return contradicted(t, capture(t, pixel, film), pixel, film);
        boolean shadow =
                List.of("DX", "CR", "MG", "XA", "RF").contains(t.modality)
                        || t.sop.equals(SopClass.DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION)
                        || t.sop.equals(SopClass.X_RAY_ANGIOGRAPHIC_IMAGE_STORAGE);
        boolean scout = t.values.getOrDefault(Tag.IMAGE_TYPE, List.of()).contains("LOCALIZER");
        boolean recon = t.values.getOrDefault(Tag.IMAGE_TYPE, List.of()).contains("RECON TOMO");
        boolean section = List.of("CT", "MR", "PT").contains(t.modality) && !scout || recon;
        if (section && !shadow) {
            if (pixel.mm.isEmpty()) return Verdict.PIXELS;
            return contradicted(t, pixel.verdict(""), pixel, pixel);
        }
        if (pixel.impossible() || imager.impossible()) return Verdict.PIXELS;
        if (pixel.said) return contradicted(t, projection(t, pixel, imager, film), pixel, pixel);
        if (imager.said) return contradicted(t, detector(t, imager), imager, imager);
        if (film.mm.isEmpty()) return Verdict.PIXELS;
        return contradicted(t, film.verdict("SCANNED_FILM"), film, film);
    }

    private static Verdict capture(Texts t, Two pixel, Two film) {
        var type = t.of(Tag.PIXEL_SPACING_CALIBRATION_TYPE).map(List::getFirst).orElse("");
        if (pixel.impossible()) return Verdict.PIXELS;
        if (pixel.said && List.of("GEOMETRY", "FIDUCIAL").contains(type))
            return pixel.verdict("CALIBRATED " + type);
        if (film.mm.isEmpty()) return Verdict.PIXELS;
        if (!pixel.said || pixel.like(film)) return film.verdict("SCANNED_FILM");
        return pixel.verdict("CALIBRATED UNSTATED");
    }

    private static Verdict projection(Texts t, Two pixel, Two imager, Two film) {
        var type = t.of(Tag.PIXEL_SPACING_CALIBRATION_TYPE).map(List::getFirst);
        if (type.isPresent())
            return List.of("GEOMETRY", "FIDUCIAL").contains(type.get())
                    ? pixel.verdict("CALIBRATED " + type.get())
                    : pixel.verdict("CALIBRATION_UNKNOWN");
        if (imager.said) {
            if (pixel.like(imager)) return pixel.verdict("MAGNIFIED");
            return pixel.smaller(imager)
                    ? pixel.verdict("CALIBRATED UNSTATED")
                    : pixel.verdict("CALIBRATION_UNKNOWN");
        }
        if (film.impossible()) return Verdict.PIXELS;
        if (!film.said) return pixel.verdict("CALIBRATION_UNKNOWN");
        return pixel.like(film)
                ? film.verdict("SCANNED_FILM")
                : pixel.verdict("CALIBRATED UNSTATED");
    }

    private static Verdict detector(Texts t, Two imager) {
        var stated = t.of(Tag.ESTIMATED_RADIOGRAPHIC_MAGNIFICATION_FACTOR);
        var factor = BigDecimal.ONE;
        if (stated.isPresent()) factor = new BigDecimal(stated.get().getFirst());
        else if (t.of(Tag.DISTANCE_SOURCE_TO_DETECTOR).isPresent()) {
            var detector = t.number(Tag.DISTANCE_SOURCE_TO_DETECTOR);
            var patient = t.number(Tag.DISTANCE_SOURCE_TO_PATIENT);
            if (detector.signum() > 0 && patient.signum() > 0)
                factor = detector.divide(patient, MathContext.DECIMAL128);
        }
        boolean believed =
                factor.compareTo(BigDecimal.ONE) > 0 && factor.compareTo(BigDecimal.TEN) <= 0;
        return believed ? imager.verdict("CORRECTED", factor) : imager.verdict("AT_DETECTOR");
    }

    /// Pixel Aspect Ratio must say what the spacing says.
    private static Verdict contradicted(Texts t, Verdict said, Two one, Two other) {
        var aspect = t.of(Tag.PIXEL_ASPECT_RATIO);
        if (aspect.isEmpty() || said.equals(Verdict.PIXELS)) return said;
        if (aspect.get().size() != 2) return Verdict.PIXELS;
        double ratio =
                Double.parseDouble(aspect.get().get(0)) / Double.parseDouble(aspect.get().get(1));
        var from = one.mm.isPresent() ? one : other;
        var mm = from.mm.orElseThrow();
        double spacing = mm[0].divide(mm[1], MathContext.DECIMAL64).doubleValue();
        return ratio > 0 && Math.abs(spacing / ratio - 1) < 0.01 ? said : Verdict.PIXELS;
    }

    /// By the regions that hold both ends; empty where the header has none that can be.
    private static Optional<Verdict> regions(Texts t) {
        var usable =
                t.regions.stream()
                        .filter(r -> r.format <= 5 && r.unitX <= 12 && r.unitY <= 12)
                        .filter(r -> !Double.isNaN(r.dx) && !Double.isNaN(r.dy))
                        .toList();
        if (usable.isEmpty()) return Optional.empty();
        var verdicts =
                usable.stream()
                        .filter(r -> r.box.get(0) <= 11 && r.box.get(1) <= 17)
                        .filter(r -> r.box.get(2) >= 31 && r.box.get(3) >= 47)
                        .map(MisleadingSpacingTest::verdict)
                        .distinct()
                        .toList();
        return Optional.of(verdicts.size() == 1 ? verdicts.getFirst().said : Verdict.PIXELS);
    }

    /// Two regions say the same when all their numbers are the same.
    private record OfRegion(Verdict said, String numbers) {}

    private static OfRegion verdict(Region r) {
        boolean lengthX = r.unitX != 3 || Math.abs(r.dx) < 10;
        boolean lengthY = r.unitY != 3 || Math.abs(r.dy) < 10;
        boolean steps = r.dx != 0 && r.dy != 0 && lengthX && lengthY;
        if (r.unitX == 0 || r.unitY == 0 || !steps) return new OfRegion(Verdict.PIXELS, "");
        if (r.format == 1 && r.unitX == 3 && r.unitY == 3) {
            double down = Math.abs(r.dy) * 10 * 30;
            double across = Math.abs(r.dx) * 10 * 20;
            var numbers = Math.abs(r.dx) + " " + Math.abs(r.dy);
            return new OfRegion(new Verdict("mm", Math.hypot(down, across), ""), numbers);
        }
        var numbers = r.unitX + " " + r.unitY + " " + r.dx + " " + r.dy;
        return new OfRegion(new Verdict("axes", 0, ""), numbers);
    }
}
