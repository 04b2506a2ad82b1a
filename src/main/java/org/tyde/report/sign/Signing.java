package org.tyde.report.sign;

import org.tyde.dicom.DataSet;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.Standing;
import org.tyde.refusal.Refusal;
import org.tyde.report.FollowedText;
import org.tyde.report.PriorReport;
import org.tyde.report.Report;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportReason;
import org.tyde.report.ReportStore;
import org.tyde.report.Section;
import org.tyde.report.screening.ScreeningReason;
import org.tyde.report.screening.ScreeningText;
import org.tyde.store.Cache;
import org.tyde.store.Outbox;
import org.tyde.store.StudyIndex;
import org.tyde.worklist.ReadingStatus;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Signing in two acts. The first looks the report over and sums it up; the second signs exactly what was
/// summed up, after asking the archive once more. Waits for disk and network: call it in a job.
public final class Signing {
    private final Cache cache;
    private final StudyReports stored;
    private final ReportStore reports;
    private final Delivery delivery;
    private final SigningChecker checker;
    private final Release release;
    private final Clock clock;
    private final Supplier<SigningTerms> terms;

    /// @param cache that holds the study
    /// @param reports being written
    /// @param delivery that carries the signed report
    /// @param checker that looks it over
    /// @param release what leaves with it
    /// @param clock that dates it
    /// @param terms as they are set now
    public Signing(
            Cache cache,
            ReportStore reports,
            Delivery delivery,
            SigningChecker checker,
            Release release,
            Clock clock,
            Supplier<SigningTerms> terms) {
        this.terms = terms;
        delivery.onLeaving(reports::forget);
        this.checker = checker;
        this.release = release;
        this.cache = cache;
        stored = new StudyReports(cache);
        this.reports = reports;
        this.delivery = delivery;
        this.clock = clock;
    }

    /// The first act.
    ///
    /// @param id of the report
    /// @param images what was there and looked at
    /// @param signer from settings, empty where nobody is entered
    /// @param target where it will go
    /// @return what to show
    /// @throws Refusal there is no such report, or it is signed
    public SigningSummary summary(
            ReportId id, ImagesRead images, Optional<Observer> signer, Destination target)
            throws Refusal {
        var report = reports.require(id);
        if (report.sealed()) throw new Refusal(ReportReason.SIGNED_ALREADY);
        long version = report.version();
        var content = report.content();
        var text = content.finished();
        var last =
                report.head().kind() == ReportKind.ADDENDUM ? Section.ADDENDUM : Section.IMPRESSION;
        return new SigningSummary(
                report.head(),
                signer,
                text.of(last),
                images,
                checker
                        .check(
                                new SigningChecker.Candidate(
                                        report.head(), content, images, signer, target))
                        .stream()
                        .map(c -> c.with(content.decisions()))
                        .toList(),
                text,
                version,
                independent(report),
                terms.get().training());
    }

    /// The second act.
    ///
    /// @param summary that was shown
    /// @param chosen by the signer
    /// @param target where it goes
    /// @return signed, or what was stored meanwhile
    /// @throws Refusal something stops it or has not been chosen; the report is as it was
    public SigningOutcome sign(SigningSummary summary, SigningChoices chosen, Destination target)
            throws Refusal {
        var report = reports.require(summary.head().id());
        var choices = independent(report) ? chosen.awaiting(Awaits.INDEPENDENT_READING) : chosen;
        if (reports.theirs(report.id()).isPresent())
            throw new Refusal(ReportReason.WRITTEN_ELSEWHERE);
        SigningRules.whatStops(report, summary, choices, target);
        refuseBesideStaying(report);
        if (independent(report) || report.head().kind() == ReportKind.CONSENSUS)
            ScreeningText.of(report.content()).check(report.content());
        var here = stored.here(report.head().studyUid());
        var all = StudyReports.both(here, there(report, choices, target));
        var signer = summary.signer().orElseThrow();
        var standing = StudyReports.standing(all);
        if (!choices.independent()) SigningRules.besideSealed(report, choices, standing);
        boolean training = summary.training() || terms.get().training();
        new TurnRules(standing, signer, training).check(report.head(), choices);
        var meanwhile = meanwhile(report, choices, here, standing, summary.signer());
        if (!meanwhile.isEmpty()) return new SigningOutcome.StoredMeanwhile(meanwhile);
        var follows = followed(report, standing);
        report.seal(summary.version());
        boolean done = false;
        try {
            var header = header(report);
            var when = LocalDateTime.now(clock).withNano(0);
            var signature =
                    Signature.of(
                            report.head().kind(),
                            choices,
                            signer,
                            when,
                            follows,
                            remark(summary, follows));
            var replaced =
                    new EarlierVersions(cache, all).replaced(report, signer, choices, follows);
            var signed = write(report, summary, signature, header, replaced, follows, when);
            var items = new ArrayList<>(objects(signed, target));
            if (!choices.independent())
                items.addAll(
                        release.items(
                                new Release.Released(
                                        report.head(), report.content(), signed, header, target)));
            var stay = terms.get().stay();
            var as =
                    signature.state() == DocumentState.SIGNED
                            ? ReadingStatus.SIGNED
                            : ReadingStatus.PRELIMINARY;
            var kept = SignedRecordJson.write(record(report, summary, choices, signer, signed));
            if (stay.isPositive())
                delivery.dispatch(reports.staying(report.id(), as), stay, items, kept);
            else {
                delivery.dispatch(
                        Optional.of(report.id()),
                        report.head().studyUid(),
                        items,
                        Optional.of(kept));
                reports.forget(report.id());
            }
            done = true;
            return signed;
        } finally {
            if (!done) report.unseal();
        }
    }

