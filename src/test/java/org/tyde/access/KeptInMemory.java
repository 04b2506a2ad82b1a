package org.tyde.access;

import org.tyde.settings.Secrets;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A key store for a test.
public final class KeptInMemory implements Secrets {
    final Map<String, String> all = new HashMap<>();

    @Override
    public Kind kind() {
        return Kind.LOCKED_FILE;
    }

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
