package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.archive.Completeness;
import org.tyde.hanging.HangingProtocols;
import org.tyde.hanging.ScreenLayout;
import org.tyde.prior.RelevantPriors;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

class CaseOpeningTest {
    @TempDir static Path archive = Path.of("");
    @TempDir Path folder = Path.of("");

    private final ExecutorService owner = Executors.newSingleThreadExecutor();
    private final List<String> told = new ArrayList<>();
    private ArchiveOfSamples samples = empty();

    private static ArchiveOfSamples empty() {
        try {
            return new ArchiveOfSamples(
                    Files.createTempDirectory("none"), Files.createTempDirectory("none"));
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    @BeforeEach
    void fill() throws Exception {
        samples.close();
        samples = new ArchiveOfSamples(archive, folder, "MG");
    }

    @AfterEach
    void close() {
        samples.close();
        owner.shutdownNow();
    }

    private CaseOpening open(Study study) throws Exception {
        return on(
                () ->
                        new CaseOpening(
                                study,
                                samples.source,
                                samples.cache::header,
                                samples.runner,
                                owner,
                                HangingProtocols.defaults(),
                                System::nanoTime,
                                new Listener(),
                                header -> told.add("header")));
    }

    private final class Listener implements CaseOpening.Watcher {
        @Override
        public void opened(OpenCase openCase) {
            told.add("opened");
        }

        @Override
        public void series(List<Series> series) {
            told.add("series " + series.size());
        }

        @Override
        public void priors(RelevantPriors priors) {
            told.add("priors " + priors.all().size());
        }

        @Override
        public void progress(Completeness completeness) {
            if (completeness.complete()) told.add("complete");
        }

        @Override
        public void failed(Throwable failure) {
            told.add("failed");
        }
    }

    private <T> T on(Callable<T> work) throws Exception {
        return owner.submit(work).get();
    }

    private void until(Callable<Boolean> fact) throws Exception {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!on(fact)) {
            assertTrue(System.nanoTime() < end, () -> "never came true; told " + told);
            Thread.sleep(10);
        }
    }

    private static Optional<OpenCase> openCase(CaseOpening opening) {
        return opening.openCase();
    }

    @Test
    void aStudyIsHungAsItComesAndThenItsPriorBesideIt() throws Exception {
        var study = samples.newest("MG");
        var opening = open(study);
        assertTrue(on(opening::arriving));
        until(() -> !opening.arriving());
        assertTrue(on(() -> openCase(opening).flatMap(OpenCase::prior).isPresent()));
        until(() -> told.contains("complete"));
        var hung = on(() -> openCase(opening).orElseThrow());
        assertEquals(study.uid(), on(() -> hung.current().uid()));
        until(() -> hung.currentStacks().size() == 4);
        until(() -> hung.hang().stacks().size() == 8);
        assertEquals(
                "header",
                on(
                        () ->
                                told.stream()
                                        .filter(
                                                t ->
                                                        !t.startsWith("series")
                                                                && !t.startsWith("priors"))
                                        .findFirst()
                                        .orElse("")));
        assertEquals(1, on(() -> told.stream().filter("opened"::equals).count()));
        opening.close();
    }

    @Test
    void aGridTheReaderChoseIsNotTakenAwayByAPriorThatComes() throws Exception {
        var opening = open(samples.newest("MG"));
        until(() -> openCase(opening).isPresent());
        on(
                () -> {
                    openCase(opening).orElseThrow().layout(new ScreenLayout(1, 1));
                    return true;
                });
        until(() -> openCase(opening).orElseThrow().priors().size() == 1);
        Thread.sleep(300);
        assertEquals(new ScreenLayout(1, 1), on(() -> openCase(opening).orElseThrow().layout()));
        opening.close();
    }

    @Test
    void thePriorIsOneKeyAway() throws Exception {
        var opening = open(samples.newest("MG"));
        until(() -> openCase(opening).isPresent() && opening.priors().isPresent());
        var shown = on(() -> opening.nextPrior().orElseThrow());
        until(
                () ->
                        openCase(opening)
                                .flatMap(OpenCase::prior)
                                .map(CaseStudy::uid)
                                .equals(Optional.of(shown.study().uid())));
        opening.close();
    }

    @Test
    void afterItIsClosedNothingMoreIsTold() throws Exception {
        var opening = open(samples.newest("MG"));
        on(
                () -> {
                    opening.close();
                    told.clear();
                    return true;
                });
        opening.retrieval().job().await();
        Thread.sleep(300);
        assertEquals(List.of(), on(() -> List.copyOf(told)));
    }

    @Test
    void aDeadArchiveIsToldAndWhatCameBeforeStays() throws Exception {
        var study = samples.newest("MG");
        samples.archive.close();
        var opening = open(study);
        until(() -> told.contains("failed"));
        until(() -> !opening.arriving());
        assertTrue(on(() -> openCase(opening).isEmpty()));
        opening.close();
    }
}
