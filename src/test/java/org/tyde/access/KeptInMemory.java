package org.tyde.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A key store for a test.
final class KeptInMemory implements SecretStore {
    final Map<String, String> all = new HashMap<>();

    @Override
    public Optional<char[]> read(String name) {
        return Optional.ofNullable(all.get(name)).map(String::toCharArray);
    }

    @Override
    public void write(String name, char[] secret) {
        all.put(name, new String(secret));
    }

    @Override
    public void delete(String name) {
        all.remove(name);
    }
}
