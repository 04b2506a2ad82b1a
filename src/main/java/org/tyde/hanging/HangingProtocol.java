package org.tyde.hanging;

/// A way to hang studies of a kind.
public interface HangingProtocol {
    /// @return its id, such as `MG`
    String id();

    /// @param study the current one
    /// @return whether this protocol is made for it
    boolean suits(HangStudy study);

    /// @param input a study it suits, and its prior
    /// @return how they hang
    Hang hang(HangInput input);
}
