package org.tyde.study;

import org.tyde.dicom.PersonName;
import org.tyde.study.Identity.Doubt;
import org.tyde.study.Identity.Ground;
import org.tyde.study.Identity.Hint;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The rule of [Identity], first the numbers, then what speaks for or against them.
final class IdentityRule {
    private final Patient one;
    private final Patient other;
    private final Likeness birth;
    private final Likeness family;
    private final Likeness given;
    private final Likeness sex;

    IdentityRule(Patient one, Patient other) {
        this.one = one;
        this.other = other;
        birth = Likeness.of(one.birthDate(), other.birthDate());
        sex = Likeness.of(saidSex(one), saidSex(other));
        family = families();
        given = Likeness.ofGivenNames(one.name(), other.name());
    }

    /// A family name that the source itself says the person had, or was born with, counts as the present one.
    private Likeness families() {
        var now = Likeness.ofFamilyNames(one.name(), other.name());
        if (now != Likeness.DIFFER) return now;
        for (var here : names(one))
            for (var there : names(other))
                if (Likeness.ofFamilyNames(here, there) == Likeness.AGREE) return Likeness.AGREE;
        return now;
    }

    private static List<PersonName> names(Patient patient) {
        return Stream.concat(Stream.of(patient.name()), patient.formerNames().stream()).toList();
    }

    private static Optional<Sex> saidSex(Patient patient) {
        return patient.sex().filter(s -> s != Sex.OTHER);
    }

    Identity decide() {
        boolean local =
                one.id().issuer().isPresent() && NationalId.parse(one.id().value()).isEmpty();
        if (local && one.id().same(other.id()) && !otherNational()) return known(Ground.ID);
        if (sameNational()) return strictly(Ground.NATIONAL_NUMBER);
        if (linked()) return known(Ground.LINK);
        boolean sameValue =
                !one.id().value().isEmpty() && one.id().value().equals(other.id().value());
        if (!sameValue) return alike() ? possibly(Hint.NAME_AND_BIRTH_DATE) : new Identity.Other();
        if (otherNational()) return new Identity.NotConfirmed(Doubt.NATIONAL_NUMBER_DIFFERS);
        var here = one.id().issuer();
        var there = other.id().issuer();
        if (here.isPresent() && here.equals(there)) return known(Ground.ID);
        if (here.isEmpty() && there.isEmpty()) return strictly(Ground.ID_WITHOUT_ISSUER);
        return alike()
                ? possibly(Hint.ID_OF_ANOTHER_ISSUER)
                : new Identity.NotConfirmed(Doubt.ISSUER);
    }

    private static Identity possibly(Hint hint) {
        return new Identity.PossiblySame(hint);
    }

    private boolean sameNational() {
        return everywhere(one).isPresent() && everywhere(one).equals(everywhere(other));
    }

    private boolean otherNational() {
        var here = everywhere(one);
        var there = everywhere(other);
        return here.isPresent() && there.isPresent() && !here.equals(there);
    }

    private static Optional<String> everywhere(Patient patient) {
        return patient.nationalId().filter(n -> n.kind().holdsEverywhere()).map(NationalId::digits);
    }

    /// A number alone is not enough: it may have been typed into another person's record, or be given by
    /// somebody else.
    private Identity strictly(Ground ground) {
        return doubt(birth, Doubt.BIRTH_DATE_DIFFERS, Optional.of(Doubt.BIRTH_DATE_MISSING))
                .or(this::familyDoubt)
                .or(this::givenDoubt)
                .or(() -> doubt(sex, Doubt.SEX_DIFFERS, Optional.empty()))
                .<Identity>map(Identity.NotConfirmed::new)
                .orElseGet(() -> new Identity.Same(ground));
    }

    private Optional<Doubt> familyDoubt() {
        return doubt(family, Doubt.FAMILY_NAME_DIFFERS, Optional.of(Doubt.FAMILY_NAME_MISSING));
    }

    /// Twins share all but this.
    private Optional<Doubt> givenDoubt() {
        return doubt(given, Doubt.GIVEN_NAME_DIFFERS, Optional.of(Doubt.GIVEN_NAME_MISSING));
    }

    private static Optional<Doubt> doubt(
            Likeness likeness, Doubt whenDiffering, Optional<Doubt> whenMissing) {
        return switch (likeness) {
            case AGREE -> Optional.empty();
            case DIFFER -> Optional.of(whenDiffering);
            case NOT_SAID -> whenMissing;
        };
    }

    /// The issuer, or the source, knows the person: a new family name is no contradiction; another birth
    /// date, sex or given name is.
    private Identity known(Ground ground) {
        var doubt =
                doubt(birth, Doubt.BIRTH_DATE_DIFFERS, Optional.empty())
                        .or(() -> doubt(sex, Doubt.SEX_DIFFERS, Optional.empty()))
                        .or(this::givenDoubt);
        if (doubt.isEmpty() && birth == Likeness.NOT_SAID) doubt = familyDoubt();
        return doubt.<Identity>map(Identity.NotConfirmed::new)
                .orElseGet(() -> new Identity.Same(ground));
    }

    /// Whether birth date, sex and given name of two records could be one person's, and the birth date is.
    static boolean nothingAgainst(Patient one, Patient other) {
        var rule = new IdentityRule(one, other);
        return rule.birth == Likeness.AGREE
                && rule.sex != Likeness.DIFFER
                && rule.given == Likeness.AGREE;
    }

    private boolean alike() {
        return birth == Likeness.AGREE
                && family == Likeness.AGREE
                && given == Likeness.AGREE
                && sex != Likeness.DIFFER;
    }

    private boolean linked() {
        return says(one, other) || says(other, one);
    }

    private static boolean says(Patient source, Patient named) {
        return source.otherIds().stream()
                .anyMatch(
                        id ->
                                ids(named).anyMatch(id::equals)
                                        || NationalId.parse(id.value())
                                                .filter(n -> n.kind().holdsEverywhere())
                                                .filter(
                                                        n ->
                                                                Optional.of(n.digits())
                                                                        .equals(everywhere(named)))
                                                .isPresent());
    }

    private static Stream<PatientId> ids(Patient patient) {
        return Stream.concat(Stream.of(patient.id()), patient.otherIds().stream())
                .filter(id -> id.issuer().isPresent());
    }
}
