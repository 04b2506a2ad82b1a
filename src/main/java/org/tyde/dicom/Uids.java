package org.tyde.dicom;

import java.math.BigInteger;
import java.util.UUID;
import java.util.regex.Pattern;

/// Unique identifiers (PS3.5 9).
public final class Uids {
    /// Tyde itself, in the meta information of the files it writes (PS3.10 7.1).
    public static final String IMPLEMENTATION_CLASS =
            "2.25.271828774402512861939035437262189650342";

    /// Tyde's name there; at most 16 characters.
    public static final String IMPLEMENTATION_VERSION = "TYDE_0_1";

    private static final Pattern FORM = Pattern.compile("(0|[1-9][0-9]*)(\\.(0|[1-9][0-9]*))*");

    private Uids() {}

    /// @return a new identifier: `2.25.` and a random UUID as one decimal number (PS3.5 B.2)
    public static String create() {
        return of(UUID.randomUUID());
    }

    /// @param uuid any UUID
    /// @return its identifier (PS3.5 B.2)
    public static String of(UUID uuid) {
        var high = BigInteger.valueOf(uuid.getMostSignificantBits());
        var low = BigInteger.valueOf(uuid.getLeastSignificantBits());
        var word = BigInteger.ONE.shiftLeft(64);
        return "2.25." + high.mod(word).shiftLeft(64).add(low.mod(word));
    }

    /// @param uid a text
    /// @return whether it has the form of an identifier and at most 64 characters (PS3.5 9.1)
    public static boolean wellFormed(String uid) {
        return uid.length() <= 64 && FORM.matcher(uid).matches();
    }
}
