package org.tyde.ui.viewport.badge;

import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.picture.Sampling;
import org.tyde.reading.Derivation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// All that is true of the pixels on screen in one viewport and bears on how far they are the image.
///
/// @param source what was lost before the images came, of all that take part the worst
/// @param sampling how the pixels came from stored values
/// @param derivation whether they are of the image itself, or were computed of several
/// @param part how much of the frame could be decoded
/// @param series how much of the series is here
/// @param monitor what is known of the monitor
/// @param awaited whether another image than this has been asked for and is not here yet
public record Fidelity(
        SourceLoss source,
        Sampling sampling,
        Derivation derivation,
        Part part,
        Received series,
        Monitor monitor,
        boolean awaited) {
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
        return new Fidelity(source, sampling, derivation, part, series, monitor, next);
    }

    /// @param today the day
    /// @return what must be said of it, what matters most first
    public Badge badge(LocalDate today) {
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
        made(derivation, claims);
        claims.add(
                switch (sampling.kind()) {
                    case ONE_TO_ONE ->
                            // a plane through a volume has no stored pixels to show one to one
                            !(derivation.uncovered() instanceof Derivation.ThroughVolume)
                                            && !sampling.coarse()
                                    ? new Claim.OneToOne()
                                    : new Claim.Repeated();
                    case NEAREST -> new Claim.Repeated();
                    case LINEAR, CUBIC -> new Claim.Interpolated();
                    case AVERAGED -> new Claim.Averaged();
                    case SKIPPED -> new Claim.Skipped();
                });
        claims.add(monitor.claim(today));
        return new Badge(claims);
    }

    private static void made(Derivation derivation, List<Claim> claims) {
        switch (derivation) {
            case Derivation.AsStored _ -> {}
            case Derivation.Subtracted(var _, var mask) -> claims.add(new Claim.Subtracted(mask));
            case Derivation.ThroughStack(var _, var frames, int inPart) -> {
                slices(0, inPart, claims);
                claims.add(new Claim.Slab(frames.size()));
            }
            case Derivation.Covered(var under) -> {
                claims.add(new Claim.Covered());
                made(under, claims);
            }
            case Derivation.Blended(var base) -> {
                claims.add(new Claim.Blended());
                made(base, claims);
            }
            case Derivation.ThroughVolume through -> {
                slices(through.unread(), through.inPart(), claims);
                claims.add(through.thick() ? new Claim.ThickPlane() : new Claim.Resampled());
            }
        }
    }

    private static void slices(int unread, int inPart, List<Claim> claims) {
        if (unread > 0) claims.add(new Claim.SlicesMissing(unread));
        if (inPart > 0) claims.add(new Claim.SlicesInPart(inPart));
    }
}
