package org.tyde.geometry;

/// Which way a plane cuts the patient.
public enum AnatomicPlane {
    /// Across the body's axis.
    AXIAL,
    /// From side to side, along the body's axis.
    CORONAL,
    /// From front to back, along the body's axis.
    SAGITTAL;

    /// @param normal of a plane, of any length but 0
    /// @return the nearest of the three; between two the one named first here
    public static AnatomicPlane nearest(Vector3 normal) {
        double x = Math.abs(normal.x());
        double y = Math.abs(normal.y());
        double z = Math.abs(normal.z());
        if (z >= y && z >= x) return AXIAL;
        return y >= x ? CORONAL : SAGITTAL;
    }

    /// The way a stack of such planes is read: head to feet, anterior to posterior, right to left.
    ///
    /// @return where the last image of the stack lies as seen from the first
    public PatientDirection readingDirection() {
        return switch (this) {
            case AXIAL -> PatientDirection.F;
            case CORONAL -> PatientDirection.P;
            case SAGITTAL -> PatientDirection.L;
        };
    }
}