    /// What is signed here and has not left is in no archive yet, and takes the same report's place.
    private void refuseBesideStaying(Report report) throws Refusal {
        if (report.head().kind() == ReportKind.ADDENDUM) return;
        for (var other : reports.staying()) {
            if (other.id().equals(report.id()) || other.head().kind() == ReportKind.ADDENDUM)
                continue;
            for (var before : other.head().follows())
                if (report.head().follows().contains(before))
                    throw new Refusal(SignReason.ANOTHER_STAYS);
        }
    }

    private SignedRecord record(
            Report report,
            SigningSummary summary,
            SigningChoices choices,
            Observer signer,
            SigningOutcome.Signed signed) {
        var images = summary.images();
        return new SignedRecord(
                report.id(),
                report.head().studyUid(),
                SignedRecord.Event.SIGNED,
                clock.instant(),
                SignedRecord.name(signer),
                signed.document().sopUid(),
                report.content().decisions(),
                images.incomplete()
                        ? Optional.of(
                                new SignedRecord.Images(
                                        images.received(), images.expected().orElseThrow()))
                        : Optional.empty(),
                choices.withoutAskingArchive(),
                choices.independent());
    }

    private static boolean independent(Report report) {
        return report.head().kind() == ReportKind.REPORT && report.content().shape().independent();
    }

    /// Takes a report back that is signed and has not begun to leave: it is a draft again, as it was.
    ///
    /// @param id of the report
    /// @return it, to be written on
    /// @throws Refusal it has begun to leave, or is not signed
    public Report takeBack(ReportId id) throws Refusal {
        if (!reports.require(id).sealed()) throw new Refusal(SignReason.NOT_SIGNED);
        var head = reports.require(id).head();
        var kept =
                SignedRecordJson.write(
                        SignedRecord.takenBack(id, head.studyUid(), clock.instant()));
        if (!delivery.takeBack(reports.takenBack(id), kept))
            throw new Refusal(SignReason.LEFT_ALREADY);
        return reports.writeOn(id);
    }

    /// @param studyUid Study Instance UID
    /// @return what was decided about its reports when they were signed here, in the order of time
    /// @throws Refusal `work.db` cannot be read
    public List<SignedRecord> history(String studyUid) throws Refusal {
        return delivery.history(studyUid);
    }

    /// @return reports that are signed and can be taken back, the oldest first
    /// @throws Refusal `work.db` cannot be read
    public List<Staying> staying() throws Refusal {
        var found = new ArrayList<Staying>();
        for (var report : reports.staying()) {
            var left = delivery.left(report.id());
            if (left.isPresent()) found.add(new Staying(report.head(), left.get()));
        }
        return found;
    }

    /// @param studyUid of a study
    /// @return why what was signed on it here is not in its archive yet; empty where it is, or waits its time
    /// @throws Refusal `work.db` cannot be read
    public Optional<Refusal> undelivered(String studyUid) throws Refusal {
        for (var item : delivery.waiting()) {
            if (item.report().isEmpty() || !item.studyUid().equals(studyUid)) continue;
            switch (item.state()) {
                case CONFIRMED -> {}
                case REFUSED -> {
                    return Optional.of(
                            new Refusal(
                                    SignReason.NOT_TAKEN,
                                    item.target(),
                                    "%04X".formatted(item.status())));
                }
                case SENT -> {
                    return Optional.of(new Refusal(SignReason.NOT_CONFIRMED, item.target()));
                }
                case WAITING -> {
                    if (!item.lastReason().isEmpty())
                        return Optional.of(new Refusal(SignReason.NOT_SENT, item.target()));
                }
            }
        }
        return Optional.empty();
    }

