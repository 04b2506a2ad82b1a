package org.tyde.store.seal;

import java.security.GeneralSecurityException;
import java.security.InvalidAlgorithmParameterException;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// AES-256-GCM (NIST SP 800-38D) under one key, and keys derived from keys by HKDF-SHA-256 (RFC 5869). For
/// one thread.
public final class Sealing {
    /// Bytes of a nonce.
    public static final int NONCE = 12;

    /// Bytes that sealing adds.
    public static final int TAG = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    private final Cipher cipher;

    /// @param key 256 bits for AES
    public Sealing(SecretKey key) {
        this.key = key;
        try {
            cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// @param from the key it is made of
    /// @param salt not secret
    /// @param use what the derived key is for: another use gives another key
    /// @return the derived key
    public static SecretKey derive(SecretKey from, byte[] salt, byte[] use) {
        try {
            var spec = HKDFParameterSpec.ofExtract().addIKM(from).addSalt(salt);
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", spec.thenExpand(use, 32));
        } catch (NoSuchAlgorithmException | InvalidAlgorithmParameterException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// @param bytes how many
    /// @return random bytes
    public static byte[] random(int bytes) {
        var drawn = new byte[bytes];
        RANDOM.nextBytes(drawn);
        return drawn;
    }

    /// @param nonce never twice under this key
    /// @param beside authenticated, not hidden
    /// @param from what is to be sealed
    /// @param at where in it
    /// @param length how much of it
    /// @param into where it goes
    /// @param to where in that
    /// @return how many bytes were written
    public int seal(
            byte[] nonce, byte[] beside, byte[] from, int at, int length, byte[] into, int to) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(beside);
            return cipher.doFinal(from, at, length, into, to);
        } catch (GeneralSecurityException ofOurOwnMaking) {
            throw new IllegalStateException(ofOurOwnMaking);
        }
    }

    /// @param nonce it was sealed with
    /// @param beside it was sealed with
    /// @param from what is to be opened
    /// @param at where in it
    /// @param length how much of it
    /// @param into where it goes
    /// @param to where in that
    /// @return how many bytes were written
    /// @throws AEADBadTagException something was changed, or the key is another
    public int open(
            byte[] nonce, byte[] beside, byte[] from, int at, int length, byte[] into, int to)
            throws AEADBadTagException {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(8 * TAG, nonce));
            cipher.updateAAD(beside);
            return cipher.doFinal(from, at, length, into, to);
        } catch (AEADBadTagException changed) {
            throw changed;
        } catch (GeneralSecurityException ofOurOwnMaking) {
            throw new IllegalStateException(ofOurOwnMaking);
        }
    }

    /// @param nonce never twice under this key
    /// @param beside authenticated, not hidden
    /// @param clear what is to be sealed
    /// @return it sealed, with its tag
    public byte[] seal(byte[] nonce, byte[] beside, byte[] clear) {
        var sealed = new byte[clear.length + TAG];
        seal(nonce, beside, clear, 0, clear.length, sealed, 0);
        return sealed;
    }

    /// @param nonce it was sealed with
    /// @param beside it was sealed with
    /// @param sealed with its tag
    /// @return it in the clear
    /// @throws AEADBadTagException something was changed, or the key is another
    public byte[] open(byte[] nonce, byte[] beside, byte[] sealed) throws AEADBadTagException {
        if (sealed.length < TAG) throw new AEADBadTagException("shorter than its tag");
        var clear = new byte[sealed.length - TAG];
        open(nonce, beside, sealed, 0, sealed.length, clear, 0);
        return clear;
    }
}
