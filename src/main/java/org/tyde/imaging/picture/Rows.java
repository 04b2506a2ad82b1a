package org.tyde.imaging.picture;

/// Makes rows of one picture, on one thread; what a row becomes does not depend on which were made before.
@FunctionalInterface
interface Rows {
    /// @param y of the picture, from 0
    void make(int y);
}
