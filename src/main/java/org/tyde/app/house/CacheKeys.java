package org.tyde.app.house;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;
import org.tyde.settings.TydeHome;
import org.tyde.store.Cache;
import org.tyde.store.Protection;
import org.tyde.store.WorkDatabase;
import org.tyde.store.seal.KeySource;
import org.tyde.store.seal.PassPhrase;
import org.tyde.work.JobRunner;

import java.io.Console;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The master key of the cache: 256 random bits in the key store, or derived from a pass phrase that the
/// environment holds or a person types. Which of the two the key file beside the cache says itself.
public final class CacheKeys implements KeySource {
    /// The variable that holds the pass phrase.
    public static final String VARIABLE = "TYDE_CACHE_PHRASE";

    private static final String NAME = "cache key";
    private static final int BYTES = 32;

    private final Secrets secrets;
    private final Optional<String> variable;
    private final boolean make;
    private Optional<PassPhrase> said = Optional.empty();

    private CacheKeys(Secrets secrets, Optional<String> variable, boolean make) {
        this.secrets = secrets;
        this.variable = variable;
        this.make = make;
    }

    /// @param secrets hold the key
    /// @return new wrappings by the key in the key store
    public static CacheKeys stored(Secrets secrets) {
        return new CacheKeys(secrets, Optional.empty(), false);
    }

    /// @param secrets hold the key, or get one
    /// @return new wrappings by the key in the key store, made where there is none
    public static CacheKeys made(Secrets secrets) {
        return new CacheKeys(secrets, Optional.empty(), true);
    }

    /// @param secrets for reading what was wrapped by a stored key
    /// @param variable of the environment; where it is not set the phrase is asked for on the console
    /// @return new wrappings by a pass phrase
    public static CacheKeys phrase(Secrets secrets, String variable) {
        return new CacheKeys(secrets, Optional.of(variable), false);
    }

    /// @param folder of a cache
    /// @param runner for its work in the background
    /// @param secrets hold the key where it is encrypted
    /// @return the cache, as it is: encrypted or not
    /// @throws Refusal as [Cache#open], or its key cannot be had
    public static Cache open(Path folder, JobRunner runner, Secrets secrets) throws Refusal {
        return open(folder, runner, secrets, Optional.empty());
    }

    /// @param folder of a cache
    /// @param runner for its work in the background
    /// @param secrets hold the key where it is encrypted
    /// @param encrypt whether it is to be encrypted; empty: as it is
    /// @return the cache; what is not as it is to be is converted in the background
    /// @throws Refusal as [Cache#open], or its key cannot be had
    static Cache open(Path folder, JobRunner runner, Secrets secrets, Optional<Boolean> encrypt)
            throws Refusal {
        boolean sealed = Protection.needed(folder);
        if (encrypt.isPresent() && (sealed || encrypt.get())) {
            var keys = sealed ? stored(secrets) : made(secrets);
            return Cache.open(folder, runner, new Protection(keys, encrypt.get()));
        }
        if (!Protection.needed(folder)) return Cache.open(folder, runner);
        return Cache.open(folder, runner, Protection.asItIs(stored(secrets)));
    }

    /// What can be lost only once is kept as the cache is: encrypted with it, and in the clear again only where
    /// that is said.
    ///
    /// @param home whose
    /// @param secrets hold the key where it is encrypted
    /// @param encrypt whether the cache is to be encrypted; empty: as it is
    /// @return drafts, outbox and the rest, opened after the cache
    /// @throws Refusal as [WorkDatabase#open], or its key cannot be had
    public static WorkDatabase openWork(TydeHome home, Secrets secrets, Optional<Boolean> encrypt)
            throws Refusal {
        boolean sealed = Protection.neededForWork(home.data());
        boolean wanted = encrypt.orElse(sealed || Protection.needed(home.cache()));
        if (!sealed && !wanted) return WorkDatabase.open(home.data());
        return WorkDatabase.open(home.data(), new Protection(stored(secrets), wanted));
    }

    @Override
    public int rounds() {
        return variable.isPresent() ? PassPhrase.ROUNDS : 0;
    }

    @Override
    public SecretKey key(byte[] salt, int rounds) throws Refusal {
        if (rounds == 0) return stored();
        return phrase().key(salt, rounds);
    }

    /// Asked for once: cache and drafts are wrapped apart.
    private synchronized PassPhrase phrase() throws Refusal {
        if (said.isPresent()) return said.get();
        var typed = phrase(variable.orElse(VARIABLE));
        try {
            var phrase = new PassPhrase(typed);
            said = Optional.of(phrase);
            return phrase;
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private SecretKey stored() throws Refusal {
        var kept = secrets.read(NAME);
        if (kept.isEmpty() && !make) throw new Refusal(AppReason.NO_CACHE_KEY);
        if (kept.isEmpty()) {
            var made = new byte[BYTES];
            new SecureRandom().nextBytes(made);
            secrets.write(NAME, HexFormat.of().formatHex(made).toCharArray());
            return new SecretKeySpec(made, "AES");
        }
        try {
            var bytes = HexFormat.of().parseHex(new String(kept.get()));
            if (bytes.length != BYTES) throw new Refusal(AppReason.CACHE_KEY_DAMAGED);
            return new SecretKeySpec(bytes, "AES");
        } catch (IllegalArgumentException notHex) {
            throw new Refusal(AppReason.CACHE_KEY_DAMAGED).because(notHex);
        } finally {
            Arrays.fill(kept.get(), ' ');
        }
    }

    private static char[] phrase(String variable) throws Refusal {
        var given = System.getenv(variable);
        if (given != null) return given.toCharArray();
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> console.readPassword("%s: ", variable))
                .orElseThrow(() -> new Refusal(AppReason.NO_CACHE_PHRASE, variable));
    }
}
