package org.tyde.archive;

import org.tyde.refusal.Refusal;
import org.tyde.study.Patient;
import org.tyde.study.PatientTimeline;
import org.tyde.study.Study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/// Finds what archives have of one patient: by the id, by the national identity number, by what the source says
/// the same person is called besides, and by name and birth date, for studies under a number of their own.
public final class PatientSearch {
    private static final int MOST = 500;

    private PatientSearch() {}

    /// @param patient whose studies are looked for
    /// @param source asked up to once for each number and once for the name
    /// @return studies that may be the patient's; whose they are is told by [PatientTimeline] alone
    /// @throws Refusal when there is no answer
    public static List<Study> candidates(Patient patient, StudySource source) throws Refusal {
        var numbers = new LinkedHashSet<String>();
        numbers.add(patient.id().value());
        patient.nationalId().ifPresent(n -> numbers.add(n.digits()));
        patient.otherIds().forEach(id -> numbers.add(id.value()));
        numbers.remove("");
        var found = new ArrayList<Study>();
        for (var number : numbers)
            found.addAll(source.find(StudyQuery.ofPatient(literal(number)).page(MOST, 0)));
        var families = new LinkedHashSet<String>();
        families.add(longestWord(patient.name().alphabetic().family()));
        for (var former : patient.formerNames())
            families.add(longestWord(former.alphabetic().family()));
        families.remove("");
        if (patient.birthDate().isEmpty()) return found;
        for (var family : families) {
            var named = StudyQuery.ANY.withText(family).withBirthDate(patient.birthDate());
            found.addAll(source.find(named.page(MOST, 0)));
        }
        return found;
    }

    /// A double name is written with a hyphen here and a space there.
    private static String longestWord(String family) {
        return Arrays.stream(family.split("[^\\p{L}]+"))
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    /// A number with `*` or `?` in it would match those of others (PS3.4 C.2.2.2.4).
    private static String literal(String number) {
        return number.replaceAll("[*?]", "");
    }

    /// @param patient whose
    /// @param source asked
    /// @return the patient's studies over all archives, and beside them those that may be
    /// @throws Refusal when there is no answer
    public static PatientTimeline timeline(Patient patient, StudySource source) throws Refusal {
        return PatientTimeline.of(patient, candidates(patient, source));
    }
}
