package org.tyde.settings.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.settings.SecretRef;
import org.tyde.settings.SettingsReason;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

class LockedFileTest {
    private static final String PHRASE = "fire ord som ingen vet";

    @TempDir Path folder;

    private LockedFile open(String phrase) throws Refusal {
        var file = new LockedFile(folder.resolve("secrets.json"));
        file.unlock(phrase.toCharArray());
        return file;
    }

    @Test
    void keepsSecretsLikeEveryKeyStore() throws Exception {
        SecretsContract.check(open(PHRASE));
    }

    @Test
    void whatIsKeptIsReadByTheNextProcessWithTheSamePassPhrase() throws Exception {
        open(PHRASE).write("archive", "hunter2".toCharArray());
        assertArrayEquals("hunter2".toCharArray(), open(PHRASE).read("archive").orElseThrow());
    }

    @Test
    void anotherPassPhraseOpensNothing() throws Exception {
        open(PHRASE).write("archive", "hunter2".toCharArray());
        assertEquals(VaultReason.WRONG_PASS_PHRASE, refusal(() -> open(PHRASE + "!")));
        var locked = new LockedFile(folder.resolve("secrets.json"));
        assertEquals(VaultReason.LOCKED, refusal(() -> locked.read("archive")));
        assertEquals(VaultReason.LOCKED, refusal(() -> locked.write("a", new char[1])));
    }

    @Test
    void neitherTheSecretNorThePassPhraseStandsInTheFile() throws Exception {
        open(PHRASE).write("archive", "hunter2".toCharArray());
        var bytes = Files.readAllBytes(folder.resolve("secrets.json"));
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("hunter2"));
        assertFalse(
                text.contains(
                        Base64.getEncoder()
                                .encodeToString("hunter2".getBytes(StandardCharsets.UTF_8))));
        assertFalse(text.contains(PHRASE));
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("secrets.json"))));
    }

    @Test
    void aSecretUnderAnotherNameOrChangedByOneBitIsRefused() throws Exception {
        open(PHRASE).write("one", "hunter2".toCharArray());
        open(PHRASE).write("two", "letmein".toCharArray());
        var path = folder.resolve("secrets.json");
        var text = Files.readString(path);
        var swapped = text.replace("\"one\"", "\"x\"").replace("\"two\"", "\"one\"");
        Files.writeString(path, swapped);
        assertEquals(VaultReason.FILE_UNUSABLE, refusal(() -> open(PHRASE).read("one")));
        var sealed = Pattern.compile("\"two\":\"(.)").matcher(text);
        sealed.find();
        var other = sealed.group(1).equals("A") ? "B" : "A";
        Files.writeString(
                path, text.substring(0, sealed.start(1)) + other + text.substring(sealed.end(1)));
        assertEquals(VaultReason.FILE_UNUSABLE, refusal(() -> open(PHRASE).read("two")));
    }

    /// Read by the recipe in the documentation, not by the class.
    @Test
    void theFileIsPbkdf2AndAes256GcmAsDocumented() throws Exception {
        open(PHRASE).write("archive", "hunter2".toCharArray());
        var json =
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .readTree(folder.resolve("secrets.json").toFile());
        assertEquals(600_000, json.get("rounds").asInt());
        var salt = Base64.getDecoder().decode(json.get("salt").asText());
        var key =
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(new PBEKeySpec(PHRASE.toCharArray(), salt, 600_000, 256))
                        .getEncoded();
        var sealed = Base64.getDecoder().decode(json.at("/secrets/archive").asText());
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(128, sealed, 0, 12));
        cipher.updateAAD("archive".getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "hunter2",
                new String(cipher.doFinal(sealed, 12, sealed.length - 12), StandardCharsets.UTF_8));
    }

    @Test
    void aShortPassPhraseMakesNoFile() {
        assertEquals(VaultReason.SHORT_PASS_PHRASE, refusal(() -> open("elleve tegn")));
        assertFalse(Files.exists(folder.resolve("secrets.json")));
    }

    @Test
    void aDamagedFileIsSaidAndLeftAsItIs() throws Exception {
        var path = folder.resolve("secrets.json");
        for (var text : new String[] {"", "[]", "{\"version\":2}", "{\"version\":1}"}) {
            Files.writeString(path, text);
            assertEquals(VaultReason.FILE_UNUSABLE, refusal(() -> open(PHRASE)), text);
            assertEquals(text, Files.readString(path));
        }
    }

    @Test
    void aReferenceIsLookedUpWhereItPoints() throws Exception {
        var file = open(PHRASE);
        file.write("archive", "hunter2".toCharArray());
        assertArrayEquals("hunter2".toCharArray(), file.of(SecretRef.parse("secret:archive")));
        assertArrayEquals(
                System.getenv("PATH").toCharArray(), file.of(SecretRef.parse("env:PATH")));
        assertEquals(
                SettingsReason.NO_SECRET, refusal(() -> file.of(SecretRef.parse("secret:none"))));
        assertEquals(
                SettingsReason.NO_VARIABLE,
                refusal(() -> file.of(SecretRef.parse("env:TYDE_NEVER_SET"))));
    }

    private interface Step {
        void run() throws Exception;
    }

    private static org.tyde.refusal.Reason refusal(Step step) {
        return assertThrows(Refusal.class, step::run).reason();
    }
}
