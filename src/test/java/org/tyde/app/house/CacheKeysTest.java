package org.tyde.app.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;
import org.tyde.store.Cache;
import org.tyde.store.Instances;
import org.tyde.store.Protection;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class CacheKeysTest {
    @TempDir Path folder;
    private final Map<String, char[]> kept = new HashMap<>();
    private final Secrets secrets =
            new Secrets() {
                @Override
                public Kind kind() {
                    return Kind.LOCKED_FILE;
                }

                @Override
                public Optional<char[]> read(String name) {
                    return Optional.ofNullable(kept.get(name)).map(char[]::clone);
                }

                @Override
                public void write(String name, char[] secret) {
                    kept.put(name, secret.clone());
                }

                @Override
                public void delete(String name) {
                    kept.remove(name);
                }
            };

    @Test
    void theKeyIsMadeOnceAndOpensTheCacheFromThenOn() throws Exception {
        fill();
        assertEquals(1, kept.size());
        assertEquals(64, kept.values().iterator().next().length);
        try (var runner = new JobRunner(1);
                var cache = CacheKeys.open(folder, runner, secrets)) {
            assertTrue(cache.holds(Instances.sop(1, 1)));
        }
        assertTrue(Protection.needed(folder));
    }

    @Test
    void withoutTheSecretTheCacheStaysLocked() throws Exception {
        fill();
        kept.clear();
        try (var runner = new JobRunner(1)) {
            var refusal =
                    assertThrows(Refusal.class, () -> CacheKeys.open(folder, runner, secrets));
            assertEquals(AppReason.NO_CACHE_KEY, refusal.reason());
            assertEquals(0, kept.size());
        }
    }

    @Test
    void aSecretThatIsNoKeyIsSaidToBeNone() {
        kept.put("cache key", "letmein".toCharArray());
        var refusal =
                assertThrows(Refusal.class, () -> CacheKeys.stored(secrets).key(new byte[32], 0));
        assertEquals(AppReason.CACHE_KEY_DAMAGED, refusal.reason());
    }

    @Test
    void withoutAPhraseOrATerminalItIsAskedForByTheVariablesName() {
        var keys = CacheKeys.phrase(secrets, "TYDE_NO_SUCH_PHRASE");
        assertNotEquals(0, keys.rounds());
        var refusal = assertThrows(Refusal.class, () -> keys.key(new byte[32], keys.rounds()));
        assertEquals(AppReason.NO_CACHE_PHRASE, refusal.reason());
    }

    private void fill() throws Refusal {
        var on = new Protection(CacheKeys.made(secrets), true);
        try (var runner = new JobRunner(1);
                var cache = Cache.open(folder, runner, on)) {
            cache.accept(Instances.part10(1, 1));
        }
    }
}
