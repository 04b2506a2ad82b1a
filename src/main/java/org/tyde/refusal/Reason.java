package org.tyde.refusal;

/// Why something was refused. Each room has one enum of its reasons; the sentence of a constant
/// stands under `reason.NAME` in the `messages_*` of the enum's package.
public interface Reason {
    /// @return the constant's name, as of an enum
    String name();

    /// @return the enum that declares it, as of an enum
    Class<?> getDeclaringClass();
}
