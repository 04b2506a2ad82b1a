package org.tyde.ui.settings;

import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Login;
import org.tyde.settings.SecretRef;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Which entries of the key store an archive refers to.
final class SecretNames {
    private SecretNames() {}

    static Set<String> of(ArchiveNode node) {
        var names = new HashSet<String>();
        node.tls().password().flatMap(SecretNames::name).ifPresent(names::add);
        node.web()
                .flatMap(web -> ref(web.login()))
                .flatMap(SecretNames::name)
                .ifPresent(names::add);
        return names;
    }

    private static Optional<SecretRef> ref(Login login) {
        return switch (login) {
            case Login.Nobody() -> Optional.empty();
            case Login.Basic(var _, var password) -> Optional.of(password);
            case Login.Bearer(var token) -> Optional.of(token);
            case Login.OpenId open -> open.clientKey();
        };
    }

    private static Optional<String> name(SecretRef ref) {
        return ref instanceof SecretRef.Stored(var name) ? Optional.of(name) : Optional.empty();
    }
}
