package org.tyde.ui.viewport.badge;

import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.picture.Sampling;

import java.util.ArrayList;

/// All that is true of the pixels on screen in one viewport and bears on how far they are the image.
///
/// @param source what was lost before the image came
/// @param sampling how the pixels came from stored values
/// @param cut whether they are of the image itself, or were computed through a volume
/// @param part how much of the frame could be decoded
/// @param series how much of the series is here
/// @param monitor what is known of the monitor
/// @param awaited whether another image than this has been asked for and is not here yet
public record Fidelity(
        SourceLoss source,
        Sampling sampling,
        Cut cut,
        Part part,
        Received series,
        Monitor monitor,
        boolean awaited) {
    /// What the pixels are of.
    public enum Cut {
        /// The image as it was acquired.
        NONE,
        /// A plane through a volume: values are computed between images.
        PLANE,
        /// Several images, or a slab of a volume, seen through each other.
        SLAB
    }

    /// What is known of the monitor.
    public enum Monitor {
        /// Checked against the grayscale standard display function (PS3.14), and within it.
        CALIBRATED,
        /// Checked, and not within it.
        NOT_CALIBRATED,
        /// Nobody has told Tyde.
        NOT_KNOWN
    }

    /// How much of a frame could be decoded.
    ///
    /// @param rows that are there, from the top
    /// @param of so many
    /// @param near whether their values are only near those that were encoded
    public record Part(int rows, int of, boolean near) {
        /// Refuses more rows than there are.
        public Part {
            if (rows < 0 || rows > of) throw new IllegalArgumentException(rows + " of " + of);
        }

        /// @return whether nothing is missing
        public boolean whole() {
            return rows == of && !near;
        }
    }

    /// How much of a series is here.
    ///
    /// @param images that have come
    /// @param of so many that the archive says there are; as many as have come where it says nothing
    public record Received(int images, int of) {
        /// Refuses negative counts.
        public Received {
            if (images < 0 || of < 0) throw new IllegalArgumentException(images + " of " + of);
        }

        /// @return whether none is missing
        public boolean whole() {
            return images >= of;
        }
    }

    /// @param next whether another image than this has been asked for and is not here yet
    /// @return the same, with that
    public Fidelity awaiting(boolean next) {
        return new Fidelity(source, sampling, cut, part, series, monitor, next);
    }

    /// @return what must be said of it, what matters most first
    public Badge badge() {
        var claims = new ArrayList<Claim>();
        if (awaited) claims.add(new Claim.Loading());
        if (!part.whole()) claims.add(new Claim.InPart(part.rows(), part.of(), part.near()));
        if (sampling.coarse()) claims.add(new Claim.Coarse());
        claims.add(
                switch (source) {
                    case SourceLoss.Lossy(var ratios, var methods) ->
                            new Claim.Lossy(ratios, methods);
                    case SourceLoss.NotStated() -> new Claim.LossNotStated();
                    case SourceLoss.Lossless(boolean stated) -> new Claim.Lossless(stated);
                });
        if (!series.whole()) claims.add(new Claim.Incomplete(series.images(), series.of()));
        switch (cut) {
            case NONE -> {}
            case PLANE -> claims.add(new Claim.Resampled());
            case SLAB -> claims.add(new Claim.Slab());
        }
        claims.add(
                switch (sampling.kind()) {
                    case ONE_TO_ONE ->
                            // a plane through a volume has no stored pixels to show one to one
                            cut == Cut.NONE && !sampling.coarse()
                                    ? new Claim.OneToOne()
                                    : new Claim.Repeated();
                    case NEAREST -> new Claim.Repeated();
                    case LINEAR, CUBIC -> new Claim.Interpolated();
                    case AVERAGED -> new Claim.Averaged();
                    case SKIPPED -> new Claim.Skipped();
                });
        claims.add(
                switch (monitor) {
                    case CALIBRATED -> new Claim.Calibrated();
                    case NOT_CALIBRATED -> new Claim.NotCalibrated();
                    case NOT_KNOWN -> new Claim.MonitorNotKnown();
                });
        return new Badge(claims);
    }
}
