package org.tyde.ui.settings;

import org.tyde.settings.Login;

/// How somebody logs in, without what it needs.
enum LoginKind {
    NONE,
    BASIC,
    BEARER,
    OPENID;

    static LoginKind of(Login login) {
        return switch (login) {
            case Login.Nobody _ -> NONE;
            case Login.Basic _ -> BASIC;
            case Login.Bearer _ -> BEARER;
            case Login.OpenId _ -> OPENID;
        };
    }
}
