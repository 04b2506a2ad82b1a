package org.tyde.app.lesions;

import org.tyde.dicom.DicomFormatException;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.imaging.FrameSource;
import org.tyde.measure.Ellipse;
import org.tyde.measure.Measured;
import org.tyde.measure.Measuring;
import org.tyde.measure.Scale;
import org.tyde.measure.Unit;
import org.tyde.measure.UserCalibration;
import org.tyde.reading.FrameMeasurement;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.report.check.Surroundings.Value;
import org.tyde.study.Laterality;
import org.tyde.study.Series;
import org.tyde.work.Priority;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The measurements of a case, taken down at one moment; their numbers are worked out in a job.
///
/// @param drawn in the order in which they were made
/// @param known what the reader says of lengths, by image
public record CaseValues(List<FrameMeasurement> drawn, Map<FrameKey, UserCalibration> known) {
    /// @param open the case
    /// @return its measurements as they are now
    public static CaseValues of(OpenCase open) {
        var known = new HashMap<FrameKey, UserCalibration>();
        for (var one : open.marks().measurements())
            open.marking().calibration(one.frame()).ifPresent(k -> known.put(one.frame(), k));
        return new CaseValues(open.marks().measurements(), Map.copyOf(known));
    }

    /// Waits for headers and frames.
    ///
    /// @param source that has its images
    /// @return by measurement, in their order; one whose image is not here has no numbers
    public Map<String, List<Value>> numbers(FrameSource source) {
        var numbers = new java.util.LinkedHashMap<String, List<Value>>();
        for (var one : drawn) {
            try {
                numbers.put(one.id(), numbers(one, source));
            } catch (Refusal notHere) {
                numbers.put(one.id(), List.of());
            }
        }
        return numbers;
    }

    /// Waits for header and frame.
    ///
    /// @param one of the case
    /// @param source that has its image
    /// @return all its numbers
    /// @throws Refusal its image is not here
    public Measured measured(FrameMeasurement one, FrameSource source) throws Refusal {
        var header = source.header(one.frame().sopInstanceUid());
        int frame = one.frame().frame();
        var calibrated = Optional.ofNullable(known.get(one.frame()));
        var scale = Scale.of(header, frame, one.figure().points(), calibrated);
        var pixels = Optional.<Measuring.Pixels>empty();
        if (one.figure() instanceof Ellipse) {
            var decoded = source.frame(new FrameRequest(one.frame(), 0, Priority.NEXT)).await();
            if (decoded.grey() && decoded.level() == 0)
                pixels =
                        Optional.of(
                                new Measuring.Pixels(
                                        decoded,
                                        header.modalityLut(frame),
                                        Unit.of(header.unit(frame))));
        }
        return Measuring.of(one.figure(), scale, pixels);
    }

    private List<Value> numbers(FrameMeasurement one, FrameSource source) throws Refusal {
        var side = side(source.header(one.frame().sopInstanceUid()).dataSet());
        var values = new ArrayList<Value>();
        for (var value : measured(one, source).values()) {
            var unit = value.quantity().unit();
            switch (value.kind()) {
                case LENGTH, ANGLE, AREA, MEAN ->
                        values.add(
                                new Value(one.id(), value.quantity().value(), unit.ucum(), side));
                case DEVIATION, LEAST, GREATEST, ACROSS, DOWN -> {}
            }
        }
        return values;
    }

    private static Optional<Laterality> side(org.tyde.dicom.DataSet header) {
        try {
            return Series.from(header).laterality();
        } catch (DicomFormatException malformed) {
            return Optional.empty();
        }
    }
}
