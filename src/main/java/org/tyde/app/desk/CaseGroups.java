package org.tyde.app.desk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.app.lesions.CaseValues;
import org.tyde.dicom.Tag;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.MeasurementGroup;
import org.tyde.imaging.FrameSource;
import org.tyde.reading.FrameMeasurement;
import org.tyde.reading.Marks;
import org.tyde.reading.OpenCase;
import org.tyde.reading.Tracked;
import org.tyde.refusal.Refusal;
import org.tyde.study.Instance;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The figures of a case as they leave with its report, taken down at one moment; their numbers are worked
/// out in a job.
///
/// @param marks of the case
/// @param values of its figures
/// @param source of the frames; empty where no case is open
record CaseGroups(Marks marks, CaseValues values, Optional<FrameSource> source) {
    /// No case is open.
    static final CaseGroups NONE =
            new CaseGroups(Marks.NONE, new CaseValues(List.of(), Map.of()), Optional.empty());

    private static final Logger LOG = LoggerFactory.getLogger(CaseGroups.class);

    static CaseGroups of(OpenCase open, FrameSource source) {
        return new CaseGroups(open.marks(), CaseValues.of(open), Optional.of(source));
    }

    /// What was drawn on images of one study and has a number with a unit. What was drawn on a prior is a
    /// measurement of the prior; what can only be counted in pixels is none.
    ///
    /// @param images of that study
    /// @return one for each thing measured, in the order in which they were drawn
    List<MeasurementGroup> on(Collection<Instance> images) {
        var groups = new LinkedHashMap<String, MeasurementGroup>();
        if (source.isEmpty() || values.drawn().isEmpty()) return List.of();
        var byUid = new HashMap<String, Instance>();
        for (var image : images) byUid.put(image.uid(), image);
        for (var one : values.drawn()) {
            var image = byUid.get(one.frame().sopInstanceUid());
            if (image == null) continue;
            try {
                group(one, image, source.get())
                        .ifPresent(g -> groups.merge(g.trackingUid(), g, MeasurementGroup::plus));
            } catch (Refusal gone) {
                LOG.warn("a measurement without its image: {}", gone.reason().name());
            }
        }
        return List.copyOf(groups.values());
    }

    private Optional<MeasurementGroup> group(
            FrameMeasurement one, Instance image, FrameSource frames) throws Refusal {
        var header = frames.header(image.uid()).dataSet();
        var group =
                MeasurementGroup.of(
                        one.figure(),
                        values.measured(one, frames),
                        new InstanceReference(
                                image.studyUid(),
                                image.seriesUid(),
                                image.sopClass(),
                                image.uid(),
                                image.frames() > 1 ? List.of(one.frame().frame()) : List.of()),
                        marks.identifier(one.id(), header.date(Tag.STUDY_DATE)),
                        one.trackingUid(),
                        header.textOr(Tag.MODALITY, ""));
        return one.tracked().isEmpty() ? group : group.map(g -> of(g, one.tracked().get()));
    }

    private static MeasurementGroup of(MeasurementGroup group, Tracked what) {
        return group.of(what.finding(), what.site(), what.side());
    }
}
