package org.tyde.reading;

import org.tyde.imaging.FrameKey;
import org.tyde.measure.Measurement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What the reader has marked: measurements, lengths on planes, and key images. Immutable; undo goes from one to another.
///
/// @param measurements in the order in which they were made
/// @param keyImages in the order in which they were chosen
/// @param onPlanes lengths on planes through volumes, in the order in which they were made
/// @param remarks on what is followed, in the order made, each once
public record Marks(
        List<FrameMeasurement> measurements,
        List<FrameKey> keyImages,
        List<PlaneLength> onPlanes,
        List<LesionRemark> remarks) {
    /// Nothing is marked.
    public static final Marks NONE = new Marks(List.of(), List.of());

    /// Copies all.
    public Marks {
        measurements = List.copyOf(measurements);
        keyImages = List.copyOf(keyImages);
        onPlanes = List.copyOf(onPlanes);
        remarks = List.copyOf(remarks);
    }

    /// No remarks.
    ///
    /// @param measurements in the order in which they were made
    /// @param keyImages in the order in which they were chosen
    /// @param onPlanes lengths on planes
    public Marks(
            List<FrameMeasurement> measurements,
            List<FrameKey> keyImages,
            List<PlaneLength> onPlanes) {
        this(measurements, keyImages, onPlanes, List.of());
    }

    /// Nothing on planes.
    ///
    /// @param measurements in the order in which they were made
    /// @param keyImages in the order in which they were chosen
    public Marks(List<FrameMeasurement> measurements, List<FrameKey> keyImages) {
        this(measurements, keyImages, List.of());
    }

    /// @param one a new length on a plane
    /// @return with it
    public Marks plus(PlaneLength one) {
        var more = new ArrayList<>(onPlanes);
        more.add(one);
        return new Marks(measurements, keyImages, more, remarks);
    }

    /// @param stack id of a stack
    /// @return the lengths on planes through its volume
    public List<PlaneLength> onPlanes(String stack) {
        return onPlanes.stream().filter(l -> l.stack().equals(stack)).toList();
    }

    /// @param one a new measurement
    /// @return with it
    public Marks plus(FrameMeasurement one) {
        var more = new ArrayList<>(measurements);
        more.add(one);
        return new Marks(more, keyImages, onPlanes, remarks);
    }

    /// @param others marks of the same case
    /// @return these and what of the others is not among them
    public Marks plus(Marks others) {
        var all = new ArrayList<>(measurements);
        for (var m : others.measurements) if (measurement(m.id()).isEmpty()) all.add(m);
        var keys = new ArrayList<>(keyImages);
        for (var k : others.keyImages) if (!keys.contains(k)) keys.add(k);
        var planes = new ArrayList<>(onPlanes);
        for (var l : others.onPlanes)
            if (planes.stream().noneMatch(p -> p.id().equals(l.id()))) planes.add(l);
        var said = new LinkedHashSet<>(remarks);
        said.addAll(others.remarks);
        return new Marks(all, keys, planes, List.copyOf(said));
    }

    /// @param id of a measurement
    /// @param figure what it is now
    /// @return with it so; unchanged when there is none of that id
    public Marks with(String id, Measurement figure) {
        return each(m -> m.id().equals(id) ? m.with(figure) : m);
    }

    /// @param id of a measurement
    /// @param tracked what it measures; empty: nothing it is tied to
    /// @return with it so; unchanged when there is none of that id
    public Marks tied(String id, Optional<Tracked> tracked) {
        return each(m -> m.id().equals(id) ? m.with(tracked) : m);
    }

    /// @param remark on something followed
    /// @return with it, or without it when it was among them
    public Marks toggled(LesionRemark remark) {
        var next = new ArrayList<>(remarks);
        if (!next.remove(remark)) next.add(remark);
        return new Marks(measurements, keyImages, onPlanes, next);
    }

    private Marks each(UnaryOperator<FrameMeasurement> change) {
        return new Marks(measurements.stream().map(change).toList(), keyImages, onPlanes, remarks);
    }

    /// @param id of a measurement
    /// @return without it
    public Marks without(String id) {
        return new Marks(
                measurements.stream().filter(m -> !m.id().equals(id)).toList(),
                keyImages,
                onPlanes.stream().filter(l -> !l.id().equals(id)).toList(),
                remarks);
    }

    /// What a measurement is called in documents (112039): as it was tied or named; else after the day of the
    /// study and its place among the measurements of the case.
    ///
    /// @param id of a measurement of these marks
    /// @param study day of the study it was made in
    /// @return such as `2026-11-23 #2`
    public String identifier(String id, Optional<LocalDate> study) {
        var one = measurement(id).orElseThrow();
        return one.tracked()
                .map(Tracked::identifier)
                .orElseGet(
                        () ->
                                study.map(d -> d + " ").orElse("")
                                        + "#"
                                        + (measurements.indexOf(one) + 1));
    }

    /// @param key of a frame
    /// @return with it as a key image, or without it when it was one
    public Marks toggled(FrameKey key) {
        var next = new ArrayList<>(keyImages);
        if (!next.remove(key)) next.add(key);
        return new Marks(measurements, next, onPlanes, remarks);
    }

    /// @param key of a frame
    /// @return the measurements on it
    public List<FrameMeasurement> on(FrameKey key) {
        return measurements.stream().filter(m -> m.frame().equals(key)).toList();
    }

    /// @param id of a measurement
    /// @return it
    public Optional<FrameMeasurement> measurement(String id) {
        return measurements.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /// @param key of a frame
    /// @return whether it is a key image
    public boolean isKeyImage(FrameKey key) {
        return keyImages.contains(key);
    }
}
