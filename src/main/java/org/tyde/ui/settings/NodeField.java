package org.tyde.ui.settings;

/// What is typed about an archive.
enum NodeField {
    NAME,
    ADDRESS,
    USER,
    PASSWORD,
    TOKEN,
    ISSUER,
    CLIENT,
    SCOPE,
    CLIENT_KEY,
    PROXY,
    HOST,
    PORT,
    TITLE,
    TRUSTED,
    KEY_STORE,
    KEY_STORE_PASSWORD,
    PARALLEL,
    CONNECT,
    ANSWER,
    STALL;

    /// Whether it is not to be read over a shoulder.
    boolean secret() {
        return switch (this) {
            case PASSWORD, TOKEN, CLIENT_KEY, KEY_STORE_PASSWORD -> true;
            case NAME,
                    ADDRESS,
                    USER,
                    ISSUER,
                    CLIENT,
                    SCOPE,
                    PROXY,
                    HOST,
                    PORT,
                    TITLE,
                    TRUSTED,
                    KEY_STORE,
                    PARALLEL,
                    CONNECT,
                    ANSWER,
                    STALL ->
                    false;
        };
    }
}
