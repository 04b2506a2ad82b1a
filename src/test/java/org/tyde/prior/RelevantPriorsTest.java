package org.tyde.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.PersonName;
import org.tyde.study.NationalId;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Study;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

class RelevantPriorsTest {
    private static final String FNR = "13847010074";

    private static Patient patient(String id, Optional<String> issuer, String family, int born) {
        return new Patient(
                new PatientId(id, issuer),
                PersonName.of(family, "Kari"),
                Optional.of(LocalDate.of(born, 4, 13)),
                Optional.empty(),
                NationalId.parse(id));
    }

    private static Study study(
            String uid, Patient patient, String when, String modality, String description) {
        var parts = when.split(" ");
        return new Study(
                uid,
                patient,
                parts[0].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(parts[0])),
                parts.length > 1 ? Optional.of(LocalTime.parse(parts[1])) : Optional.empty(),
                "",
                description,
                Set.of(modality.split("/")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                -1,
                -1);
    }

    private static final Patient KARI = patient("7", Optional.of("A"), "Hansen", 1970);
    private static final Study CURRENT = study("now", KARI, "2026-11-22 10:00", "CT", "CT thorax");

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # when,            modality, description,        relation
                    2026-03-14 09:00,  CT,       CT thorax,          SAME_KIND
                    2026-03-14,        CT/SR,    CT Thorax m/kontr., SAME_KIND
                    2026-03-14 09:00,  DX,       RTG thorax,         RELATED_KIND
                    2026-03-14 09:00,  PT,       PET thorax,         RELATED_KIND
                    2026-03-14 09:00,  CT,       CT abdomen,         OTHER_REGION
                    2026-03-14 09:00,  SR,       thorax,             NOT_COMPARED
                    2026-11-22 09:59,  CT,       CT thorax,          SAME_KIND
                    2026-11-22 10:00,  CT,       CT thorax,          none
                    2026-11-22 10:01,  CT,       CT thorax,          none
                    2026-11-22,        CT,       CT thorax,          none
                    2026-11-23 08:00,  CT,       CT thorax,          none
                    '',                CT,       CT thorax,          none
                    """)
    void whatIsAPriorIsDecidedByDateKindAndRegion(
            String when, String modality, String description, String relation) {
        var priors =
                RelevantPriors.of(
                        CURRENT, List.of(study("before", KARI, when, modality, description)));
        assertEquals(
                relation,
                priors.all().isEmpty() ? "none" : priors.all().getFirst().relation().name());
        assertEquals(
                relation.equals("SAME_KIND") || relation.equals("RELATED_KIND"),
                priors.toHang().isPresent());
    }

    @Test
    void theMostRecentOfTheSameKindHangsBeforeALaterRelatedOne() {
        var priors =
                RelevantPriors.of(
                        CURRENT,
                        List.of(
                                study("a", KARI, "2025-01-01 08:00", "CT", "CT thorax"),
                                study("b", KARI, "2026-01-01 08:00", "CT", "CT thorax"),
                                study("c", KARI, "2026-10-01 08:00", "DX", "RTG thorax"),
                                study("d", KARI, "2026-11-01 08:00", "CT", "CT hode"),
                                CURRENT));
        assertEquals(
                List.of("b", "a", "c", "d"),
                priors.all().stream().map(p -> p.study().uid()).toList());
        assertEquals("b", priors.toHang().orElseThrow().study().uid());
        var reason = priors.toHang().orElseThrow().reason(Locale.of("nb"));
        assertEquals("Samme type undersøkelse, samme område: thorax", reason);
    }

    @Test
    void whoIsNotSurelyThePatientStandsApartAndIsNeverHung() {
        var number = patient(FNR, Optional.of("A"), "Ødegård", 1970);
        var current = study("now", number, "2026-11-22 10:00", "CT", "CT thorax");
        var priors =
                RelevantPriors.of(
                        current,
                        List.of(
                                before("same", patient(FNR, Optional.of("B"), "OEDEGAARD", 1970)),
                                before("name", patient(FNR, Optional.of("B"), "Hansen", 1970)),
                                before("date", patient(FNR, Optional.of("B"), "Ødegård", 1971)),
                                before("local", patient("8", Optional.of("B"), "Ødegård", 1970)),
                                before("other", patient("8", Optional.of("A"), "Hansen", 1970))));
        assertEquals(List.of("same"), priors.all().stream().map(p -> p.study().uid()).toList());
        assertEquals("same", priors.toHang().orElseThrow().study().uid());
        assertEquals(
                Set.of("name", "date", "local"),
                priors.apart().stream().map(e -> e.study().uid()).collect(Collectors.toSet()));
    }

    private static Study before(String uid, Patient patient) {
        return study(uid, patient, "2026-03-14 09:00", "CT", "CT thorax");
    }
}
