package org.tyde.report;

import org.tyde.dicom.PersonName;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Study;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Studies and reports on them, for tests.
public final class Reports {
    private Reports() {}

    public static Study study(String uid, String description) {
        var patient =
                new Patient(
                        new PatientId("13816512345", Optional.empty()),
                        PersonName.parse("Bråten^Øystein"),
                        Optional.of(LocalDate.of(1965, 1, 13)),
                        Optional.empty(),
                        Optional.empty());
        return new Study(
                uid,
                patient,
                Optional.of(LocalDate.of(2026, 3, 14)),
                Optional.empty(),
                "A1",
                description,
                Set.of("CT", "SR"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1,
                1);
    }

    public static Report begin() {
        return Report.begin(
                ReportHead.of(study("2.25.1", "CT thorax")), told("Hoste i seks uker."));
    }

    public static Referral told(String history) {
        return new Referral(
                Optional.empty(),
                Optional.empty(),
                Optional.of(history),
                List.of(),
                List.of(),
                List.of());
    }
}
