package org.tyde.app.desk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key that the sound of drafts is sealed with. It lies in the system's key store; where that is locked
/// or fails, and in the demo, a key is drawn that ends with the program: sound then plays until Tyde is
/// closed, and is never written unsealed.
final class SoundKey {
    private static final Logger LOG = LoggerFactory.getLogger(SoundKey.class);
    private static final String NAME = "sound key";
    private static final int BYTES = 32;

    private SoundKey() {}

    /// Waits for the key store.
    ///
    /// @param secrets hold the key, or get one
    /// @return the key of this home
    static SecretKey of(Secrets secrets) {
        try {
            var kept = secrets.read(NAME);
            if (kept.isEmpty()) return made(secrets);
            try {
                var bytes = HexFormat.of().parseHex(new String(kept.get()));
                if (bytes.length == BYTES) return new SecretKeySpec(bytes, "AES");
                return made(secrets);
            } catch (IllegalArgumentException notHex) {
                return made(secrets);
            } finally {
                Arrays.fill(kept.get(), ' ');
            }
        } catch (Refusal locked) {
            LOG.warn("sound is kept until the program ends: {}", locked.reason().name());
            return ofThisRun();
        }
    }

    /// @return a key that nothing keeps
    static SecretKey ofThisRun() {
        var drawn = new byte[BYTES];
        new SecureRandom().nextBytes(drawn);
        return new SecretKeySpec(drawn, "AES");
    }

    private static SecretKey made(Secrets secrets) throws Refusal {
        var key = ofThisRun();
        secrets.write(NAME, HexFormat.of().formatHex(key.getEncoded()).toCharArray());
        return key;
    }
}
