package org.tyde.study;

import org.tyde.refusal.Sentences;

import java.util.Locale;
import java.util.Optional;

/// Whether two records, perhaps of two hospitals, mean one person. A wrong join is worse than a missed
/// one: only [Same] joins, everything else keeps the studies apart.
public sealed interface Identity {
    /// One person.
    ///
    /// @param ground what says so
    record Same(Ground ground) implements Identity {}

    /// They share a number, and something speaks against it, or nothing speaks for it.
    ///
    /// @param doubt what
    record NotConfirmed(Doubt doubt) implements Identity {}

    /// No shared number, and yet alike.
    ///
    /// @param hint in what
    record PossiblySame(Hint hint) implements Identity {}

    /// Nothing says that they are one person.
    record Other() implements Identity {}

    /// What joins.
    enum Ground {
        /// The same id of the same issuer, and nothing against it.
        ID,
        /// The same id without an issuer on either side, birth date, family and given name.
        ID_WITHOUT_ISSUER,
        /// The same national identity number, birth date and family name.
        NATIONAL_NUMBER,
        /// The source itself says that both ids are one person's (Other Patient IDs Sequence).
        LINK
    }

    /// Why a shared number does not join.
    enum Doubt {
        BIRTH_DATE_DIFFERS,
        BIRTH_DATE_MISSING,
        FAMILY_NAME_DIFFERS,
        FAMILY_NAME_MISSING,
        GIVEN_NAME_DIFFERS,
        /// Not said, or an initial only: twins share all but the given name.
        GIVEN_NAME_MISSING,
        SEX_DIFFERS,
        /// One id, two national identity numbers.
        NATIONAL_NUMBER_DIFFERS,
        /// One number of two issuers, and two persons as far as can be told: a clash of local ids.
        ISSUER
    }

    /// In what two records are alike that share no number.
    enum Hint {
        /// Name and birth date agree; one number is temporary or former, or one is not known.
        NAME_AND_BIRTH_DATE,
        /// Name, birth date and number agree, and the issuers of the number do not.
        ID_OF_ANOTHER_ISSUER
    }

    /// @return whether it joins
    default boolean joins() {
        return this instanceof Same;
    }

    /// @return what makes it one; with [Other] nothing
    private Optional<String> key() {
        return switch (this) {
            case Same(var ground) -> Optional.of("same." + ground);
            case NotConfirmed(var doubt) -> Optional.of("not_confirmed." + doubt);
            case PossiblySame(var hint) -> Optional.of("possibly." + hint);
            case Other() -> Optional.empty();
        };
    }

    /// @param locale of the reader
    /// @return why the studies are joined or stand apart, as one sentence
    default String sentence(Locale locale) {
        return Sentences.text(Identity.class, "identity." + key().orElse("other"), locale);
    }

    /// The order of the two makes no difference.
    ///
    /// @param one record
    /// @param other record
    /// @return whether they mean one person
    static Identity of(Patient one, Patient other) {
        return new IdentityRule(one, other).decide();
    }
}
