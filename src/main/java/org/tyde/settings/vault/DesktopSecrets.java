package org.tyde.settings.vault;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;

import java.util.Optional;
import java.util.function.Supplier;

/// The key store of this desktop, looked for when the first secret is asked for.
final class DesktopSecrets implements Secrets {
    private final Supplier<Secrets> finder;
    private @Nullable Secrets found;

    DesktopSecrets(Supplier<Secrets> finder) {
        this.finder = finder;
    }

    private synchronized Secrets found() {
        if (found == null) found = finder.get();
        return found;
    }

    @Override
    public Kind kind() {
        return found().kind();
    }

    @Override
    public Optional<char[]> read(String name) throws Refusal {
        return found().read(name);
    }

    @Override
    public void write(String name, char[] secret) throws Refusal {
        found().write(name, secret);
    }

    @Override
    public void delete(String name) throws Refusal {
        found().delete(name);
    }

    @Override
    public Optional<Lock> lock() {
        return found().lock();
    }
}
