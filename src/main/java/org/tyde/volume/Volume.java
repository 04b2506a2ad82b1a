package org.tyde.volume;

import org.tyde.geometry.ImagePlane;
import org.tyde.geometry.Point3;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.SourceLoss;
import org.tyde.imaging.lut.ModalityLut;
import org.tyde.imaging.lut.PixelUnit;
import org.tyde.imaging.lut.PresentationLut;
import org.tyde.imaging.lut.ValueRange;
import org.tyde.imaging.lut.Voi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Slices as one body of voxels in the patient. A volume in the making is the same with some slices not yet
/// here; it says so. Immutable and thread-safe.
public final class Volume {
    private final VolumeGrid grid;
    private final Voxels voxels;
    private final VolumeValues values;
    private final ImageHeader header;
    private final SourceLoss loss;
    private final Optional<String> frameOfReference;
    private final ValueRange range;
    private final int here;
    private final List<Integer> unread;
    private final List<Integer> inPart;

    Volume(
            VolumeGrid grid,
            Voxels voxels,
            VolumeValues values,
            ImageHeader header,
            SourceLoss loss,
            Optional<String> frameOfReference,
            ValueRange range,
            int here,
            List<Integer> unread,
            List<Integer> inPart) {
        this.grid = grid;
        this.voxels = voxels;
        this.values = values;
        this.header = header;
        this.loss = loss;
        this.frameOfReference = frameOfReference;
        this.range = range;
        this.here = here;
        this.unread = List.copyOf(unread);
        this.inPart = List.copyOf(inPart);
    }

    /// @return where its voxels lie
    public VolumeGrid grid() {
        return grid;
    }

    /// @return of its first slice: identity, windows, units
    public ImageHeader header() {
        return header;
    }

    /// @return the worst of what its slices lost before they came
    public SourceLoss loss() {
        return loss;
    }

    /// @return Frame of Reference UID (0020,0052): with which other positions its own can be compared
    public Optional<String> frameOfReference() {
        return frameOfReference;
    }

    /// @return how many slices are here
    public int slicesHere() {
        return here;
    }

    /// @return whether slices are still to come
    public boolean partial() {
        return here + unread.size() < grid.slices();
    }

    /// @return numbers of the slices that could not be read, which stay black
    public List<Integer> unread() {
        return unread;
    }

    /// @return numbers of the slices that could be read in part only: rows that are not there stay black, and
    ///     values may be only near those that were encoded
    public List<Integer> inPart() {
        return inPart;
    }

    /// @param plane through the volume
    /// @param slab how thick it is seen
    /// @return the slices that lie in it whole ([VolumeGrid#slicesIn]) and are here
    public List<VolumeSlice> slicesIn(ImagePlane plane, Slab slab) {
        int come = here + unread.size();
        return grid.slicesIn(plane, slab).stream()
                .filter(k -> k < come)
                .map(grid.order()::get)
                .filter(s -> !unread.contains(s.number()))
                .toList();
    }

    /// @return from the values of voxels to values with a meaning
    public ModalityLut modality() {
        return values.modality();
    }

    /// @return what the values mean after [#modality()]
    public PixelUnit unit() {
        return values.modality().unit();
    }

    /// @return least and greatest value of a voxel, before [#modality()]
    public ValueRange range() {
        return range;
    }

    /// @return the same after [#modality()]
    public ValueRange modalityRange() {
        double a = modality().apply(range.least());
        double b = modality().apply(range.greatest());
        return new ValueRange(Math.min(a, b), Math.max(a, b));
    }

    /// @return bytes its voxels take when all are here
    public long bytes() {
        return voxels.bytes();
    }

    /// @param voi what the person chose
    /// @param inverted the view's own inversion
    /// @return from voxel values to grey
    public GrayscalePipeline pipeline(Voi voi, boolean inverted) {
        return new GrayscalePipeline(
                modality(),
                voi,
                inverted,
                PresentationLut.of(header.format().photometric()),
                modalityRange());
    }

    /// @param column from 0
    /// @param row from 0
    /// @param slice from 0, in the grid's order
    /// @return its value in [#unit()]; empty where there is none
    public OptionalDouble value(int column, int row, int slice) {
        java.util.Objects.checkIndex(column, grid.columns());
        java.util.Objects.checkIndex(row, grid.rows());
        return modality(voxels.at(row * grid.columns() + column, slice));
    }

    /// @param place mm in the patient
    /// @return the value there in [#unit()], interpolated; empty outside
    public OptionalDouble at(Point3 place) {
        var p = grid.fromPatient().apply(place);
        var line = new VoxelLine(p.x(), p.y(), p.z(), 0, 0, 0);
        var range = new int[] {0, 1};
        line.within(grid, range);
        if (range[0] >= range[1]) return OptionalDouble.empty();
        var places = new Places(1);
        places.fill(line, grid, 0, 1);
        var one = new float[1];
        voxels.sample(places, 1, one, 0);
        return modality(one[0]);
    }

    private OptionalDouble modality(float voxel) {
        return Float.isNaN(voxel)
                ? OptionalDouble.empty()
                : OptionalDouble.of(modality().apply(voxel));
    }

    /// @return whether voxel values are whole numbers, of at most 16 bits
    public boolean whole() {
        return values.kind() != VolumeValues.Kind.FLOATS;
    }

    Voxels voxels() {
        return voxels;
    }
}
