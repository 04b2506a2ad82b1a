package org.tyde.app.desk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;
import org.tyde.settings.SettingsReason;
import org.tyde.store.DraftSound;
import org.tyde.store.StoreReason;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

class SoundKeyTest {
    private static final String REPORT = "7d5c3a52-6a1e-4a53-9a55-0d60c0b5f001";
    private static final String PRESS = "0b3f8a90-15c8-4e6a-8f1e-5f3c4c1d0001";

    @TempDir Path folder = Path.of("");

    /// A key store in memory, which may be locked.
    private static final class Store implements Secrets {
        private final Map<String, String> kept = new HashMap<>();
        boolean locked;

        @Override
        public Kind kind() {
            return Kind.LOCKED_FILE;
        }

        @Override
        public Optional<char[]> read(String name) throws Refusal {
            if (locked) throw new Refusal(SettingsReason.NO_SECRET, name);
            return Optional.ofNullable(kept.get(name)).map(String::toCharArray);
        }

        @Override
        public void write(String name, char[] secret) {
            kept.put(name, new String(secret));
        }

        @Override
        public void delete(String name) {
            kept.remove(name);
        }
    }

    private void speak(Secrets secrets) throws Exception {
        try (var writer = new DraftSound(folder, SoundKey.of(secrets)).begin(REPORT, PRESS)) {
            writer.append(new byte[] {1, 2, 3, 4});
        }
    }

    @Test
    void marksPlayAgainAfterARestart() throws Exception {
        var store = new Store();
        speak(store);
        assertArrayEquals(
                new byte[] {1, 2, 3, 4},
                new DraftSound(folder, SoundKey.of(store)).read(REPORT, PRESS, 0, 100));
    }

    @Test
    void withALockedKeyStoreTheSoundEndsWithTheProgramAndIsSealedAllTheSame() throws Exception {
        var store = new Store();
        store.locked = true;
        speak(store);
        assertEquals(Map.of(), store.kept);
        var refusal =
                assertThrows(
                        Refusal.class,
                        () ->
                                new DraftSound(folder, SoundKey.of(store))
                                        .read(REPORT, PRESS, 0, 100));
        assertEquals(StoreReason.SOUND_DAMAGED, refusal.reason());
    }

    @Test
    void theKeyIsDrawnAnewForEachHome() {
        var first = SoundKey.of(new Store()).getEncoded();
        assertEquals(32, first.length);
        assertFalse(Arrays.equals(first, SoundKey.of(new Store()).getEncoded()));
    }
}
