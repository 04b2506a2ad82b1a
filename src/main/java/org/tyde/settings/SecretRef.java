package org.tyde.settings;

/// Where a secret lies; `tyde.json` holds only this, never the secret.
public sealed interface SecretRef {
    /// In the operating system's key store, or Tyde's own locked file where there is none.
    ///
    /// @param name of the entry
    record Stored(String name) implements SecretRef {
        /// @throws IllegalArgumentException for a blank name
        public Stored {
            if (name.isBlank()) throw new IllegalArgumentException("a secret has a name");
        }

        @Override
        public String toString() {
            return "secret:" + name;
        }
    }

    /// In a variable of the process's environment.
    ///
    /// @param variable its name
    record Environment(String variable) implements SecretRef {
        /// @throws IllegalArgumentException for what is no variable's name
        public Environment {
            if (!variable.matches("[A-Za-z_][A-Za-z0-9_]*"))
                throw new IllegalArgumentException("not a variable: " + variable);
        }

        @Override
        public String toString() {
            return "env:" + variable;
        }
    }

    /// @param text `secret:NAME` or `env:VARIABLE`
    /// @return the reference
    /// @throws IllegalArgumentException for anything else: it may be the secret itself
    static SecretRef parse(String text) {
        if (text.startsWith("secret:")) return new Stored(text.substring(7));
        if (text.startsWith("env:")) return new Environment(text.substring(4));
        throw new IllegalArgumentException("neither secret:NAME nor env:VARIABLE");
    }
}
