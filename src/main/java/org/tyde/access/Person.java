package org.tyde.access;

import com.nimbusds.jwt.JWTClaimsSet;

import java.util.Optional;

/// Who signed in, as the sign-in service says. Never for the log.
///
/// @param issuer of the identity
/// @param subject that the issuer knows the person by
/// @param name for the screen, where it is told
/// @param hprNumber in the Norwegian register of health personnel, where it is told
public record Person(
        String issuer, String subject, Optional<String> name, Optional<String> hprNumber) {
    private static final String HPR = "helseid://claims/hpr/hpr_number";

    static Person of(JWTClaimsSet claims) {
        return new Person(
                claims.getIssuer(), claims.getSubject(), text(claims, "name"), text(claims, HPR));
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getClaim(name))
                .filter(c -> c instanceof String)
                .map(String::valueOf)
                .filter(t -> !t.isBlank());
    }

    /// @param other the one after
    /// @return whether it is the same one
    boolean is(Person other) {
        return issuer.equals(other.issuer) && subject.equals(other.subject);
    }

    @Override
    public String toString() {
        return "a person at " + issuer;
    }
}
