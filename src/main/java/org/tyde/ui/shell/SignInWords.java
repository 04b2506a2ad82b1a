package org.tyde.ui.shell;

import org.tyde.ui.Messages;

import java.util.List;

/// Who is signed in to the archives, in words.
final class SignInWords {
    private SignInWords() {}

    /// @return empty where no archive asks for a sign-in
    static String of(List<Traffic.SignIn> all, Messages messages) {
        return String.join("; ", all.stream().map(one -> of(one, messages)).distinct().toList());
    }

    static String of(Traffic.SignIn one, Messages messages) {
        var words = messages.in(SignInWords.class);
        if (!one.signedIn()) return words.text("signin.nobody", one.service());
        return one.name()
                .map(name -> words.text("signin.person", name))
                .orElseGet(() -> words.text("signin.somebody", one.service()));
    }
}
