package org.tyde.ui.viewport.volume;

import org.tyde.imaging.picture.Greys;
import org.tyde.imaging.picture.Sampling;
import org.tyde.refusal.Refusal;
import org.tyde.ui.viewport.Picturing;
import org.tyde.volume.Fusion;
import org.tyde.volume.Reformat;
import org.tyde.work.Pieces;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// The pixels of one plane.
///
/// @param reformat the plane
/// @param greys makes the table of its greys
/// @param fusion what lies over it in colour
/// @param pieces computes it
/// @param caption handed back with the pixels
record PlaneDrawing(
        Reformat reformat,
        Supplier<Greys> greys,
        Optional<Fusion> fusion,
        Pieces pieces,
        PlaneCaption caption)
        implements Picturing<PlaneCaption> {
    @Override
    public int width() {
        return reformat.columns();
    }

    @Override
    public int height() {
        return reformat.rows();
    }

    @Override
    public Optional<Sampling> draw(boolean atOnce, IntBuffer bgra, BooleanSupplier superseded) {
        Pieces mine =
                (count, workers) ->
                        pieces.compute(
                                count,
                                () -> {
                                    var worker = workers.get();
                                    return piece -> {
                                        if (!superseded.getAsBoolean()) worker.compute(piece);
                                    };
                                });
        try {
            var argb = new int[width() * height()];
            reformat.paint(greys.get(), mine, argb);
            if (fusion.isPresent())
                fusion.get()
                        .over(reformat.plane(), reformat.columns(), reformat.rows(), mine, argb);
            bgra.put(0, argb);
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
        return superseded.getAsBoolean()
                ? Optional.empty()
                : Optional.of(new Sampling(Sampling.Kind.LINEAR, 0, caption.coarse()));
    }
}
