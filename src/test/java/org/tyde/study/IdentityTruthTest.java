package org.tyde.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Ten thousand pairs of records of which it is known whether they are one person's. None may be joined
/// wrongly; most of the right ones should be.
class IdentityTruthTest {
    private static final int PAIRS = 10_000;

    /// How the two records come to look alike.
    private enum Kind {
        ONE_PERSON,
        ONE_PERSON_UNDER_AN_EARLIER_NUMBER,
        STRANGERS,
        TWINS,
        TWINS_WITH_ONE_NUMBER,
        ANOTHERS_NUMBER_TYPED_IN,
        SAME_NAME_AND_BIRTH_DATE
    }

    @Test
    void noPairIsJoinedWrongly() {
        var made = new MadeRecords(6);
        var joined = new EnumMap<Kind, Integer>(Kind.class);
        var all = new EnumMap<Kind, Integer>(Kind.class);
        for (int i = 0; i < PAIRS; i++) {
            var kind = Kind.values()[i % Kind.values().length];
            var person = made.person();
            var one = made.record(person, person.number());
            var other = other(kind, person, made);
            var identity = Identity.of(one, other);
            assertEquals(identity, Identity.of(other, one), "the order makes no difference");
            all.merge(kind, 1, Integer::sum);
            if (identity.joins()) joined.merge(kind, 1, Integer::sum);
            boolean same = kind.name().startsWith("ONE_PERSON");
            assertFalse(identity.joins() && !same, () -> kind + " " + identity);
            boolean linked = identity.equals(new Identity.Same(Identity.Ground.LINK));
            if (kind == Kind.ONE_PERSON_UNDER_AN_EARLIER_NUMBER && identity.joins())
                assertTrue(linked || identity instanceof Identity.Same(var g) && isLocal(g));
        }
        double found =
                joined.getOrDefault(Kind.ONE_PERSON, 0)
                        / (double) all.getOrDefault(Kind.ONE_PERSON, 1);
        assertTrue(found > 0.5, "of the pairs of one person joined: " + found);
    }

    private static boolean isLocal(Identity.Ground ground) {
        return ground == Identity.Ground.ID || ground == Identity.Ground.ID_WITHOUT_ISSUER;
    }

    private static Patient other(Kind kind, MadeRecords.Person person, MadeRecords made) {
        return switch (kind) {
            case ONE_PERSON -> made.record(person, person.number());
            case ONE_PERSON_UNDER_AN_EARLIER_NUMBER -> made.record(person, person.earlier());
            case STRANGERS -> own(made.person(), made);
            case TWINS -> own(made.twin(person), made);
            case TWINS_WITH_ONE_NUMBER -> made.record(made.twin(person), person.number());
            case ANOTHERS_NUMBER_TYPED_IN -> made.record(made.person(), person.number());
            case SAME_NAME_AND_BIRTH_DATE ->
                    own(made.person(person.family(), person.given(), person.birth()), made);
        };
    }

    private static Patient own(MadeRecords.Person person, MadeRecords made) {
        return made.record(person, person.number());
    }

    @Test
    void aTimelineHoldsWhatIsSurelyThePatientsApartFromWhatMayBe() {
        var anchor = IdentityTest.patient("15876500016@A|Berg^Kari|1965-07-15|F");
        var timeline =
                PatientTimeline.of(
                        anchor,
                        List.of(
                                study("old", "15876500016@B|Berg^Kari|1965-07-15|F", 1),
                                study("renamed", "15876500016@B|Vik^Kari|1965-07-15|F", 2),
                                study("stranger", "9@C|Vik^Ola|1981-01-01|M", 3),
                                study("local", "9@C|Berg^Kari|1965-07-15|F", 4),
                                study("new", "15876500016@A|Berg^Kari|1965-07-15|F", 5),
                                study("new", "15876500016@A|Berg^Kari|1965-07-15|F", 5)));
        assertEquals(
                List.of("new", "local", "renamed", "old"),
                timeline.entries().stream().map(e -> e.study().uid()).toList());
        assertEquals(List.of("new", "old"), timeline.joined().stream().map(Study::uid).toList());
        assertEquals(
                List.of("local", "renamed"),
                timeline.apart().stream().map(e -> e.study().uid()).toList());
    }

    @Test
    void aRecordOfThePatientThatItsSourceLinksLeadsOneStepFurther() {
        var anchor = IdentityTest.patient("15876500016@A|Berg^Kari|1965-07-15|F");
        var between = study("b", "15876500016@B|Berg^Kari|1965-07-15|F|7@B", 1);
        var far = study("c", "7@B|Vik^Kari|1965-07-15|F", 2);
        var against = study("d", "7@B|Vik^Kari||F", 3);
        var twice = study("e", "8@C|Vik^Kari|1965-07-15|F|7@B", 4);
        var joined =
                PatientTimeline.of(anchor, List.of(far, between, against)).joined().stream()
                        .map(Study::uid)
                        .toList();
        assertEquals(List.of("c", "b"), joined);
        assertEquals(List.of("e", "c", "b"), uids(anchor, List.of(between, far, twice)));
        assertEquals(List.of(), uids(anchor, List.of(far, twice)));
    }

    private static List<String> uids(Patient anchor, List<Study> studies) {
        return new ArrayList<>(
                PatientTimeline.of(anchor, studies).joined().stream().map(Study::uid).toList());
    }

    private static Study study(String uid, String patient, int day) {
        return new Study(
                uid,
                IdentityTest.patient(patient),
                Optional.of(LocalDate.of(2026, 1, day)),
                Optional.of(LocalTime.NOON),
                "",
                "",
                Set.of("CT"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                -1,
                -1);
    }
}
