package org.tyde.reading;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.archive.Retrieval;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.evidence.presentation.PresentationState;
import org.tyde.hanging.StudyHeaders;
import org.tyde.refusal.Refusal;
import org.tyde.store.StoreReason;
import org.tyde.study.Instance;
import org.tyde.study.Study;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;

/// Gathers the headers of one study as its instances come, and tells the study as it is known then: the
/// first at once, the rest in helpings, so that a thousand images do not make a thousand hangings.
final class StudyGathering implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StudyGathering.class);
    private static final Duration HELPING = Duration.ofMillis(200);

    private final Study study;
    private final String patient;
    private final Retrieval retrieval;
    private final CaseOpening.Headers headers;
    private final JobRunner runner;
    private final BiConsumer<CaseStudy, DataSet> grown;
    private final ConcurrentLinkedQueue<Instance> waiting = new ConcurrentLinkedQueue<>();
    private final List<Instance> withheld = new ArrayList<>();
    private final AtomicBoolean busy = new AtomicBoolean();
    private final List<DataSet> read = new ArrayList<>();
    private final List<PresentationState> states = new ArrayList<>();
    private final List<DataSet> registrations = new ArrayList<>();
    private final AutoCloseable listening;
    private volatile boolean closed;

    StudyGathering(
            Study study,
            String patient,
            Retrieval retrieval,
            CaseOpening.Headers headers,
            JobRunner runner,
            BiConsumer<CaseStudy, DataSet> grown) {
        this.study = study;
        this.patient = patient;
        this.retrieval = retrieval;
        this.headers = headers;
        this.runner = runner;
        this.grown = grown;
        listening = retrieval.onInstance(this::came);
    }

    String studyUid() {
        return study.uid();
    }

    Retrieval retrieval() {
        return retrieval;
    }

    /// @return whether nothing more comes of itself
    boolean ended() {
        return retrieval.job().ended() && waiting.isEmpty() && !busy.get();
    }

    private void came(Instance instance) {
        waiting.add(instance);
        if (busy.compareAndSet(false, true)) begin();
    }

    private void begin() {
        var _ = runner.waiting("headers", this::helpings);
    }

    private boolean helpings(JobContext job) throws InterruptedException {
        try {
            while (!closed && !waiting.isEmpty()) {
                helping();
                Thread.sleep(read.size() < 2 ? Duration.ofMillis(20) : HELPING);
            }
        } finally {
            busy.set(false);
            if (!closed && !waiting.isEmpty() && busy.compareAndSet(false, true)) begin();
        }
        return true;
    }

    private void take(DataSet header) throws Refusal {
        read.add(header);
        switch (header.textOr(Tag.MODALITY, "")) {
            case "PR" -> states.add(PresentationState.of(header));
            case "REG" -> registrations.add(header);
            default -> {}
        }
    }

    private void helping() {
        boolean any = false;
        waiting.addAll(withheld);
        withheld.clear();
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            try {
                take(headers.header(next.uid()));
                any = true;
            } catch (Refusal unreadable) {
                // perhaps what unseals it comes later
                if (unreadable.reason() == StoreReason.WITHHELD) withheld.add(next);
                else LOG.warn("a header cannot be read: {}", unreadable.reason().name());
            }
        }
        if (!any) return;
        var known =
                new CaseStudy(
                        study.uid(),
                        patient,
                        study.when(),
                        StudyHeaders.read(study.uid(), List.copyOf(read)),
                        states,
                        registrations);
        grown.accept(known, read.getFirst());
    }

    @Override
    public void close() {
        closed = true;
        try {
            listening.close();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
