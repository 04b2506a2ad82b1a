package org.tyde.ui.reporting;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.tyde.evidence.Awaits;
import org.tyde.refusal.Refusal;
import org.tyde.report.PriorReport;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportId;
import org.tyde.report.ReportReason;
import org.tyde.report.sign.SignReason;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningChoices;
import org.tyde.report.sign.SigningOutcome;
import org.tyde.report.sign.SigningSummary;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Signing in two acts: the summary, and then the signature. A key held down is one act only.
public final class SigningModel {
    private final ReportServices services;
    private final Messages messages;
    private final Consumer<ReportId> signed;
    private final Consumer<Throwable> unsigned;
    private final ReadOnlyObjectWrapper<Optional<SigningSummary>> summary =
            new ReadOnlyObjectWrapper<>(this, "summary", Optional.empty());
    private final ReadOnlyObjectWrapper<List<PriorReport>> meanwhile =
            new ReadOnlyObjectWrapper<>(this, "meanwhile", List.of());
    private final ReadOnlyObjectWrapper<Optional<String>> problem =
            new ReadOnlyObjectWrapper<>(this, "problem", Optional.empty());
    private final BooleanProperty withoutMissing =
            new SimpleBooleanProperty(this, "withoutMissing");
    private final BooleanProperty withoutAsking = new SimpleBooleanProperty(this, "withoutAsking");
    private final BooleanProperty archiveSilent = new SimpleBooleanProperty(this, "archiveSilent");
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
    private final StringProperty reason = new SimpleStringProperty(this, "reason", "");
    private final Set<String> seen = new HashSet<>();
    private boolean armed;
    private boolean down;
    private long round;

    /// @param services where signing is done
    /// @param messages words
    /// @param signed told which report has been signed
    /// @param unsigned told why one was not that has been left meanwhile
    SigningModel(
            ReportServices services,
            Messages messages,
            Consumer<ReportId> signed,
            Consumer<Throwable> unsigned) {
        this.services = services;
        this.messages = messages;
        this.signed = signed;
        this.unsigned = unsigned;
    }

    /// The first act, or, once the key has been up in between, the second.
    ///
    /// @param report which
    void act(ReportId report) {
        if (busy.get()) return;
        if (summary.get().isEmpty()) ask(report);
        else if (armed) confirm();
    }

    private void ask(ReportId report) {
        armed = false;
        down = true;
        busy.set(true);
        long asked = round;
        FxThread.FX.watch(
                services.summary(report),
                now -> {
                    if (asked != round) return;
                    busy.set(false);
                    problem.set(Optional.empty());
                    summary.set(Optional.of(now));
                    armed = !down;
                },
                why -> {
                    if (asked == round) failed(why);
                });
    }

    /// The key or the mouse button is up: the next act is another one.
    public void released() {
        down = false;
        armed = summary.get().isPresent();
    }

    /// A check is right as it is; that is kept, and the report looked over anew.
    ///
    /// @param check one of the summary
    public void decide(SigningCheck check) {
        var now = summary.get();
        if (now.isEmpty() || busy.get()) return;
        busy.set(true);
        long asked = round;
        FxThread.FX.watch(
                services.decide(now.get().head().id(), check),
                next -> {
                    if (asked != round) return;
                    busy.set(false);
                    summary.set(Optional.of(next));
                },
                why -> {
                    if (asked == round) failed(why);
                });
    }

    /// The second act, in the usual way: alone, or, of somebody in training, to be countersigned.
    public void confirm() {
        confirm(summary.get().filter(SigningSummary::training).map(_ -> Awaits.COUNTERSIGNATURE));
    }

    /// The second act.
    ///
    /// @param awaits which act of somebody else the report waits for
    public void confirm(Optional<Awaits> awaits) {
        var now = summary.get();
        if (now.isEmpty() || !now.get().ready() || busy.get()) return;
        busy.set(true);
        armed = false;
        var choices =
                new SigningChoices(
                        withoutMissing.get(),
                        withoutAsking.get(),
                        seen,
                        awaits,
                        reason.get().strip());
        long asked = round;
        var head = now.get().head();
        FxThread.FX.watch(
                services.sign(now.get(), choices),
                outcome -> ended(outcome, head, asked),
                why -> {
                    if (asked == round) failed(why);
                    else leftUnsigned(head);
                });
    }

    private void leftUnsigned(ReportHead head) {
        var what = (head.examination() + " " + head.accession()).strip();
        unsigned.accept(new Refusal(SignReason.LEFT_UNSIGNED, what));
    }

    private void ended(SigningOutcome outcome, ReportHead head, long asked) {
        boolean stale = asked != round;
        if (!stale) busy.set(false);
        switch (outcome) {
            case SigningOutcome.Signed _ -> {
                if (!stale) cancel();
                signed.accept(head.id());
            }
            case SigningOutcome.StoredMeanwhile _ when stale -> leftUnsigned(head);
            case SigningOutcome.StoredMeanwhile(var reports) -> {
                meanwhile.set(reports);
                for (var report : reports) seen.add(report.document().sopUid());
            }
        }
    }

    private void failed(Throwable why) {
        busy.set(false);
        problem.set(Optional.of(messages.sentence(why)));
        if (why instanceof Refusal refusal && refusal.reason() == SignReason.ARCHIVE_SILENT)
            archiveSilent.set(true);
        if (why instanceof Refusal refusal
                && refusal.reason() == ReportReason.CHANGED_SINCE_SUMMARY)
            summary.set(Optional.empty());
    }

    /// Puts the summary away; nothing is signed.
    ///
    /// @return whether it was open
    public boolean cancel() {
        boolean open = summary.get().isPresent();
        round++; // what is answered from now on was asked about another report
        busy.set(false);
        summary.set(Optional.empty());
        meanwhile.set(List.of());
        withoutMissing.set(false);
        withoutAsking.set(false);
        archiveSilent.set(false);
        problem.set(Optional.empty());
        reason.set("");
        seen.clear();
        armed = false;
        return open;
    }

    /// @return what would be signed, while it is looked at
    public ReadOnlyObjectProperty<Optional<SigningSummary>> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /// @return reports that others stored meanwhile
    public ReadOnlyObjectProperty<List<PriorReport>> meanwhileProperty() {
        return meanwhile.getReadOnlyProperty();
    }

    /// @return why the last act did not work
    public ReadOnlyObjectProperty<Optional<String>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /// @return whether to sign though images are missing
    public BooleanProperty withoutMissingProperty() {
        return withoutMissing;
    }

    /// @return whether to sign though the archive could not be asked
    public BooleanProperty withoutAskingProperty() {
        return withoutAsking;
    }

    /// @return whether the archive did not answer
    public BooleanProperty archiveSilentProperty() {
        return archiveSilent;
    }

    /// @return why a signed report is amended, in the signer's words
    public StringProperty reasonProperty() {
        return reason;
    }

    /// @return whether an act is under way
    public BooleanProperty busyProperty() {
        return busy;
    }
}
