package org.tyde.settings.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.tyde.refusal.Refusal;
import org.tyde.settings.Secrets;

import java.util.Optional;

/// What every key store must do.
final class SecretsContract {
    private SecretsContract() {}

    static void check(Secrets secrets) throws Refusal {
        assertEquals(Optional.empty(), secrets.read("never written"));
        keeps(secrets, "region / refresh", "hemmelig æøå €");
        keeps(secrets, "region / refresh", "another");
        keeps(secrets, "Sykehuset Østfold", "");
        keeps(secrets, "long", "0123456789".repeat(3200));
        secrets.delete("region / refresh");
        assertEquals(Optional.empty(), secrets.read("region / refresh"));
        secrets.delete("region / refresh");
        secrets.write("long", "short".toCharArray());
        assertArrayEquals("short".toCharArray(), secrets.read("long").orElseThrow());
        secrets.delete("long");
        secrets.delete("Sykehuset Østfold");
    }

    private static void keeps(Secrets secrets, String name, String secret) throws Refusal {
        secrets.write(name, secret.toCharArray());
        assertArrayEquals(secret.toCharArray(), secrets.read(name).orElseThrow());
    }
}
