package org.tyde.reading;

import org.tyde.imaging.FrameKey;
import org.tyde.measure.Measurement;
import org.tyde.measure.UserCalibration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What is marked on the images of a case, step by step, forth and back. Not thread-safe.
public final class Marking {
    private final UndoStack<Marks> steps = new UndoStack<>(Marks.NONE);
    private final Runnable changed;
    private final Map<String, UserCalibration> calibrations = new HashMap<>();

    /// @param changed told of each change
    Marking(Runnable changed) {
        this.changed = changed;
    }

    /// @return measurements and key images
    public Marks current() {
        return steps.current();
    }

    /// What the reader says of lengths holds for the whole image while the case is open; it is neither kept nor
    /// a step to undo.
    ///
    /// @param frame of the image
    /// @param known empty: what the file says, again
    public void calibrate(FrameKey frame, Optional<UserCalibration> known) {
        calibrations.remove(frame.sopInstanceUid());
        known.ifPresent(k -> calibrations.put(frame.sopInstanceUid(), k));
        changed.run();
    }

    /// @param frame of an image
    /// @return what the reader said of lengths in that image
    public Optional<UserCalibration> calibration(FrameKey frame) {
        return Optional.ofNullable(calibrations.get(frame.sopInstanceUid()));
    }

    /// @param frame on which
    /// @param figure what is drawn
    /// @return the new measurement
    public FrameMeasurement add(FrameKey frame, Measurement figure) {
        var one = new FrameMeasurement(UUID.randomUUID().toString(), frame, figure);
        steps.step(current().plus(one));
        changed.run();
        return one;
    }

    /// @param length on a plane through a volume
    public void add(PlaneLength length) {
        steps.step(current().plus(length));
        changed.run();
    }

    /// @param id of a measurement
    /// @param figure what it is now
    /// @param gesture the same for all changes of one drag, which are undone together
    public void change(String id, Measurement figure, Object gesture) {
        steps.step(current().with(id, figure), gesture);
        changed.run();
    }

    /// Says what a measurement measures: something of an earlier study, or what it is called from now on. What it
    /// is stays after it is drawn otherwise.
    ///
    /// @param id of a measurement
    /// @param tracked what it measures; empty: nothing it is tied to any more
    public void tie(String id, Optional<Tracked> tracked) {
        steps.step(current().tied(id, tracked));
        changed.run();
    }

    /// @param remark on something followed, which is made, or taken back when it was made
    public void toggle(LesionRemark remark) {
        steps.step(current().toggled(remark));
        changed.run();
    }

    /// @param id of a measurement to delete
    public void delete(String id) {
        steps.step(current().without(id));
        changed.run();
    }

    /// @param frame becomes a key image, or is none any more
    public void toggleKeyImage(FrameKey frame) {
        steps.step(current().toggled(frame));
        changed.run();
    }

    /// Takes marks that were kept, as when a case is opened again; not a step to undo. What was marked
    /// meanwhile stays.
    ///
    /// @param kept measurements and key images
    public void restore(Marks kept) {
        steps.restart(kept.plus(current()));
        changed.run();
    }

    /// @return whether there was a step to undo
    public boolean undo() {
        boolean done = steps.undo();
        if (done) changed.run();
        return done;
    }

    /// @return whether there was a step to redo
    public boolean redo() {
        boolean done = steps.redo();
        if (done) changed.run();
        return done;
    }
}
