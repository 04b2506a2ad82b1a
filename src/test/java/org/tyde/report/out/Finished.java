package org.tyde.report.out;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.Figure;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.MeasurementGroup;
import org.tyde.evidence.MeasurementReport;
import org.tyde.evidence.StructuredReport;
import org.tyde.geometry.ImagePoint;
import org.tyde.measure.Caveat;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Measured;
import org.tyde.measure.Quantity;
import org.tyde.measure.Unit;
import org.tyde.study.Laterality;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finished reports, for tests.
public final class Finished {
    public static final Locale NB = Locale.of("nb", "NO");

    private Finished() {}

    public static FinishedReport report(DocumentState state) throws Exception {
        return report(state, List.of(line(), region()));
    }

    public static FinishedReport report(DocumentState state, List<MeasurementGroup> groups)
            throws Exception {
        var header = header();
        return FinishedReport.of(
                StructuredReport.write(Examples.european(state, List.of()), header),
                List.of(measurements(state, groups, header)));
    }

    public static DataSet header() throws Exception {
        return Examples.image().text(Tag.PATIENT_ID, "15076500565").build();
    }

    public static DataSet measurements(
            DocumentState state, List<MeasurementGroup> groups, DataSet header) throws Exception {
        return new MeasurementReport(
                        "2.25.6001",
                        Examples.STUDY,
                        state,
                        Optional.of(Examples.RADIOLOGIST),
                        groups,
                        List.of())
                .write(header, Examples.NOON);
    }

    public static FinishedReport appended(InstanceReference earlier) throws Exception {
        var first = Examples.report(DocumentState.SIGNED, List.of(earlier));
        var text =
                new org.tyde.evidence.DocumentSection(
                        org.tyde.evidence.Concepts.ADDENDUM, "Også en cyste i leveren.", List.of());
        var addendum =
                new org.tyde.evidence.ReportDocument(
                        first.sopUid(),
                        first.studyUid(),
                        first.title(),
                        first.state(),
                        first.written(),
                        first.author(),
                        first.verifiers(),
                        first.life(),
                        List.of(text),
                        first.evidence(),
                        first.otherEvidence(),
                        List.of(earlier));
        return FinishedReport.of(
                StructuredReport.write(addendum, Examples.image().build()), List.of());
    }

    public static MeasurementGroup line() {
        return new MeasurementGroup(
                "Lesjon 1",
                "2.25.771",
                Optional.of(new Code("27925004", "SCT", "Nodule")),
                Optional.of(new Code("39607008", "SCT", "Lung")),
                Optional.of(Laterality.RIGHT),
                Optional.empty(),
                new Figure(
                        Figure.Graphic.POLYLINE,
                        List.of(new ImagePoint(1, 1), new ImagePoint(9, 1)),
                        Examples.SLICE),
                List.of(
                        new MeasuredValue(
                                new Code("410668003", "SCT", "Length"),
                                Optional.empty(),
                                8.4,
                                Unit.MM)));
    }

    public static MeasurementGroup region() {
        var hu = new Unit("[hnsf'U]", "HU");
        return MeasurementGroup.of(
                        new Ellipse(new ImagePoint(10, 20), new ImagePoint(30, 60)),
                        new Measured(
                                List.of(
                                        value(Measured.Kind.AREA, 628.3, Unit.MM2),
                                        value(Measured.Kind.MEAN, -12.4, hu),
                                        value(Measured.Kind.DEVIATION, 7, hu)),
                                Caveat.NONE),
                        Examples.SLICE,
                        "2026-11-22 #2",
                        "2.25.772",
                        "CT")
                .orElseThrow();
    }

    private static Measured.Value value(Measured.Kind kind, double value, Unit unit) {
        return new Measured.Value(kind, new Quantity(value, unit));
    }

    /// The one image is at hand.
    public static final Illustrations AT_HAND =
            new Illustrations() {
                @Override
                public Optional<String> name(InstanceReference image, Locale locale) {
                    return Optional.of("serie 2, bilde 41");
                }

                @Override
                public Optional<PageImage> picture(InstanceReference image) {
                    var pixels = new int[300 * 200];
                    for (int j = 0; j < pixels.length; j++)
                        pixels[j] = 0xff000000 | 0x010101 * (j % 300 * 200 / 300);
                    return Optional.of(new PageImage(300, 200, pixels));
                }
            };
}
