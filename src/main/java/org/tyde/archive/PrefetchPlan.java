package org.tyde.archive;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.refusal.Refusal;
import org.tyde.study.Study;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// What is fetched around an open study: the study itself at once, its priors found meanwhile, then the
/// prior that hangs, then the other earlier ones, the newest first, up to a number.
public final class PrefetchPlan {
    private static final Logger LOG = LoggerFactory.getLogger(PrefetchPlan.class);
    private static final int PRIORS = 3;

    private final StudySource source;
    private final JobRunner runner;

    /// @param source where studies come from
    /// @param runner waits for them
    public PrefetchPlan(StudySource source, JobRunner runner) {
        this.source = source;
        this.runner = runner;
    }

    /// What was started for one study.
    ///
    /// @param current the study's own retrieval, running
    /// @param priors which there are, and their retrievals once they begin; ends when all have ended
    public record Started(Retrieval current, Job<RelevantPriors> priors) {
        /// Stops all of it.
        public void cancel() {
            priors.cancel();
            current.cancel();
        }
    }

    /// @param study that opens
    /// @param onPriors told the priors as soon as they are known
    /// @param onRetrieval told each prior's retrieval when it begins
    /// @return what was started
    public Started open(
            Study study, Consumer<RelevantPriors> onPriors, Consumer<Retrieval> onRetrieval) {
        var current = source.retrieve(study.uid());
        var priors =
                runner.waiting(
                        "priors",
                        job -> {
                            var found =
                                    RelevantPriors.of(
                                            study, RelevantPriors.candidates(study, source));
                            onPriors.accept(found);
                            for (var prior : order(found)) {
                                job.checkpoint();
                                fetch(prior, onRetrieval, job::cancelled);
                            }
                            return found;
                        });
        return new Started(current, priors);
    }

    private void fetch(
            Prior prior,
            Consumer<Retrieval> onRetrieval,
            java.util.function.BooleanSupplier cancelled) {
        var retrieval = source.retrieve(prior.study().uid());
        onRetrieval.accept(retrieval);
        try {
            retrieval.job().await();
        } catch (Refusal refused) {
            LOG.warn("a prior was not fetched: {}", refused.reason());
            if (cancelled.getAsBoolean()) retrieval.cancel();
        }
    }

    private static List<Prior> order(RelevantPriors priors) {
        var order = new ArrayList<Prior>();
        priors.toHang().ifPresent(order::add);
        for (var one : priors.all())
            if (!order.contains(one) && order.size() < PRIORS) order.add(one);
        return order;
    }
}
