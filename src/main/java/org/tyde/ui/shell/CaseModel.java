package org.tyde.ui.shell;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.tyde.archive.Completeness;
import org.tyde.archive.Eye;
import org.tyde.prior.RelevantPriors;
import org.tyde.reading.CaseOpening;
import org.tyde.reading.OpenCase;
import org.tyde.reading.ViewportState;
import org.tyde.study.Series;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.worklist.StudyTexts;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The study that is open at this desk: one at a time, the same in all windows. Leaving it blanks all
/// windows before the next identity stands, within one event of the JavaFX thread and so within one
/// frame.
public final class CaseModel {
    private final CaseOpener opener;
    private final ImageDesk images;
    private final ReportDesk report;
    private final FootModel foot;
    private final Messages messages;
    private final StudyTexts texts;
    private final Consumer<String> banner;
    private final ReadOnlyObjectWrapper<Optional<Identity>> identity =
            new ReadOnlyObjectWrapper<>(this, "identity", Optional.empty());
    private final ReadOnlyObjectWrapper<CaseState> state =
            new ReadOnlyObjectWrapper<>(this, "state", new CaseState.Nothing());
    private Optional<Study> study = Optional.empty();
    private Optional<CaseOpening> opening = Optional.empty();

    /// @param opener fetches and hangs
    /// @param images where the pictures are shown
    /// @param report where it is described
    /// @param foot told how the fetch goes
    /// @param messages words
    /// @param banner told what the reader must know, in words
    public CaseModel(
            CaseOpener opener,
            ImageDesk images,
            ReportDesk report,
            FootModel foot,
            Messages messages,
            Consumer<String> banner) {
        this.opener = opener;
        this.images = images;
        this.report = report;
        this.foot = foot;
        this.messages = messages;
        this.banner = banner;
        texts = new StudyTexts(messages);
        messages.localeProperty().subscribe((_, _) -> identity.set(study.map(this::identity)));
    }

    /// Leaves whatever is open and opens a study. Opening the one that is open changes nothing.
    ///
    /// @param next to be read
    public void open(Study next) {
        if (study.map(Study::uid).equals(Optional.of(next.uid()))) return;
        leave();
        study = Optional.of(next);
        identity.set(Optional.of(identity(next)));
        state.set(new CaseState.Opening());
        report.open(next);
        begin(next);
    }

    private void begin(Study next) {
        var begun = opener.open(next, new Watch(next.uid()));
        opening = Optional.of(begun);
        report.watch(begun);
        showFetch();
    }

    /// Leaves the open study: the microphone stops, the draft is saved, all windows go blank.
    public void leave() {
        if (study.isEmpty()) return;
        report.leave();
        opening.ifPresent(CaseOpening::close);
        opening = Optional.empty();
        images.open(Optional.empty());
        images.arrivingProperty().set(false);
        study = Optional.empty();
        identity.set(Optional.empty());
        state.set(new CaseState.Nothing());
        foot.fetchProperty().set(FootModel.Fetch.IDLE);
    }

    /// Tries again after a failure, with what is here already.
    public void retry() {
        if (opening.isEmpty()) return;
        opening.get().retry();
        if (!(state.get() instanceof CaseState.Open)) state.set(new CaseState.Opening());
        showFetch();
    }

    private Identity identity(Study of) {
        var patient = of.patient();
        return new Identity(
                texts.name(patient),
                texts.numberKind(patient),
                texts.nationalId(patient),
                texts.age(of),
                texts.sex(patient),
                texts.modalities(of) + "  " + texts.description(of),
                texts.dateTime(of),
                texts.accession(of),
                texts.hospital(of));
    }

    /// Writes how the fetch goes into the foot line; called a few times a second while a study is open.
    void showFetch() {
        if (opening.isEmpty()) return;
        var retrieval = opening.get().retrieval();
        opening.get().look(looked());
        var here = retrieval.completeness();
        var pictures = retrieval.images();
        images.arrivingProperty().set(opening.get().arriving());
        var fetch = FetchState.of(retrieval.job().outcome(), here);
        foot.fetchProperty()
                .set(
                        new FootModel.Fetch(
                                fetch,
                                pictures.received(),
                                pictures.expected(),
                                retrieval.rate().bytesPerSecond() / 1e6,
                                retrieval::cancel,
                                this::retry));
    }

    /// What is on screen, the active viewport first: it is fetched before the rest.
    private List<Eye> looked() {
        var wanted = new LinkedHashSet<Eye>();
        var open = images.openCase();
        if (open.isEmpty()) return List.of();
        eye(open.get().viewport(open.get().active())).ifPresent(wanted::add);
        for (var shown : open.get().viewports()) eye(shown).ifPresent(wanted::add);
        return List.copyOf(wanted);
    }

    private static Optional<Eye> eye(ViewportState shown) {
        var image = shown.frame().map(f -> f.key().sopInstanceUid());
        return shown.stack().map(s -> new Eye(s.seriesUid(), image));
    }

    /// @return who is shown, empty for nobody
    public ReadOnlyObjectProperty<Optional<Identity>> identityProperty() {
        return identity.getReadOnlyProperty();
    }

    /// @return how far the open study is
    public ReadOnlyObjectProperty<CaseState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// @return the study that is open
    public Optional<Study> study() {
        return study;
    }

    /// @return its fetch, hanging and priors
    public Optional<CaseOpening> opening() {
        return opening;
    }

    private final class Watch implements CaseOpening.Watcher {
        private final String uid;
        private boolean changeTold;

        Watch(String uid) {
            this.uid = uid;
        }

        private boolean stale() {
            return !study.map(Study::uid).equals(Optional.of(uid));
        }

        @Override
        public void opened(OpenCase openCase) {
            if (stale()) return;
            images.open(Optional.of(openCase));
            state.set(new CaseState.Open());
        }

        @Override
        public void series(List<Series> series) {
            if (stale()) return;
            for (var one : series)
                if (one.instanceCount() >= 0) images.expect(one.uid(), one.instanceCount());
        }

        @Override
        public void priors(RelevantPriors priors) {
            if (stale() || priors.apart().isEmpty()) return;
            var first = priors.apart().getFirst();
            banner.accept(
                    messages.in(CaseModel.class)
                            .text(
                                    "priors.apart",
                                    priors.apart().size(),
                                    first.identity().sentence(messages.locale())));
        }

        @Override
        public void progress(Completeness completeness) {
            if (stale()) return;
            showFetch();
            if (changeTold || completeness.state() != Completeness.State.CHANGED) return;
            changeTold = true;
            banner.accept(
                    messages.in(CaseModel.class)
                            .text(
                                    "traffic.changed",
                                    completeness.removed(),
                                    completeness.altered()));
        }

        @Override
        public void failed(Throwable failure) {
            if (stale()) return;
            var sentence = messages.sentence(failure);
            if (state.get() instanceof CaseState.Open) banner.accept(sentence);
            else state.set(new CaseState.Failed(sentence));
            showFetch();
        }
    }
}
