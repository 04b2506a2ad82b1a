package org.tyde.tls;

import org.tyde.refusal.Refusal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// A private key in PEM (RFC 7468): PKCS#8, encrypted or not, and PKCS#1 RSA, which is put into PKCS#8.
final class PemKey {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([^-]*)-----END \\1-----");

    /// AlgorithmIdentifier rsaEncryption, NULL (RFC 8017 A.1) after version 0.
    private static final byte[] RSA_HEAD = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private PemKey() {}

    static PrivateKey read(Path file, Supplier<char[]> password) throws Refusal {
        var name = String.valueOf(file.getFileName());
        try {
            var block = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            if (!block.find()) throw new Refusal(TlsReason.NO_KEY, name);
            var kind = block.group(1);
            if (block.group(2).contains("Proc-Type"))
                throw new Refusal(TlsReason.KEY_FORM, name, "Proc-Type: ENCRYPTED");
            var der = Base64.getMimeDecoder().decode(block.group(2).strip());
            return switch (kind) {
                case "PRIVATE KEY" -> key(name, new PKCS8EncodedKeySpec(der));
                case "RSA PRIVATE KEY" -> key(name, new PKCS8EncodedKeySpec(wrapped(der)));
                case "ENCRYPTED PRIVATE KEY" -> key(name, opened(name, der, password));
                default -> throw new Refusal(TlsReason.KEY_FORM, name, kind);
            };
        } catch (Refusal known) {
            throw known;
        } catch (IOException | IllegalArgumentException failed) {
            throw new Refusal(TlsReason.UNREADABLE, name).because(failed);
        }
    }

    private static PrivateKey key(String name, PKCS8EncodedKeySpec spec) throws Refusal {
        for (var algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (GeneralSecurityException another) {
                // the next one may know it
            }
        }
        throw new Refusal(TlsReason.KEY_FORM, name, "PKCS#8");
    }

    private static PKCS8EncodedKeySpec opened(String name, byte[] der, Supplier<char[]> password)
            throws Refusal {
        var secret = password.get();
        try {
            var info = new EncryptedPrivateKeyInfo(der);
            var parameters = info.getAlgParameters();
            // for PBES2 the parameters, not the identifier, tell digest and cipher
            var scheme =
                    info.getAlgName().equals("PBES2") ? parameters.toString() : info.getAlgName();
            var pbe = SecretKeyFactory.getInstance(scheme).generateSecret(new PBEKeySpec(secret));
            var cipher = Cipher.getInstance(scheme);
            cipher.init(Cipher.DECRYPT_MODE, pbe, parameters);
            return info.getKeySpec(cipher);
        } catch (IOException failed) {
            throw new Refusal(TlsReason.UNREADABLE, name).because(failed);
        } catch (GeneralSecurityException failed) {
            throw new Refusal(TlsReason.WRONG_PASSWORD, name).because(failed);
        } finally {
            Arrays.fill(secret, '\0');
        }
    }

    private static byte[] wrapped(byte[] rsa) {
        var content = new ByteArrayOutputStream();
        content.writeBytes(RSA_HEAD);
        content.writeBytes(element(0x04, rsa));
        return element(0x30, content.toByteArray());
    }

    private static byte[] element(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        int length = content.length;
        if (length < 0x80) out.write(length);
        else {
            out.write(0x82);
            out.write(length >>> 8);
            out.write(length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    /// @return whether what one signs the other confirms
    static boolean belongs(PrivateKey key, PublicKey certified) {
        var algorithm =
                switch (key.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> key.getAlgorithm();
                };
        var text = "Tyde".getBytes(StandardCharsets.US_ASCII);
        try {
            var signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(text);
            var signature = signing.sign();
            var checking = Signature.getInstance(algorithm);
            checking.initVerify(certified);
            checking.update(text);
            return checking.verify(signature);
        } catch (GeneralSecurityException another) {
            return false;
        }
    }
}
