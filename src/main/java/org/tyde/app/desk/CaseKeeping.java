package org.tyde.app.desk;

import static org.tyde.ui.FxThread.FX;

import org.tyde.app.house.House;
import org.tyde.archive.Completeness;
import org.tyde.hanging.HangingProtocols;
import org.tyde.prior.RelevantPriors;
import org.tyde.reading.CaseJournal;
import org.tyde.reading.CaseOpening;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;
import org.tyde.ui.viewport.ImageDesk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Opens cases, each left as it was left before, and keeps what is done in the one that is open. Used on the
/// JavaFX thread.
final class CaseKeeping implements AutoCloseable {
    private final House house;
    private final ImageDesk images;
    private final Consumer<Throwable> trouble;
    private Optional<CaseJournal> journal = Optional.empty();

    /// @param house that has the studies
    /// @param images on which a case is shown
    /// @param trouble told why a case is not as it was left
    CaseKeeping(House house, ImageDesk images, Consumer<Throwable> trouble) {
        this.house = house;
        this.images = images;
        this.trouble = trouble;
    }

    /// @param study to be read
    /// @param watcher told what comes of it
    /// @return the opening of its case
    CaseOpening open(Study study, CaseOpening.Watcher watcher) {
        return new CaseOpening(
                study,
                house.archive(),
                house.cache()::header,
                house.runner(),
                FX,
                HangingProtocols.defaults(),
                System::nanoTime,
                new Journalling(study.uid(), watcher),
                _ -> {});
    }

    @Override
    public void close() {
        journal.ifPresent(CaseJournal::close);
    }

    /// Begins to keep a case as soon as it is open.
    private final class Journalling implements CaseOpening.Watcher {
        private final String uid;
        private final CaseOpening.Watcher watcher;

        Journalling(String uid, CaseOpening.Watcher watcher) {
            this.uid = uid;
            this.watcher = watcher;
        }

        @Override
        public void opened(OpenCase openCase) {
            close();
            house.onScreen(Set.of(uid));
            watcher.opened(openCase);
            var states = house.work().readingStates();
            FX.watch(
                    house.runner().waiting("reading state", _ -> states.find(uid)),
                    kept -> {
                        if (images.openCase().equals(Optional.of(openCase))) keep(openCase, kept);
                    },
                    trouble);
        }

        private void keep(OpenCase openCase, Optional<String> kept) {
            try {
                CaseJournal.restore(openCase, kept);
            } catch (Refusal unreadable) {
                trouble.accept(unreadable);
            }
            journal =
                    Optional.of(
                            new CaseJournal(
                                    openCase, house.work().readingStates(), house.runner(), FX));
        }

        @Override
        public void series(List<Series> series) {
            watcher.series(series);
        }

        @Override
        public void priors(RelevantPriors priors) {
            var shown = new HashSet<>(Set.of(uid));
            for (var prior : priors.all()) shown.add(prior.study().uid());
            house.onScreen(shown);
            watcher.priors(priors);
        }

        @Override
        public void progress(Completeness completeness) {
            watcher.progress(completeness);
        }

        @Override
        public void failed(Throwable failure) {
            watcher.failed(failure);
        }
    }
}
