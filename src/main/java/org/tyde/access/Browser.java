package org.tyde.access;

import org.tyde.refusal.Refusal;

import java.net.URI;

/// Shows an address to a person.
@FunctionalInterface
public interface Browser {
    /// @param address http or https
    /// @throws Refusal when nothing here can show it
    void open(URI address) throws Refusal;
}
