package org.tyde.app.desk;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportHead;
import org.tyde.report.check.ReportChecker;
import org.tyde.report.check.Surroundings;
import org.tyde.store.Cache;
import org.tyde.study.Laterality;
import org.tyde.study.Series;
import org.tyde.study.Sex;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// What is known around a report: the study's own headers, and the case that is open. What is of the case is
/// taken down on the JavaFX thread before the checks run.
final class CaseAround implements ReportChecker.Around {
    private final Cache cache;
    private final Clock clock;
    private volatile CaseFacts facts = CaseFacts.NONE;

    CaseAround(Cache cache, Clock clock) {
        this.cache = cache;
        this.clock = clock;
    }

    /// @param now of the open case, just taken down
    void take(CaseFacts now) {
        facts = now;
    }

    @Override
    public Surroundings of(ReportHead head) throws Refusal {
        var sex = Optional.<Sex>empty();
        var sides = EnumSet.noneOf(Laterality.class);
        var procedures = new LinkedHashSet<String>();
        var seen = new HashSet<String>();
        for (var located : cache.index().ofStudy(head.studyUid())) {
            if (!seen.add(located.instance().seriesUid())) continue;
            var header = cache.header(located.instance().uid());
            if (sex.isEmpty()) sex = header.text(Tag.PATIENT_SEX).flatMap(Sex::of);
            Series.from(header).laterality().ifPresent(sides::add);
            procedures.add(procedure(header));
        }
        var now = facts.studyUid().equals(head.studyUid()) ? facts : CaseFacts.NONE;
        return new Surroundings(
                LocalDate.now(clock),
                sex,
                String.join(" ", procedures).strip(),
                sides,
                now.measured(),
                now.lesions(),
                now.priors(),
                now.others(),
                now.listening(),
                now.threshold());
    }

    private static String procedure(DataSet header) throws DicomFormatException {
        var said = header.text(Tag.REQUESTED_PROCEDURE_DESCRIPTION);
        if (said.isPresent()) return said.get();
        for (var request : header.sequence(Tag.REQUEST_ATTRIBUTES_SEQUENCE)) {
            var asked = request.text(Tag.REQUESTED_PROCEDURE_DESCRIPTION);
            if (asked.isPresent()) return asked.get();
        }
        return List.of(header.textOr(Tag.STUDY_DESCRIPTION, "")).getFirst();
    }
}
