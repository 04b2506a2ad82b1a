package org.tyde.hanging;

/// A way to hang studies of a kind.
public interface HangingProtocol {
    /// @return its id, such as `MG`
    String id();

    /// @param study the current one
    /// @return whether this protocol is made for it
    boolean suits(HangStudy study);

    /// @param prior of the same patient
    /// @return whether this protocol can lay that study's images beside the current ones
    default boolean takesPrior(HangStudy prior) {
        return suits(prior);
    }

    /// @param input a study it suits, and a prior it takes
    /// @return how they hang
    Hang hang(HangInput input);
}