    /// Keeps and sends the report as preliminary: complete or not, by nobody verified. Writing goes on.
    ///
    /// @param summary of the first act
    /// @param target where it goes
    /// @return what was stored
    /// @throws Refusal no signer, trial speech to a real archive, or it has changed since
    public SigningOutcome.Signed preliminary(SigningSummary summary, Destination target)
            throws Refusal {
        var report = reports.require(summary.head().id());
        if (summary.signer().isEmpty()) throw new Refusal(SignReason.NO_SIGNER);
        if (report.head().kind() != ReportKind.REPORT)
            throw new Refusal(SignReason.ONLY_A_FIRST_REPORT_WAITS);
        if (independent(report)) throw new Refusal(ScreeningReason.NO_PRELIMINARY);
        SigningRules.trialSpeech(report, target);
        if (report.version() != summary.version())
            throw new Refusal(ReportReason.CHANGED_SINCE_SUMMARY);
        var signer = summary.signer();
        if (reports.theirs(report.id()).isPresent())
            throw new Refusal(ReportReason.WRITTEN_ELSEWHERE);
        var here = stored.here(report.head().studyUid());
        SigningRules.besideSealed(report, SigningChoices.NONE, StudyReports.standing(here));
        var kept =
                write(
                        report,
                        summary,
                        Signature.preliminary(signer),
                        header(report),
                        new EarlierVersions(cache, here)
                                .replaced(
                                        report,
                                        signer.orElseThrow(),
                                        SigningChoices.NONE,
                                        List.of()),
                        List.of(),
                        LocalDateTime.now(clock).withNano(0));
        delivery.dispatch(Optional.empty(), report.head().studyUid(), objects(kept, target));
        reports.preliminary(report.id());
        return kept;
    }

    private static List<Outbox.Item> objects(SigningOutcome.Signed signed, Destination target) {
        return signed.objects().stream()
                .<Outbox.Item>map(o -> new Outbox.Item.ForArchive(target.name(), o))
                .toList();
    }

    private List<StoredReport> there(Report report, SigningChoices choices, Destination target)
            throws Refusal {
        try {
            return stored.there(target.source(), report.head().studyUid());
        } catch (Refusal silent) {
            if (!choices.withoutAskingArchive())
                throw new Refusal(SignReason.ARCHIVE_SILENT, target.name()).because(silent);
            return List.of();
        }
    }

    /// What was not in the cache, and so not beside the images, before signing; never a sealed reading.
    private static List<PriorReport> meanwhile(
            Report report,
            SigningChoices choices,
            List<StoredReport> here,
            Standing standing,
            Optional<Observer> signer) {
        var known = new HashSet<>(choices.reportsSeen());
        // beside a signed report one begins no first one: it was signed since, also where it is
        // here
        for (var one : here)
            if (report.head().kind() != ReportKind.REPORT
                    || one.document().state() != DocumentState.SIGNED) known.add(one.uid());
        for (var before : report.head().follows()) known.add(before.sopUid());
        return standing.visibleTo(signer).stream()
                .filter(d -> !known.contains(d.sopUid()))
                .map(PriorReport::new)
                .toList();
    }

    private static List<ReportDocument> followed(Report report, Standing standing) throws Refusal {
        var found = new ArrayList<ReportDocument>();
        for (var before : report.head().follows()) {
            var document =
                    standing.documents().stream()
                            .filter(d -> d.sopUid().equals(before.sopUid()))
                            .findFirst();
            if (document.isPresent()) found.add(document.get());
            else if (report.head().kind() != ReportKind.ADDENDUM)
                throw new Refusal(SignReason.FOLLOWED_MISSING);
        }
        return found;
    }

    /// A countersignature says when the text is no longer its author's; a second reading leaves it alone.
    private static String remark(SigningSummary summary, List<ReportDocument> follows)
            throws Refusal {
        var kind = summary.head().kind();
        boolean changed =
                follows.size() == 1
                        && FollowedText.changed(kind, follows.getFirst(), summary.text());
        return switch (kind) {
            case COUNTERSIGNATURE -> changed ? ReportObjects.say("countersigned.changed") : "";
            case SECOND_READING -> {
                if (changed) throw new Refusal(SignReason.SECOND_TEXT_CHANGED);
                var images = summary.images();
                yield images.incomplete() ? ReportObjects.missing(images) : "";
            }
            case REPORT, ADDENDUM, AMENDMENT, CONSENSUS -> "";
        };
    }

    private DataSet header(Report report) throws Refusal {
        cache.flush();
        var study = cache.index().ofStudy(report.head().studyUid());
        if (study.isEmpty()) throw new Refusal(SignReason.NO_IMAGES);
        return cache.header(study.getFirst().instance().uid());
    }

    private SigningOutcome.Signed write(
            Report report,
            SigningSummary summary,
            Signature signature,
            DataSet header,
            ReportObjects.Replaced replaced,
            List<ReportDocument> follows,
            LocalDateTime when)
            throws Refusal {
        var study = cache.index().ofStudy(report.head().studyUid());
        return ReportObjects.write(
                report.head(),
                summary,
                signature,
                ScreeningText.of(report.content()),
                header,
                wholeWhereOneFrame(summary.images().keyImages(), study),
                replaced,
                follows,
                when);
    }

    /// A frame number may stand only beside objects of several frames (PS3.3 C.17.3.3, C.18.4).
    private static List<InstanceReference> wholeWhereOneFrame(
            List<InstanceReference> images, List<StudyIndex.Located> study) {
        var several = new HashSet<String>();
        for (var located : study)
            if (located.instance().frames() > 1) several.add(located.instance().uid());
        return images.stream()
                .map(
                        i ->
                                several.contains(i.sopUid())
                                        ? i
                                        : new InstanceReference(
                                                i.studyUid(),
                                                i.seriesUid(),
                                                i.sopClass(),
                                                i.sopUid()))
                .distinct()
                .toList();
    }
}
