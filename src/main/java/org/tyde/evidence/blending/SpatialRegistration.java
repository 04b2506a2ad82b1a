package org.tyde.evidence.blending;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Affine;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.imaging.ImageHeader;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A spatial registration (PS3.3 C.20.2): how places of several frames of reference, or of images by name, become places
/// of one. Rigid movements are applied, uniformly scaled ones too. Several matrices are where their order makes no
/// difference: it stands in Equation C.20.2-2 alone, of which no text is at hand.
final class SpatialRegistration {
    /// What directions may be off a right angle and equal length, as matrices round them.
    private static final double TOLERANCE = 1e-3;

    /// How far apart the two orders of several matrices may bring a place of the body, mm.
    private static final double SAME_PLACE = 0.01;

    /// As far as places of a body are from the origin, mm.
    private static final double BODY = 1000;

    private static final String RULE = "PS3.3 C.20.2";

    private final String target;

    /// Frame of reference, and SOP Instance UID of images, to what leads from there to the registered space.
    private final Map<String, Affine> maps;

    private SpatialRegistration(String target, Map<String, Affine> maps) {
        this.target = target;
        this.maps = maps;
    }

    /// @param dataSet of a Spatial Registration
    /// @return its maps between frames of reference
    /// @throws Refusal where it cannot be read, deforms, or is no rigid movement
    static SpatialRegistration of(DataSet dataSet) throws Refusal, DicomFormatException {
        if (dataSet.textOr(Tag.SOP_CLASS_UID, "")
                .equals(SopClass.DEFORMABLE_SPATIAL_REGISTRATION_STORAGE))
            throw new Refusal(BlendingReason.REGISTRATION_DEFORMS)
                    .withPlace("(0064,0002)")
                    .withRule("PS3.3 C.20.3");
        var maps = new HashMap<String, Affine>();
        for (var item : dataSet.sequence(Tag.REGISTRATION_SEQUENCE)) {
            var map = map(item);
            var images = item.sequence(Tag.REFERENCED_IMAGE_SEQUENCE);
            for (var image : images)
                maps.put(image.textOr(Tag.REFERENCED_SOP_INSTANCE_UID, ""), map);
            var from = item.text(Tag.FRAME_OF_REFERENCE_UID);
            if (from.isPresent() && images.isEmpty()) maps.put(from.get(), map);
            else from.ifPresent(space -> maps.putIfAbsent(space, map));
        }
        return new SpatialRegistration(dataSet.textOr(Tag.FRAME_OF_REFERENCE_UID, ""), maps);
    }

    private static Affine map(DataSet item) throws Refusal, DicomFormatException {
        var registration = item.item(Tag.MATRIX_REGISTRATION_SEQUENCE);
        if (registration.isEmpty()) throw notApplied();
        var steps = new ArrayList<Affine>();
        for (var step : registration.get().sequence(Tag.MATRIX_SEQUENCE)) steps.add(matrix(step));
        if (steps.isEmpty()) throw notApplied();
        var map = product(steps);
        if (!same(map, product(steps.reversed())))
            throw new Refusal(BlendingReason.REGISTRATION_ORDER, steps.size())
                    .withPlace("(0070,030A)")
                    .withRule("PS3.3 C.20.2.1.1");
        return map;
    }

    private static Affine product(List<Affine> steps) {
        var map = Affine.IDENTITY;
        for (var step : steps) map = map.after(step);
        return map;
    }

    private static boolean same(Affine a, Affine b) {
        return a.origin().minus(b.origin()).length() <= SAME_PLACE
                && apart(a.xAxis(), b.xAxis()) <= SAME_PLACE
                && apart(a.yAxis(), b.yAxis()) <= SAME_PLACE
                && apart(a.zAxis(), b.zAxis()) <= SAME_PLACE;
    }

    private static double apart(Vector3 a, Vector3 b) {
        return a.plus(b.negated()).length() * BODY;
    }

    private static Affine matrix(DataSet step) throws Refusal, DicomFormatException {
        double[] m = step.decimals(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX);
        if (m.length != 16 || m[12] != 0 || m[13] != 0 || m[14] != 0 || m[15] != 1)
            throw notApplied();
        var map =
                new Affine(
                        new Vector3(m[0], m[4], m[8]),
                        new Vector3(m[1], m[5], m[9]),
                        new Vector3(m[2], m[6], m[10]),
                        new Point3(m[3], m[7], m[11]));
        if (!rigid(map)) throw notApplied();
        return map;
    }

    /// A mirror image of a patient is nobody.
    private static boolean rigid(Affine map) {
        double length = map.xAxis().length();
        double most = TOLERANCE * length;
        return length > 0
                && Math.abs(map.yAxis().length() - length) <= most
                && Math.abs(map.zAxis().length() - length) <= most
                && Math.abs(map.xAxis().dot(map.yAxis())) <= most * length
                && Math.abs(map.yAxis().dot(map.zAxis())) <= most * length
                && Math.abs(map.zAxis().dot(map.xAxis())) <= most * length
                && map.determinant() > 0;
    }

    private static Refusal notApplied() {
        return new Refusal(BlendingReason.REGISTRATION_NOT_APPLIED)
                .withPlace("(0070,0308)")
                .withRule(RULE);
    }

    /// @param image which
    /// @param from its frame of reference
    /// @param to a frame of reference
    /// @return from places of the image to places of the other
    /// @throws Refusal where it is not of both
    Affine map(ImageHeader image, String from, String to) throws Refusal, DicomFormatException {
        var own = Optional.ofNullable(maps.get(image.dataSet().textOr(Tag.SOP_INSTANCE_UID, "")));
        var first = own.or(() -> space(from));
        var last = to.equals(target) ? Optional.of(Affine.IDENTITY) : space(to);
        if (first.isEmpty() || last.isEmpty())
            throw new Refusal(BlendingReason.REGISTRATION_OF_OTHERS).withRule(RULE);
        return last.get().inverse().after(first.get());
    }

    private Optional<Affine> space(String uid) {
        var map = Optional.ofNullable(maps.get(uid));
        return map.isEmpty() && uid.equals(target) ? Optional.of(Affine.IDENTITY) : map;
    }
}
