package org.tyde.geometry;

/// One of the six directions of a patient, with the letter of DICOM (PS3.3 C.7.6.1.1.1).
public enum PatientDirection {
    /// Left.
    L,
    /// Right.
    R,
    /// Anterior, to the front.
    A,
    /// Posterior, to the back.
    P,
    /// Head.
    H,
    /// Feet.
    F;

    /// @return length 1, LPS
    public Vector3 vector() {
        return switch (this) {
            case L -> new Vector3(1, 0, 0);
            case R -> new Vector3(-1, 0, 0);
            case A -> new Vector3(0, -1, 0);
            case P -> new Vector3(0, 1, 0);
            case H -> new Vector3(0, 0, 1);
            case F -> new Vector3(0, 0, -1);
        };
    }

    /// @return the way back
    public PatientDirection opposite() {
        return switch (this) {
            case L -> R;
            case R -> L;
            case A -> P;
            case P -> A;
            case H -> F;
            case F -> H;
        };
    }
}
