package org.tyde.app.lesions;

import org.tyde.dicom.Tag;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasurementGroup;
import org.tyde.geometry.ImagePoint;
import org.tyde.hanging.HangImage;
import org.tyde.imaging.FrameSource;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.FrameMeasurement;
import org.tyde.reading.Marks;
import org.tyde.reading.OpenCase;
import org.tyde.reading.Tracked;
import org.tyde.refusal.Refusal;
import org.tyde.report.lesion.Sighting;
import org.tyde.report.lesion.Size;
import org.tyde.report.lesion.Spot;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What is drawn on the images of the open case, taken down at one moment; its sizes are worked out in a job.
///
/// @param marks of the case
/// @param values of its measurements
/// @param places of those whose images are of the case
record DrawnLesions(Marks marks, CaseValues values, List<Place> places) {
    /// Where a measurement is drawn.
    ///
    /// @param drawn on an image of the case
    /// @param study of the image
    /// @param day of the study
    /// @param seriesUid of the image
    /// @param spot where it is in the patient
    record Place(
            FrameMeasurement drawn,
            String study,
            Optional<LocalDate> day,
            String seriesUid,
            Optional<Spot> spot) {}

    static DrawnLesions of(OpenCase open) {
        var places = new ArrayList<Place>();
        for (var one : open.marks().measurements())
            Stream.concat(Stream.of(open.current()), open.priors().stream())
                    .flatMap(s -> place(s, one).stream())
                    .findFirst()
                    .ifPresent(places::add);
        return new DrawnLesions(open.marks(), CaseValues.of(open), List.copyOf(places));
    }

    private static Optional<Place> place(CaseStudy study, FrameMeasurement one) {
        for (var series : study.images().series())
            for (var image : series.images())
                if (image.sopInstanceUid().equals(one.frame().sopInstanceUid()))
                    return Optional.of(
                            new Place(
                                    one,
                                    study.uid(),
                                    study.when().map(LocalDateTime::toLocalDate),
                                    series.uid(),
                                    spot(image, one)));
        return Optional.empty();
    }

    private static Optional<Spot> spot(HangImage image, FrameMeasurement one) {
        int at = one.frame().frame() - 1;
        if (at >= image.planes().size() || image.frameOfReference().isEmpty())
            return Optional.empty();
        double column = 0;
        double row = 0;
        var points = one.figure().points();
        for (var point : points) {
            column += point.column() / points.size();
            row += point.row() / points.size();
        }
        var middle = new ImagePoint(column, row);
        return image.planes()
                .get(at)
                .map(p -> new Spot(image.frameOfReference().get(), p.toPatient(middle)));
    }

    /// Waits for headers and frames. What has no size, or no image here, is left out.
    ///
    /// @return one for each thing measured in each study
    List<Sighting> sightings(FrameSource source) {
        var all = new LinkedHashMap<String, List<Sighting>>();
        for (var place : places)
            here(place, source)
                    .ifPresent(
                            found ->
                                    all.computeIfAbsent(
                                                    place.study()
                                                            + " "
                                                            + place.drawn().trackingUid(),
                                                    _ -> new ArrayList<>())
                                            .add(found));
        return all.values().stream().map(DrawnLesions::together).toList();
    }

    private Optional<Sighting> here(Place place, FrameSource source) {
        try {
            return sighting(place, source);
        } catch (Refusal gone) {
            return Optional.empty();
        }
    }

    private Optional<Sighting> sighting(Place place, FrameSource source) throws Refusal {
        var one = place.drawn();
        var header = source.header(one.frame().sopInstanceUid()).dataSet();
        var image =
                new InstanceReference(
                        place.study(),
                        place.seriesUid(),
                        header.textOr(Tag.SOP_CLASS_UID, ""),
                        one.frame().sopInstanceUid(),
                        one.frame().frame() > 1 ? List.of(one.frame().frame()) : List.of());
        var name = marks.identifier(one.id(), place.day());
        var sizes =
                MeasurementGroup.of(
                                one.figure(),
                                values.measured(one, source),
                                image,
                                name,
                                one.trackingUid(),
                                header.textOr(Tag.MODALITY, ""))
                        .map(g -> Size.of(g.values()))
                        .orElse(List.of());
        if (sizes.isEmpty()) return Optional.empty();
        return Optional.of(
                new Sighting(
                        one.id(),
                        one.tracked().orElse(new Tracked(one.trackingUid(), name)),
                        place.study(),
                        sizes,
                        Optional.of(image),
                        List.of(),
                        place.spot()));
    }

    /// Several figures of one thing in one study: the longest counts, as among the lengths of one figure.
    private static Sighting together(List<Sighting> of) {
        return of.stream().max(Comparator.comparingDouble(DrawnLesions::longest)).orElseThrow();
    }

    private static double longest(Sighting one) {
        return one.sizes().stream()
                .filter(s -> s.kind().length())
                .mapToDouble(Size::value)
                .max()
                .orElse(0);
    }
}
