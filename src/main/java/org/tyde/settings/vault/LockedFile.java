package org.tyde.settings.vault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.jspecify.annotations.Nullable;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/// Tyde's own file of secrets, for desktops without a key store. Each secret is sealed with AES-256-GCM
/// under a key drawn from a pass phrase (PBKDF2 with HMAC-SHA-256, 600,000 rounds); names are readable.
/// Locked until the pass phrase has been given in this process.
public final class LockedFile implements Secrets, Secrets.Lock {
    /// Fewest characters of a pass phrase.
    public static final int SHORTEST = 12;

    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int LONGEST = 32_000;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CHECK = "check";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private @Nullable SecretKeySpec key;

    /// @param file made with the first pass phrase
    public LockedFile(Path file) {
        this.file = file;
    }

    @Override
    public Optional<Lock> lock() {
        return Optional.of(this);
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public synchronized boolean locked() {
        return key == null;
    }

    @Override
    public synchronized void unlock(char[] passPhrase) throws Refusal {
        if (!exists()) {
            if (passPhrase.length < SHORTEST)
                throw new Refusal(VaultReason.SHORT_PASS_PHRASE, SHORTEST);
            var salt = random(16);
            key = derived(passPhrase, salt, ROUNDS);
            var json = JSON.createObjectNode().put("version", 1).put("rounds", ROUNDS);
            json.put("salt", Base64.getEncoder().encodeToString(salt));
            json.putObject("secrets");
            json.put(CHECK, sealed(CHECK, CHECK.toCharArray()));
            store(json);
            return;
        }
        var json = json();
        int rounds = json.path("rounds").asInt();
        if (rounds < 1 || rounds > MOST_ROUNDS) throw unusable(null);
        key = derived(passPhrase, bytes(json.path("salt")), rounds);
        try {
            opened(CHECK, json.path(CHECK));
        } catch (Refusal wrong) {
            key = null;
            throw wrong;
        }
    }

    @Override
    public Kind kind() {
        return Kind.LOCKED_FILE;
    }

    @Override
    public synchronized Optional<char[]> read(String name) throws Refusal {
        var kept = unlocked().path("secrets").path(name);
        return kept.isMissingNode() ? Optional.empty() : Optional.of(opened(name, kept));
    }

    @Override
    public synchronized void write(String name, char[] secret) throws Refusal {
        if (secret.length > LONGEST) throw new Refusal(VaultReason.TOO_LONG, name, LONGEST);
        var json = unlocked();
        json.withObject("/secrets").put(name, sealed(name, secret));
        store(json);
    }

    @Override
    public synchronized void delete(String name) throws Refusal {
        var json = unlocked();
        json.withObject("/secrets").remove(name);
        store(json);
    }

    private ObjectNode unlocked() throws Refusal {
        if (key == null) throw new Refusal(VaultReason.LOCKED);
        return json();
    }

    private ObjectNode json() throws Refusal {
        try {
            if (JSON.readTree(Files.readString(file)) instanceof ObjectNode object
                    && object.path("version").asInt() == 1) return object;
            throw unusable(null);
        } catch (Refusal known) {
            throw known;
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    private void store(ObjectNode json) throws Refusal {
        try {
            var folder = file.toAbsolutePath().getParent();
            if (folder == null) throw new IOException("no folder: " + file);
            Files.createDirectories(folder);
            // of this user only, as the JDK makes temporary files
            var beside = Files.createTempFile(folder, "secrets", ".json");
            try (var channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(json)));
                channel.force(true);
            }
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw unusable(failed);
        }
    }

    private Refusal unusable(@Nullable IOException failed) {
        var refusal = new Refusal(VaultReason.FILE_UNUSABLE, file);
        return failed == null ? refusal : refusal.because(failed);
    }

    private static SecretKeySpec derived(char[] passPhrase, byte[] salt, int rounds) {
        var spec = new PBEKeySpec(passPhrase, salt, rounds, 256);
        try {
            var bytes =
                    SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                            .generateSecret(spec)
                            .getEncoded();
            return new SecretKeySpec(bytes, "AES");
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        } finally {
            spec.clearPassword();
        }
    }

    private String sealed(String name, char[] secret) {
        var nonce = random(NONCE);
        try {
            var plain = NativeLibrary.utf8(secret);
            var hidden = cipher(Cipher.ENCRYPT_MODE, nonce, name).doFinal(plain);
            Arrays.fill(plain, (byte) 0);
            var both = Arrays.copyOf(nonce, NONCE + hidden.length);
            System.arraycopy(hidden, 0, both, NONCE, hidden.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException never) {
            throw new IllegalStateException(never);
        }
    }

    private char[] opened(String name, JsonNode kept) throws Refusal {
        var both = bytes(kept);
        if (both.length < NONCE) throw unusable(null);
        try {
            var nonce = Arrays.copyOf(both, NONCE);
            return NativeLibrary.chars(
                    cipher(Cipher.DECRYPT_MODE, nonce, name)
                            .doFinal(both, NONCE, both.length - NONCE));
        } catch (AEADBadTagException wrong) {
            if (name.equals(CHECK)) throw new Refusal(VaultReason.WRONG_PASS_PHRASE);
            throw unusable(null);
        } catch (GeneralSecurityException damaged) {
            throw unusable(null);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String name) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private byte[] bytes(JsonNode base64) throws Refusal {
        try {
            return Base64.getDecoder().decode(base64.asText());
        } catch (IllegalArgumentException damaged) {
            throw unusable(null);
        }
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
