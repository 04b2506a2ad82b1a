package org.tyde.ui.worklist;

import org.tyde.dicom.PersonName;
import org.tyde.study.NationalId;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.RequestPriority;
import org.tyde.study.Sex;
import org.tyde.study.Study;
import org.tyde.worklist.ReadingStatus;
import org.tyde.worklist.WorklistRow;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Made-up rows of a morning.
public final class Rows {
    private Rows() {}

    static Patient patient(String number, String name, LocalDate birth, Sex sex) {
        return new Patient(
                new PatientId(number, Optional.of("2.16.578.1.12.4.1.4.1")),
                PersonName.parse(name),
                Optional.of(birth),
                Optional.of(sex),
                NationalId.parse(number));
    }

    static Study study(
            String uid,
            Patient patient,
            LocalDate date,
            String modality,
            String what,
            String part) {
        return new Study(
                uid,
                patient,
                Optional.of(date),
                Optional.of(LocalTime.of(7, 12)),
                "NO2026" + uid.hashCode() % 1000,
                what,
                Set.of(modality),
                Optional.of(part),
                Optional.of("Sykehuset i Vestfold, Tønsberg"),
                Optional.of("Medisinsk poliklinikk"),
                Optional.empty(),
                2,
                184);
    }

    public static final Patient KARI =
            patient("15876500016", "Nordmann^Kari^Anne", LocalDate.of(1965, 7, 15), Sex.FEMALE);
    static final Patient OLE = patient("01015000232", "Ås^Ole", LocalDate.of(1950, 1, 1), Sex.MALE);
    static final Patient PER =
            patient("41819000032", "Ødegård^Per^Johan", LocalDate.of(2026, 10, 30), Sex.MALE);
    static final Patient EVA =
            new Patient(
                    new PatientId("TEST-77", Optional.empty()),
                    PersonName.parse("Aalberg^Eva"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    public static final Study CHEST = study("1.1", KARI, TODAY, "CT", "CT Thorax", "CHEST");
    static final Study CHEST_BEFORE =
            study("1.2", KARI, TODAY.minusMonths(8), "CT", "CT Thorax", "CHEST");
    static final Study CHEST_OF_WHO_MAY_BE_KARI =
            study(
                    "1.3",
                    patient("77", "Nordmann^Kari", LocalDate.of(1965, 7, 15), Sex.FEMALE),
                    TODAY.minusYears(2),
                    "CT",
                    "CT Thorax",
                    "CHEST");
    static final Study HEAD = study("2.1", OLE, TODAY, "MR", "MR Hode", "HEAD");
    static final Study HAND = study("3.1", PER, TODAY.minusDays(1), "DX", "RTG Hånd høyre", "HAND");
    static final Study BREAST =
            study("4.1", EVA, TODAY.minusDays(4), "MG", "Mammografi bilateral", "BREAST");

    static List<WorklistRow> all() {
        return new ArrayList<>(
                List.of(
                        row(BREAST, ReadingStatus.SIGNED, Optional.empty()),
                        row(HAND, ReadingStatus.UNREAD, Optional.empty()),
                        row(HEAD, ReadingStatus.DRAFT, Optional.of(RequestPriority.STAT)),
                        row(CHEST_BEFORE, ReadingStatus.SIGNED, Optional.empty()),
                        row(CHEST, ReadingStatus.UNREAD, Optional.of(RequestPriority.HIGH))));
    }

    static WorklistRow row(Study study, ReadingStatus status, Optional<RequestPriority> priority) {
        var urgent =
                new Study(
                        study.uid(),
                        study.patient(),
                        study.date(),
                        study.time(),
                        study.accession(),
                        study.description(),
                        study.modalities(),
                        study.bodyPart(),
                        study.institution(),
                        study.referringUnit(),
                        priority,
                        study.seriesCount(),
                        study.instanceCount());
        return new WorklistRow(urgent, status, study.uid().equals("1.1") ? 184 : 0);
    }
}
