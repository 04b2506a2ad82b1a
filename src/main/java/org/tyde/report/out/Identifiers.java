package org.tyde.report.out;

import org.tyde.study.NationalId;
import org.tyde.study.Patient;

import java.util.Optional;
import java.util.regex.Pattern;

/// The object identifiers under which Norwegian registers number people (HIS 1001:2010; HL7 Norway
/// no-basis).
final class Identifiers {
    static final String HPR = "2.16.578.1.12.4.1.4.4";
    private static final Pattern OID = Pattern.compile("[0-2](\\.(0|[1-9][0-9]*))+");

    private Identifiers() {}

    /// @return the register that numbers the patient, as an OID; empty where nothing tells
    static Optional<String> of(Patient patient) {
        var known =
                NationalId.parse(patient.id().value())
                        .map(NationalId::kind)
                        .filter(NationalId.Kind::holdsEverywhere)
                        .map(NationalId.Kind::oid);
        return known.or(() -> patient.id().issuer().filter(i -> OID.matcher(i).matches()));
    }

    static boolean national(Patient patient) {
        return NationalId.parse(patient.id().value()).isPresent();
    }
}
