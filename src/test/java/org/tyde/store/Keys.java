package org.tyde.store;

import org.tyde.store.seal.KeySource;
import org.tyde.store.seal.PassPhrase;

import java.nio.charset.StandardCharsets;

import javax.crypto.SecretKey;

/// Master keys for tests, derived in no time.
public final class Keys {
    private Keys() {}

    public static KeySource of(String phrase) {
        return new KeySource() {
            @Override
            public SecretKey key(byte[] salt, int rounds) {
                return PassPhrase.derive(phrase.toCharArray(), salt, rounds);
            }

            @Override
            public int rounds() {
                return 1;
            }
        };
    }

    /// A cache that is to be encrypted.
    public static Protection on() {
        return new Protection(of("a pass phrase"), true);
    }

    /// A cache that was encrypted and is to be so no more.
    public static Protection off() {
        return new Protection(of("a pass phrase"), false);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
