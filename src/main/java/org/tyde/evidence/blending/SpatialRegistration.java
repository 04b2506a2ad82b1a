package org.tyde.evidence.blending;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.geometry.Affine;
import org.tyde.geometry.Point3;
import org.tyde.geometry.Vector3;
import org.tyde.refusal.Refusal;

import java.util.HashMap;
import java.util.Map;

/// A spatial registration (PS3.3 C.20.2): how places of several frames of reference become places of one. Rigid
/// movements, uniformly scaled ones too, of one matrix each are applied; others are refused.
final class SpatialRegistration {
    /// What directions may be off a right angle and equal length, as matrices round them.
    private static final double TOLERANCE = 1e-3;

    private static final String RULE = "PS3.3 C.20.2";

    /// Frame of reference to the matrix that leads from it to the registered one.
    private final Map<String, Affine> maps;

    private SpatialRegistration(Map<String, Affine> maps) {
        this.maps = maps;
    }

    /// @param dataSet of a Spatial Registration
    /// @return its maps between frames of reference
    /// @throws Refusal where it cannot be read, or is no rigid movement
    static SpatialRegistration of(DataSet dataSet) throws Refusal {
        var maps = new HashMap<String, Affine>();
        maps.put(dataSet.textOr(Tag.FRAME_OF_REFERENCE_UID, ""), Affine.IDENTITY);
        for (var item : dataSet.sequence(Tag.REGISTRATION_SEQUENCE)) {
            var from = item.text(Tag.FRAME_OF_REFERENCE_UID);
            if (from.isPresent()) maps.put(from.get(), map(item));
        }
        return new SpatialRegistration(maps);
    }

    private static Affine map(DataSet item) throws Refusal {
        var registration = item.item(Tag.MATRIX_REGISTRATION_SEQUENCE);
        if (registration.isEmpty()) throw notApplied();
        var steps = registration.get().sequence(Tag.MATRIX_SEQUENCE);
        if (steps.size() != 1) throw notApplied();
        double[] m = steps.getFirst().decimals(Tag.FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX);
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

    /// @param from a frame of reference
    /// @param to another
    /// @return from places of the one to places of the other
    /// @throws Refusal where it is not of both
    Affine map(String from, String to) throws Refusal {
        var first = maps.get(from);
        var last = maps.get(to);
        if (first == null || last == null)
            throw new Refusal(BlendingReason.REGISTRATION_OF_OTHERS).withRule(RULE);
        return last.inverse().after(first);
    }
}
