package org.tyde.dicom.io;

import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The way from the outermost data set to where a reading stands, for what it says; and the limits
/// that hold on the way.
final class Trail {
    private static final int MOST_OF_A_KIND = 25;

    /// What a data set takes in memory, and each of its elements: measured, rounded up.
    private static final int DATA_SET_BYTES = 200;

    private static final int ELEMENT_BYTES = 16;

    final ReaderLimits limits;
    private final Cursor at;
    private final List<Warning> warnings;
    private final Map<Warning.Kind, Integer> ofAKind = new EnumMap<>(Warning.Kind.class);
    private final long[] path; // tag and item number of each level
    private int levels;
    private int elements;
    private long memory;

    Trail(Cursor at, ReaderLimits limits, List<Warning> warnings) {
        this.at = at;
        this.limits = limits;
        this.path = new long[limits.depth()];
        this.warnings = warnings;
    }

    int depth() {
        return levels;
    }

    void enter(int sequence, int item) throws DicomFormatException {
        path[levels++] = (long) sequence << 32 | item;
    }

    void leave() {
        levels--;
    }

    /// @throws DicomFormatException where a sequence would be nested too deep
    void roomBelow() throws DicomFormatException {
        if (levels >= limits.depth())
            throw refuse(DicomReason.TOO_DEEP, at.position, limits.depth()).withRule("PS3.5 7.5");
    }

    /// One element, item or fragment more.
    void count(long offset) throws DicomFormatException {
        if (++elements > limits.elements())
            throw refuse(DicomReason.TOO_MANY_ELEMENTS, offset, limits.elements());
    }

    /// One data set more, of that many elements.
    void keep(int size, long offset) throws DicomFormatException {
        memory += DATA_SET_BYTES + (long) ELEMENT_BYTES * size;
        if (memory > limits.inMemory())
            throw refuse(DicomReason.TOO_LARGE_IN_MEMORY, offset, limits.inMemory());
    }

    int said() {
        return warnings.size();
    }

    /// Takes back what was said and entered since.
    void back(int said, int depth) {
        while (warnings.size() > said)
            ofAKind.merge(warnings.removeLast().kind(), -1, Integer::sum);
        levels = depth;
    }

    void warn(Warning.Kind kind, long offset) {
        if (ofAKind.getOrDefault(kind, 0) >= MOST_OF_A_KIND) return;
        ofAKind.merge(kind, 1, Integer::sum);
        warnings.add(new Warning(kind, place(), offset));
    }

    DicomFormatException refuse(DicomReason reason, long offset, Object... arguments) {
        return new DicomFormatException(reason, offset, arguments).at(place());
    }

    private String place() {
        var places = new ArrayList<String>();
        for (int i = 0; i < levels; i++)
            places.add(new Tag((int) (path[i] >>> 32)) + "[" + (int) path[i] + "]");
        if (at.tag != 0 && at.tag >>> 16 != 0xFFFE) places.add(new Tag(at.tag).toString());
        return String.join(".", places);
    }
}
