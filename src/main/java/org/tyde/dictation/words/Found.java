package org.tyde.dictation.words;

/// How some of the words are written.
///
/// @param written how
/// @param next index of the word after them
/// @param doubtful whether a person must look at it: the words could not be sure, or name what there is
///     none of
record Found(String written, int next, boolean doubtful) {
    Found(String written, int next) {
        this(written, next, false);
    }

    int value() {
        return Integer.parseInt(written);
    }

    Found after(String head) {
        return new Found(head + written, next, doubtful);
    }

    Found doubted() {
        return new Found(written, next, true);
    }
}
