package org.tyde.reading;

import org.tyde.dicom.Uids;
import org.tyde.imaging.FrameKey;
import org.tyde.measure.Measurement;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;

/// A measurement on a frame.
///
/// @param id its own, for as long as it exists
/// @param frame on which it is drawn
/// @param figure what is drawn
/// @param tracked what it measures, where the reader tied it to something or named it
public record FrameMeasurement(
        String id, FrameKey frame, Measurement figure, Optional<Tracked> tracked) {
    /// Tied to nothing.
    ///
    /// @param id its own
    /// @param frame on which it is drawn
    /// @param figure what is drawn
    public FrameMeasurement(String id, FrameKey frame, Measurement figure) {
        this(id, frame, figure, Optional.empty());
    }

    /// Which thing is measured, for documents: that to which it was tied; else a UID of its own, which is the same
    /// as long as the measurement exists.
    ///
    /// @return Tracking Unique Identifier (112040, DCM)
    public String trackingUid() {
        return tracked.map(Tracked::uid).orElseGet(this::ownUid);
    }

    private String ownUid() {
        try {
            return Uids.of(UUID.fromString(id));
        } catch (IllegalArgumentException otherwise) {
            return Uids.of(UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /// @param next what is drawn
    /// @return the same, drawn so
    FrameMeasurement with(Measurement next) {
        return new FrameMeasurement(id, frame, next, tracked);
    }

    /// @param next what it measures
    /// @return the same, tied so
    FrameMeasurement with(Optional<Tracked> next) {
        return new FrameMeasurement(id, frame, figure, next);
    }
}
