package org.tyde.report.check;

import org.tyde.dicom.PersonName;
import org.tyde.evidence.Examples;
import org.tyde.report.Caret;
import org.tyde.report.Mark;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportHead;
import org.tyde.report.ReportId;
import org.tyde.report.ReportKind;
import org.tyde.report.ReportText;
import org.tyde.report.Section;
import org.tyde.report.Shape;
import org.tyde.report.sign.Destination;
import org.tyde.report.sign.FakeArchive;
import org.tyde.report.sign.ImagesRead;
import org.tyde.report.sign.SigningCheck;
import org.tyde.report.sign.SigningChecker.Candidate;
import org.tyde.study.Laterality;
import org.tyde.study.PatientId;
import org.tyde.study.Sex;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// A report as somebody wrote it, with what was known around it; changed piece by piece.
final class WrittenCase {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String OWN_NUMBER = "13116900216";

    final Map<Section, String> text = new EnumMap<>(Section.class);
    final List<Mark> marks = new ArrayList<>();
    final Set<Laterality> sides = EnumSet.noneOf(Laterality.class);
    final List<Surroundings.Value> measured = new ArrayList<>();
    final List<Surroundings.Lesion> lesions = new ArrayList<>();
    final Set<LocalDate> priors = new HashSet<>();
    final List<PersonName> others = new ArrayList<>();
    String examination = "";
    Sex sex = Sex.FEMALE;
    LocalDate birth = LocalDate.of(1961, 5, 3);
    boolean listening;
    int received = 100;
    int expected = 100;
    int neverShown;

    WrittenCase says(Section section, String sentences) {
        text.put(section, sentences);
        return this;
    }

    Candidate candidate() {
        var head =
                new ReportHead(
                        ReportId.create(),
                        ReportKind.REPORT,
                        "2.25.1",
                        new PatientId(OWN_NUMBER, Optional.empty()),
                        PersonName.parse("Bråten^Kari"),
                        Optional.of(birth),
                        Optional.of(TODAY),
                        "A1",
                        examination,
                        "CT",
                        List.of());
        return new Candidate(
                head,
                new ReportContent(
                        new ReportText(text), new Caret(Section.FINDINGS, 0), marks, Shape.PLAIN),
                new ImagesRead(
                        received,
                        OptionalInt.of(expected),
                        neverShown,
                        List.of(),
                        List.of(),
                        List.of()),
                Optional.of(Examples.RADIOLOGIST),
                new Destination(new FakeArchive(), true));
    }

    Surroundings around() {
        return new Surroundings(
                TODAY,
                Optional.of(sex),
                "",
                sides,
                measured,
                lesions,
                priors,
                others,
                listening,
                Surroundings.Threshold.USUAL);
    }

    List<SigningCheck> found() throws Exception {
        var around = around();
        return new ReportChecker(_ -> around).check(candidate());
    }

    Set<CheckKind> kinds() throws Exception {
        var kinds = EnumSet.noneOf(CheckKind.class);
        for (var check : found()) kinds.add((CheckKind) check.kind());
        return kinds;
    }
}
