package org.tyde.store.seal;

import org.tyde.refusal.Refusal;

import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Arrays;

import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// A master key out of what a person knows: PBKDF2 with HMAC-SHA-256 (RFC 8018 5.2) over the phrase in UTF-8
/// and Unicode's form NFC, so that it is the same on every keyboard.
public final class PassPhrase implements KeySource {
    /// Rounds of new wrappings: what OWASP's password storage cheat sheet asks for.
    public static final int ROUNDS = 600_000;

    /// The fewest characters.
    public static final int SHORTEST = 12;

    private static final int BITS = 256;

    private final char[] phrase;

    /// @param phrase copied
    /// @throws Refusal fewer than 12 characters
    public PassPhrase(char[] phrase) throws Refusal {
        if (phrase.length < SHORTEST)
            throw new Refusal(SealReason.PHRASE_TOO_SHORT, SHORTEST, phrase.length);
        this.phrase = Normalizer.normalize(new String(phrase), Normalizer.Form.NFC).toCharArray();
    }

    @Override
    public int rounds() {
        return ROUNDS;
    }

    @Override
    public SecretKey key(byte[] salt, int rounds) {
        return derive(phrase, salt, rounds);
    }

    /// @param phrase what a person knows
    /// @param salt not secret
    /// @param rounds how often it is hashed
    /// @return 256 bits for AES
    public static SecretKey derive(char[] phrase, byte[] salt, int rounds) {
        var spec = new PBEKeySpec(phrase, salt, rounds, BITS);
        try {
            var bytes =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            try {
                return new SecretKeySpec(bytes, "AES");
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        } finally {
            spec.clearPassword();
        }
    }
}
