package org.tyde.report.out;

import org.tyde.dicom.Code;
import org.tyde.dicom.Tag;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.Figure;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasuredValue;
import org.tyde.evidence.MeasurementGroup;
import org.tyde.evidence.StructuredReport;
import org.tyde.geometry.ImagePoint;
import org.tyde.measure.Unit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finished reports, for tests.
final class Finished {
    static final Locale NB = Locale.of("nb", "NO");

    private Finished() {}

    static FinishedReport report(DocumentState state) throws Exception {
        var header = Examples.image().text(Tag.PATIENT_ID, "15076500565").build();
        return FinishedReport.of(
                StructuredReport.write(Examples.european(state, List.of()), header),
                List.of(measured()),
                false);
    }

    static FinishedReport appended(InstanceReference earlier) throws Exception {
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
                StructuredReport.write(addendum, Examples.image().build()), List.of(), false);
    }

    private static MeasurementGroup measured() {
        return new MeasurementGroup(
                "Lesjon 1",
                "2.25.771",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
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
}
