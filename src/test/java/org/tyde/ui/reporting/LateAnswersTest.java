package org.tyde.ui.reporting;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.dictation.Dictation;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.refusal.Refusal;
import org.tyde.report.sign.SignReason;
import org.tyde.report.sign.SigningOutcome;
import org.tyde.speech.SpeechReason;
import org.tyde.study.Study;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;
import org.tyde.work.JobRunner;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/// What was asked about one report and is answered when another one is open.
@Timeout(60)
class LateAnswersTest {
    private final JobRunner runner = new JobRunner(1);
    private final NotedServices services = new NotedServices("");
    private final CountDownLatch answer = new CountDownLatch(1);
    private int next;

    @BeforeEach
    void start() throws Exception {
        Screens.start();
    }

    @AfterEach
    void end() {
        runner.close();
    }

    private ReportModel model() throws Exception {
        return Screens.on(
                () -> {
                    var silent =
                            Dictation.without(
                                    new Refusal(SpeechReason.NO_MODEL, "/opt/model"), runner);
                    var model = new ReportModel(services, silent, new Messages(), Optional.empty());
                    model.onNext(() -> next++);
                    model.open(ReportPaneTest.study());
                    return model;
                });
    }

    private static Study other() {
        var one = ReportPaneTest.study();
        return new Study(
                "1.2.4",
                one.patient(),
                one.date(),
                one.time(),
                "A26-00124",
                "CT abdomen",
                one.modalities(),
                Optional.empty(),
                one.institution(),
                Optional.empty(),
                Optional.empty(),
                2,
                100);
    }

    private <T> org.tyde.work.Job<T> late(T value) {
        return runner.waiting(
                "late",
                _ -> {
                    answer.await();
                    return value;
                });
    }

    @Test
    void aSummaryIsNotShownOverAnotherReport() throws Exception {
        var model = model();
        var asked = new java.util.ArrayList<org.tyde.work.Job<?>>();
        services.summing =
                s -> {
                    var job = late(s);
                    asked.add(job);
                    return job;
                };
        Screens.run(model::sign);
        Screens.run(() -> model.open(other()));
        answer.countDown();
        asked.getFirst().await();
        Screens.run(() -> {});
        assertEquals(Optional.empty(), Screens.on(() -> model.signing().summaryProperty().get()));
        assertEquals(false, Screens.on(() -> model.signing().busyProperty().get()));
    }

    private ReportModel leftWhileSigning(SigningOutcome outcome) throws Exception {
        var model = model();
        Screens.run(model::sign);
        Screens.run(() -> model.signing().released());
        Screens.until(() -> model.signing().summaryProperty().get().isPresent());
        var job = late(outcome);
        services.signing = Optional.of(job);
        Screens.run(() -> model.signing().confirm());
        assertEquals("sign", services.asked.getLast());
        Screens.run(() -> model.open(other()));
        answer.countDown();
        job.await();
        Screens.run(() -> {});
        return model;
    }

    @Test
    void whatIsSignedLateLeadsAwayFromNoOtherReport() throws Exception {
        var signed =
                new SigningOutcome.Signed(
                        Examples.report(DocumentState.SIGNED, List.of()),
                        Examples.image().build(),
                        Optional.empty(),
                        List.of(),
                        List.of());
        var model = leftWhileSigning(signed);
        assertEquals(0, next);
        assertEquals(
                "1.2.4",
                Screens.on(() -> model.reportProperty().get().orElseThrow().head().studyUid()));
    }

    @Test
    void whatWasLeftAndIsNotSignedIsSaid() throws Exception {
        var model = leftWhileSigning(new SigningOutcome.StoredMeanwhile(List.of()));
        var said = (Refusal) Screens.on(() -> model.noticeProperty().get()).orElseThrow();
        assertEquals(SignReason.LEFT_UNSIGNED, said.reason());
        assertEquals(List.of(), Screens.on(() -> model.signing().meanwhileProperty().get()));
    }
}
