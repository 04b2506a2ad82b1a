package org.tyde.dimse.upper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Who asks for the association (PS3.7 D.3.3.7). Its text form names no secret.
public final class UserIdentity {
    /// The forms, at their numbers from 1 on.
    public enum Type {
        /// A name in UTF-8.
        USER_NAME,
        /// A name and a pass code in UTF-8.
        USER_NAME_AND_PASSCODE,
        /// A Kerberos service ticket.
        KERBEROS,
        /// A SAML assertion.
        SAML,
        /// A JSON web token.
        JWT;

        private static final List<Type> BY_NUMBER = List.of(values());

        int number() {
            return BY_NUMBER.indexOf(this) + 1;
        }

        /// @return the form; empty for a number that is none
        static Optional<Type> of(int number) {
            boolean known = number >= 1 && number <= BY_NUMBER.size();
            return known ? Optional.of(BY_NUMBER.get(number - 1)) : Optional.empty();
        }
    }

    private final Type type;
    private final boolean answerWanted;
    private final byte[] primary;
    private final byte[] secondary;

    /// @param type the form
    /// @param answerWanted whether the acceptor is asked to confirm it
    /// @param primary the name, ticket, assertion or token; at most 65535 bytes
    /// @param secondary the pass code; empty for the other forms
    /// @throws IllegalArgumentException for a pass code where there is none, or a field that is too long
    public UserIdentity(Type type, boolean answerWanted, byte[] primary, byte[] secondary) {
        if (primary.length > 0xffff || secondary.length > 0xffff)
            throw new IllegalArgumentException("a field of a user identity is too long");
        if (secondary.length > 0 && type != Type.USER_NAME_AND_PASSCODE)
            throw new IllegalArgumentException("only a user name comes with a pass code");
        this.type = type;
        this.answerWanted = answerWanted;
        this.primary = primary.clone();
        this.secondary = secondary.clone();
    }

    /// @param name of the user
    /// @return a name alone
    public static UserIdentity ofUser(String name) {
        return new UserIdentity(
                Type.USER_NAME, false, name.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    /// @param name of the user
    /// @param passcode goes over the line as it is: only over TLS
    /// @return both, asking for an answer
    public static UserIdentity ofUser(String name, String passcode) {
        return new UserIdentity(
                Type.USER_NAME_AND_PASSCODE,
                true,
                name.getBytes(StandardCharsets.UTF_8),
                passcode.getBytes(StandardCharsets.UTF_8));
    }

    /// @param token a JSON web token
    /// @return it, asking for an answer
    public static UserIdentity ofJwt(String token) {
        return new UserIdentity(
                Type.JWT, true, token.getBytes(StandardCharsets.UTF_8), new byte[0]);
    }

    /// @return the form
    public Type type() {
        return type;
    }

    /// @return whether who reads it could pass for the user
    boolean secret() {
        return type != Type.USER_NAME;
    }

    /// @return whether the acceptor is asked to confirm it
    public boolean answerWanted() {
        return answerWanted;
    }

    /// @return the name, ticket, assertion or token
    public byte[] primary() {
        return primary.clone();
    }

    /// @return the pass code; empty for the other forms
    public byte[] secondary() {
        return secondary.clone();
    }

    @Override
    public String toString() {
        return "user identity (" + type + ")";
    }
}
