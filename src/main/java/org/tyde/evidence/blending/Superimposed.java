package org.tyde.evidence.blending;

import org.tyde.evidence.presentation.Blending;
import org.tyde.geometry.Affine;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.IccTransform;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.lut.DisplayFunction;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.refusal.Refusal;
import org.tyde.volume.ColourLayer;
import org.tyde.volume.Layer;
import org.tyde.work.Pieces;

import java.nio.IntBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a blending state makes of the picture of one frame of its base: the other inputs at the same places in the
/// patient, mixed with it (PS3.4 N.2.4.3, N.2.6). Where an input has no value, it does not count. Immutable and
/// thread-safe.
///
/// @param blending its steps
/// @param under where the frame lies
/// @param layers one for each input; that of the base says where it has values, empty: everywhere
/// @param profile from blended colours to those of the screen
/// @param loss what was lost of the images beside the frame before they came
/// @param notApplied what of the inputs' tables is not honoured
public record Superimposed(
        Blending blending,
        ImagePlane under,
        List<Optional<Placed>> layers,
        Optional<IccTransform> profile,
        SourceLoss loss,
        Set<NotApplied> notApplied) {
    private static final int BAND = 32;

    /// An input.
    ///
    /// @param layer its colours
    /// @param registered from the frame's patient coordinates to its own
    public record Placed(Layer layer, Affine registered) {}

    /// @param layers copied
    /// @param notApplied copied
    public Superimposed {
        layers = List.copyOf(layers);
        notApplied = Set.copyOf(notApplied);
    }

    /// @param view where the frame lies in the picture
    /// @param width px of the picture
    /// @param height px of the picture
    /// @param pieces computes it
    /// @param bgra the frame through the tables of its input, row by row; becomes the blended picture
    /// @param monitor takes the greys of inputs; those of the frame have it already
    public void over(
            ImageToScreen view,
            int width,
            int height,
            Pieces pieces,
            IntBuffer bgra,
            DisplayFunction monitor) {
        try {
            var colours = colours(view, width, height, pieces);
            for (int i = 0; i < colours.length; i++)
                if (grey(i) && !monitor.straight())
                    for (int at = 0; at < colours[i].length; at++)
                        if (colours[i][at] != 0) colours[i][at] = monitor.onto(colours[i][at]);
            mix(colours, width, height, pieces, bgra);
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
        if (profile.isPresent()) toScreen(profile.get(), width, height, bgra);
    }

    private boolean grey(int input) {
        var placed = layers.get(input);
        return blending.inputs().get(input).presentation() instanceof PresentationLut.Identity
                && placed.isPresent()
                && !(placed.get().layer() instanceof ColourLayer);
    }

    private int[][] colours(ImageToScreen view, int width, int height, Pieces pieces)
            throws Refusal {
        var colours = new int[layers.size()][];
        for (int i = 0; i < colours.length; i++) {
            var placed = layers.get(i);
            colours[i] =
                    placed.isPresent()
                            ? placed.get()
                                    .layer
                                    .colours(
                                            picture(view, placed.get().registered),
                                            width,
                                            height,
                                            pieces)
                            : new int[0];
        }
        return colours;
    }

    private void mix(int[][] colours, int width, int height, Pieces pieces, IntBuffer bgra)
            throws Refusal {
        int base = blending.inputs().indexOf(blending.base());
        pieces.compute(
                Math.ceilDiv(height, BAND),
                () -> {
                    var mixture = new Mixture(blending, width);
                    var line = new int[width];
                    return band -> {
                        int end = Math.min(height, (band + 1) * BAND);
                        for (int y = band * BAND; y < end; y++) {
                            for (int i = 0; i < colours.length; i++)
                                if (i != base) mixture.put(i, colours[i], y * width);
                            bgra.get(y * width, line);
                            var there = colours[base];
                            for (int x = 0; x < width && there.length > 0; x++)
                                if (there[y * width + x] == 0) line[x] = 0;
                            mixture.put(base, line, 0);
                            mixture.mix(line);
                            bgra.put(y * width, line);
                        }
                    };
                });
    }

    /// Colours that the blending gives are those of the device of the state's profile (PS3.4 N.2.4.4).
    private static void toScreen(IccTransform profile, int width, int height, IntBuffer bgra) {
        var rgb = new byte[3 * width];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int pixel = bgra.get(y * width + x);
                for (int k = 0; k < 3; k++) rgb[3 * x + k] = (byte) (pixel >> (16 - 8 * k));
            }
            profile.apply(rgb);
            for (int x = 0; x < width; x++)
                bgra.put(
                        y * width + x,
                        0xFF000000
                                | (rgb[3 * x] & 0xFF) << 16
                                | (rgb[3 * x + 1] & 0xFF) << 8
                                | rgb[3 * x + 2] & 0xFF);
        }
    }

    /// The plane of the picture in the patient coordinates of an input.
    private ImagePlane picture(ImageToScreen view, Affine registered) {
        var origin = at(view, 0.5, 0.5, registered);
        var right = at(view, 1.5, 0.5, registered).minus(origin);
        var down = at(view, 0.5, 1.5, registered).minus(origin);
        return new ImagePlane(origin, unit(right), unit(down), down.length(), right.length());
    }

    private static Vector3 unit(Vector3 way) {
        return way.times(1 / way.length());
    }

    private Point3 at(ImageToScreen view, double x, double y, Affine registered) {
        var place = view.toImage(x, y);
        return registered.apply(under.toPatient(place.x(), place.y()));
    }
}
