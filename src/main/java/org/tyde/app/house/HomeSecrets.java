package org.tyde.app.house;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;
import org.tyde.settings.TydeHome;
import org.tyde.settings.vault.Vaults;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;

/// The secrets of a home, for the command line. Where the desktop has no key store, the pass phrase of the
/// locked file comes from `TYDE_PASS_PHRASE` or is asked for on the terminal, when the first secret is.
public final class HomeSecrets implements Secrets {
    private static final String VARIABLE = "TYDE_PASS_PHRASE";

    private final Secrets below;

    private HomeSecrets(Secrets below) {
        this.below = below;
    }

    /// @param home whose secrets
    /// @return them
    public static Secrets of(TydeHome home) {
        return new HomeSecrets(Vaults.of(home));
    }

    @Override
    public Kind kind() {
        return below.kind();
    }

    @Override
    public Optional<char[]> read(String name) throws Refusal {
        unlock();
        return below.read(name);
    }

    @Override
    public void write(String name, char[] secret) throws Refusal {
        unlock();
        below.write(name, secret);
    }

    @Override
    public void delete(String name) throws Refusal {
        unlock();
        below.delete(name);
    }

    /// Without a pass phrase the key store says itself that it is locked.
    private void unlock() throws Refusal {
        var lock = below.lock().filter(Secrets.Lock::locked);
        var phrase = lock.isPresent() ? phrase() : Optional.<char[]>empty();
        if (phrase.isEmpty()) return;
        try {
            lock.orElseThrow().unlock(phrase.get());
        } finally {
            Arrays.fill(phrase.get(), '\0');
        }
    }

    private static Optional<char[]> phrase() {
        var variable = Optional.ofNullable(System.getenv(VARIABLE)).map(String::toCharArray);
        if (variable.isPresent()) return variable;
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .flatMap(c -> Optional.ofNullable(c.readPassword("%s: ", VARIABLE)));
    }
}
