package org.tyde.geometry;

/// How a stored image is turned on the screen: first rotated clockwise, then, where mirrored, flipped
/// left to right, in the order of a presentation state (PS3.3 C.10.6). The eight of them are a group.
///
/// @param quarters clockwise quarter turns, 0 to 3
/// @param mirrored whether the picture is a mirror image of the stored one
public record Turn(int quarters, boolean mirrored) {
    /// As stored.
    public static final Turn NONE = new Turn(0, false);

    /// @throws IllegalArgumentException when the quarter turns are not 0 to 3
    public Turn {
        if (quarters < 0 || quarters > 3)
            throw new IllegalArgumentException("quarter turns are 0 to 3, not " + quarters);
    }

    /// @return this, then a quarter turn clockwise as seen on the screen
    public Turn right() {
        return turned(1);
    }

    /// @return this, then a quarter turn anticlockwise as seen on the screen
    public Turn left() {
        return turned(3);
    }

    /// @return this, then left and right of the screen exchanged
    public Turn flippedLeftRight() {
        return new Turn(quarters, !mirrored);
    }

    /// @return this, then top and bottom of the screen exchanged
    public Turn flippedTopBottom() {
        return new Turn((quarters + 2) % 4, !mirrored);
    }

    /// @return the turn that undoes this one
    public Turn inverse() {
        return mirrored ? this : new Turn((4 - quarters) % 4, false);
    }

    /// @param next what comes after this
    /// @return both in one
    public Turn then(Turn next) {
        var turned = turned(next.quarters);
        return next.mirrored ? turned.flippedLeftRight() : turned;
    }

    /// @return whether rows of the image run up and down the screen
    public boolean sideways() {
        return quarters % 2 == 1;
    }

    private Turn turned(int more) {
        return new Turn((quarters + (mirrored ? 4 - more : more)) % 4, mirrored);
    }

    /// @return degrees clockwise that give the same picture when the flip comes before the rotation
    public int degreesAfterFlip() {
        return mirrored ? (360 - 90 * quarters) % 360 : 90 * quarters;
    }

    /// @return screen x per column: -1, 0 or 1
    public int xx() {
        int cos = quarters == 0 ? 1 : quarters == 2 ? -1 : 0;
        return mirrored ? -cos : cos;
    }

    /// @return screen x per row: -1, 0 or 1
    public int xy() {
        int sin = quarters == 1 ? -1 : quarters == 3 ? 1 : 0;
        return mirrored ? -sin : sin;
    }

    /// @return screen y (downwards) per column: -1, 0 or 1
    public int yx() {
        return quarters == 1 ? 1 : quarters == 3 ? -1 : 0;
    }

    /// @return screen y (downwards) per row: -1, 0 or 1
    public int yy() {
        return quarters == 0 ? 1 : quarters == 2 ? -1 : 0;
    }
}
