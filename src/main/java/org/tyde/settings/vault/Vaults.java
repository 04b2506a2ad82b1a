package org.tyde.settings.vault;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;
import org.tyde.settings.TydeHome;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/// Finds the key store of this desktop.
public final class Vaults {
    private static final Logger LOG = LoggerFactory.getLogger(Vaults.class);

    private Vaults() {}

    /// Asks the system's key store one question; may wait for the user to unlock it.
    ///
    /// @return the system's key store, empty where there is none or it does not answer
    public static Optional<Secrets> ofSystem() {
        var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        Supplier<Secrets> opener =
                system.startsWith("windows")
                        ? WindowsCredentials::new
                        : system.startsWith("mac") ? MacKeychain::new : SecretService::new;
        try {
            var secrets = opener.get();
            var _ = secrets.read("Tyde asks whether anybody is there");
            return Optional.of(secrets);
        } catch (IllegalArgumentException | Refusal absent) {
            LOG.info("this desktop has no key store: {}", absent.getMessage());
            return Optional.empty();
        }
    }

    /// @param home whose configuration folder holds the file for where there is no key store
    /// @return the system's key store, else that file; chosen when first asked
    public static Secrets of(TydeHome home) {
        var file = new LockedFile(home.config().resolve("secrets.json"));
        return new DesktopSecrets(() -> ofSystem().orElse(file));
    }
}
