package org.tyde.dimse;

/// How many answers are wanted. DIMSE has no pages: the answers before the page come and are dropped, and
/// after it a C-CANCEL goes out (PS3.4 C.4.1.3).
///
/// @param skip answers before the page
/// @param count answers in it; 0 for all
/// @param most answers after which a query counts as endless
public record FindLimits(int skip, int count, int most) {
    /// All answers, up to 100,000.
    public static final FindLimits ALL = new FindLimits(0, 0, 100_000);

    /// @throws IllegalArgumentException where one is negative
    public FindLimits {
        if (skip < 0 || count < 0 || most < 1) throw new IllegalArgumentException("negative limit");
    }

    /// @param skip answers before the page
    /// @param count answers in it
    /// @return that page
    public static FindLimits page(int skip, int count) {
        return new FindLimits(skip, count, ALL.most);
    }

    /// @param answers after which a query counts as endless
    /// @return the same, with that limit
    public FindLimits atMost(int answers) {
        return new FindLimits(skip, count, answers);
    }
}
