package org.tyde.report.out;

/// How final a report is, in the words of each form (FHIR R4 diagnostic-report-status and
/// composition-status and observation-status; HL7 table 0123 and 0085). A report in place of another is `amended`
/// and its composition final, as the European imaging report has it; one that adds to another is `appended`.
public enum ReportStatus {
    /// May change before it is signed.
    PRELIMINARY("preliminary", "preliminary", "preliminary", "P"),
    /// Signed.
    FINAL("final", "final", "final", "F"),
    /// Signed, in place of an earlier signed one.
    AMENDED("amended", "final", "amended", "C"),
    /// Signed, in addition to an earlier one: a final document of its own that names its parent.
    APPENDED("appended", "final", "final", "F");

    private final String fhirReport;
    private final String fhirComposition;
    private final String fhirObservation;
    private final String hl7;

    ReportStatus(String fhirReport, String fhirComposition, String fhirObservation, String hl7) {
        this.fhirReport = fhirReport;
        this.fhirComposition = fhirComposition;
        this.fhirObservation = fhirObservation;
        this.hl7 = hl7;
    }

    String fhirReport() {
        return fhirReport;
    }

    String fhirComposition() {
        return fhirComposition;
    }

    String fhirObservation() {
        return fhirObservation;
    }

    String hl7() {
        return hl7;
    }
}
