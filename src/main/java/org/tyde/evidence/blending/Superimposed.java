package org.tyde.evidence.blending;

import org.tyde.geometry.Affine;
import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.IccTransform;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.lut.NotApplied;
import org.tyde.refusal.Refusal;
import org.tyde.volume.Layer;
import org.tyde.work.Pieces;

import java.nio.IntBuffer;
import java.util.Optional;
import java.util.Set;

/// Images in colour over the greys of one frame (PS3.4 N.2.4.3). Where the upper ones have no value, the lower one is
/// seen alone. Immutable and thread-safe.
///
/// @param layer the upper images
/// @param under where the lower frame lies
/// @param registered from the lower frame's patient coordinates to those of the layer
/// @param opacity of the layer, 0 to 1
/// @param profile from blended colours to those of the screen
/// @param notApplied what of the upper images' tables is not honoured
public record Superimposed(
        Layer layer,
        ImagePlane under,
        Affine registered,
        double opacity,
        Optional<IccTransform> profile,
        Set<NotApplied> notApplied) {
    /// @param notApplied copied
    /// @throws IllegalArgumentException for an opacity beyond 0 to 1
    public Superimposed {
        notApplied = Set.copyOf(notApplied);
        if (!(opacity >= 0 && opacity <= 1)) throw new IllegalArgumentException("" + opacity);
    }

    /// @param view where the lower frame lies in the picture
    /// @param width px of the picture
    /// @param height px of the picture
    /// @param pieces computes it
    /// @param bgra the greys of the lower frame, row by row; becomes both
    public void over(ImageToScreen view, int width, int height, Pieces pieces, IntBuffer bgra) {
        int[] colours;
        try {
            colours = layer.colours(picture(view), width, height, pieces);
        } catch (Refusal impossible) {
            throw new IllegalStateException(impossible);
        }
        var upper = new double[256];
        var lower = new double[256];
        for (int i = 0; i < 256; i++) {
            upper[i] = i * opacity;
            lower[i] = i * (1 - opacity) + 0.5;
        }
        for (int i = 0; i < colours.length; i++)
            if (colours[i] != 0) bgra.put(i, mixed(bgra.get(i), lower, colours[i], upper));
        if (profile.isPresent()) toScreen(profile.get(), width, height, bgra);
    }

    private static int mixed(int below, double[] lower, int above, double[] upper) {
        int mixed = 0xFF000000;
        for (int shift = 0; shift <= 16; shift += 8)
            mixed |= (int) (lower[below >> shift & 0xFF] + upper[above >> shift & 0xFF]) << shift;
        return mixed;
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

    /// The plane of the picture in the layer's patient coordinates.
    private ImagePlane picture(ImageToScreen view) {
        var origin = at(view, 0.5, 0.5);
        var right = at(view, 1.5, 0.5).minus(origin);
        var down = at(view, 0.5, 1.5).minus(origin);
        return new ImagePlane(origin, unit(right), unit(down), down.length(), right.length());
    }

    private static Vector3 unit(Vector3 way) {
        return way.times(1 / way.length());
    }

    private Point3 at(ImageToScreen view, double x, double y) {
        var place = view.toImage(x, y);
        return registered.apply(under.toPatient(place.x(), place.y()));
    }
}
