package org.tyde.worklist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.PersonName;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.RequestPriority;
import org.tyde.study.Study;
import org.tyde.worklist.PrefetchPlan.Candidate;
import org.tyde.worklist.PrefetchPlan.Means;
import org.tyde.worklist.PrefetchPlan.Wanted;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;

class PrefetchPlanTest {
    private static final long MB = 1_000_000;
    private static final List<RequestPriority> URGENCIES = List.of(RequestPriority.values());
    private static final Means PLENTY =
            new Means(1000 * MB, OptionalDouble.empty(), Duration.ofHours(8), Optional.empty());

    private static Study study(String uid, RequestPriority priority) {
        return new Study(
                uid,
                new Patient(
                        new PatientId(uid, Optional.empty()),
                        PersonName.of("Berg", "Kari"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                Optional.of(LocalDate.of(2026, 11, 22)),
                Optional.of(LocalTime.NOON),
                "",
                "CT thorax",
                Set.of("CT"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(priority),
                1,
                144);
    }

    private static Wanted wanted(String uid, RequestPriority priority, int hour, long... priors) {
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < priors.length; i++)
            candidates.add(
                    new Candidate(
                            study(uid + " prior " + i, RequestPriority.ROUTINE), priors[i] * MB));
        return new Wanted(
                study(uid, priority),
                100 * MB,
                0,
                Optional.of(LocalDateTime.of(2026, 11, 23, hour, 0)),
                candidates);
    }

    private static List<String> order(PrefetchPlan plan) {
        return plan.steps().stream().map(s -> s.study().uid()).toList();
    }

    private static final List<Wanted> NIGHT =
            List.of(
                    wanted("late", RequestPriority.ROUTINE, 14, 50),
                    wanted("early", RequestPriority.ROUTINE, 8, 50, 10),
                    wanted("stat", RequestPriority.STAT, 16, 50));

    @Test
    void theMostUrgentAndThenTheEarliestComeFirstEachWithItsPriors() {
        var plan = PrefetchPlan.of(NIGHT, PLENTY);
        assertEquals(
                List.of(
                        "stat",
                        "stat prior 0",
                        "early",
                        "early prior 0",
                        "early prior 1",
                        "late",
                        "late prior 0"),
                order(plan));
        assertEquals(new Readiness.Waiting(Optional.empty()), plan.readiness().get("late"));
    }

    @Test
    void whereTheDiskIsScarceAllStudiesComeBeforeAnyPrior() {
        var plan =
                PrefetchPlan.of(
                        NIGHT,
                        new Means(
                                355 * MB,
                                OptionalDouble.empty(),
                                Duration.ofHours(8),
                                Optional.empty()));
        assertEquals(List.of("stat", "early", "late", "stat prior 0"), order(plan));
    }

    @Test
    void whatDoesNotFitIsSaidWithWhatIsLacking() {
        var plan =
                PrefetchPlan.of(
                        NIGHT,
                        new Means(
                                230 * MB,
                                OptionalDouble.empty(),
                                Duration.ofHours(8),
                                Optional.empty()));
        assertEquals(List.of("stat", "early", "early prior 1"), order(plan));
        assertEquals(new Readiness.NoRoom(70), plan.readiness().get("late"));
    }

    @Test
    void whereTheLineIsTooSlowAllStudiesComeBeforeAnyPrior() {
        var slow =
                new Means(
                        1000 * MB,
                        OptionalDouble.of(MB),
                        Duration.ofSeconds(320),
                        Optional.empty());
        var plan = PrefetchPlan.of(NIGHT, slow);
        assertEquals(List.of("stat", "early", "late"), order(plan).subList(0, 3));
        assertEquals(
                new Readiness.Waiting(Optional.of(Duration.ofMinutes(5))),
                plan.readiness().get("late"));
    }

    @Test
    void withNoArchiveThatAnswersNothingIsFetchedAndThatIsSaid() {
        var down =
                new Means(
                        1000 * MB,
                        OptionalDouble.empty(),
                        Duration.ofHours(8),
                        Optional.of("PACS"));
        var plan = PrefetchPlan.of(NIGHT, down);
        assertEquals(List.of(), plan.steps());
        assertEquals(new Readiness.ArchiveDown("PACS"), plan.readiness().get("stat"));
    }

    @Test
    void whatIsHereIsReadyAndOnlyItsPriorsAreFetched() {
        var here =
                new Wanted(
                        study("here", RequestPriority.ROUTINE),
                        0,
                        144,
                        Optional.empty(),
                        List.of(
                                new Candidate(study("p", RequestPriority.ROUTINE), MB),
                                new Candidate(study("held", RequestPriority.ROUTINE), 0)));
        var some =
                new Wanted(study("some", RequestPriority.LOW), MB, 43, Optional.empty(), List.of());
        var plan = PrefetchPlan.of(List.of(here, some), PLENTY);
        assertEquals(List.of("p", "some"), order(plan));
        assertEquals(new Readiness.Ready(), plan.readiness().get("here"));
        assertEquals(new Readiness.Partial(43, 144), plan.readiness().get("some"));
    }

    @Test
    void aStudyThatIsAlsoAPriorOfAnotherIsFetchedOnce() {
        var shared = study("b", RequestPriority.ROUTINE);
        var a =
                new Wanted(
                        study("a", RequestPriority.STAT),
                        MB,
                        0,
                        Optional.empty(),
                        List.of(new Candidate(shared, MB)));
        var b = new Wanted(shared, MB, 0, Optional.empty(), List.of());
        assertEquals(List.of("a", "b"), order(PrefetchPlan.of(List.of(a, b), PLENTY)));
    }

    /// Two thousand nights: never more than the disk takes, nothing twice, every study of the list said.
    @Test
    void noPlanTakesMoreThanThereIs() {
        var random = new Random(9);
        for (int night = 0; night < 2000; night++) {
            var list = new ArrayList<Wanted>();
            for (int i = 0; i < random.nextInt(12); i++)
                list.add(
                        wanted(
                                "s" + i,
                                URGENCIES.get(random.nextInt(URGENCIES.size())),
                                random.nextInt(24),
                                random.nextInt(300),
                                random.nextInt(300)));
            long disk = random.nextInt(2000) * MB;
            var means =
                    new Means(
                            disk,
                            random.nextBoolean()
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of(1e6 * random.nextInt(3)),
                            Duration.ofSeconds(random.nextInt(1000)),
                            Optional.empty());
            var plan = PrefetchPlan.of(list, means);
            long taken = plan.steps().stream().mapToLong(PrefetchPlan.Step::bytes).sum();
            assertTrue(taken <= disk);
            assertEquals(plan.steps().size(), Set.copyOf(order(plan)).size());
            assertEquals(list.size(), plan.readiness().size());
        }
    }

    @Test
    void everySignHasItsWordsInBothLanguages() {
        for (var one :
                List.of(
                        new Readiness.Ready(),
                        new Readiness.Changed(),
                        new Readiness.Partial(43, 144),
                        new Readiness.Waiting(Optional.empty()),
                        new Readiness.Waiting(Optional.of(Duration.ofMinutes(7))),
                        new Readiness.NoRoom(70),
                        new Readiness.ArchiveDown("PACS"),
                        new Readiness.NotHere())) {
            var english = one.text(Locale.ENGLISH);
            assertFalse(english.contains("readiness."), english);
            assertNotEquals(english, one.text(Locale.of("nb")));
        }
        assertEquals(
                "43 av 144 bilder er her", new Readiness.Partial(43, 144).text(Locale.of("nb")));
        assertEquals("29 %", new Readiness.Partial(43, 144).sign());
    }

    @Test
    void sizesAreThoseMeasuredOnceSomethingHasCome() {
        var sizes = new StudySize();
        var study = study("a", RequestPriority.ROUTINE);
        assertEquals(144L * 512 * 1024, sizes.missing(study, 0));
        sizes.learn(study, 1_000_000, 10);
        assertEquals(14_400_000, sizes.missing(study, 0));
        assertEquals(100_000, sizes.missing(study, 143));
        assertEquals(0, sizes.missing(study, 200));
    }
}
