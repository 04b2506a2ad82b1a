package org.tyde.dicom.io;

/// How far a reader follows a file before it refuses it.
///
/// @param depth levels of sequences, at most 1,000: reading recurses once a level
/// @param elements in all data sets of the file together
/// @param inMemory bytes of header held in memory, values and what data sets take themselves; large
///     binary values stay in the file
/// @param inflated bytes of a deflated data set
/// @param keepInFile a binary value of more bytes stays in the file
public record ReaderLimits(int depth, int elements, long inMemory, long inflated, int keepInFile) {
    /// For files as they come in hospitals: 64 levels, 20 million elements, 1 GiB of header, 1 GiB
    /// inflated; binary values above 16 KiB stay in the file.
    public static final ReaderLimits USUAL =
            new ReaderLimits(64, 20_000_000, 1L << 30, 1L << 30, 1 << 14);

    private static final int DEEPEST = 1000;

    /// @throws IllegalArgumentException where a limit is not positive, or the depth beyond 1,000
    public ReaderLimits {
        if (depth < 1 || elements < 1 || inMemory < 1 || inflated < 1 || keepInFile < 1)
            throw new IllegalArgumentException("limits are positive");
        if (depth > DEEPEST)
            throw new IllegalArgumentException("at most " + DEEPEST + " levels, not " + depth);
    }
}
