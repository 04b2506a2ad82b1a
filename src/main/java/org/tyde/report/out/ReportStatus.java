package org.tyde.report.out;

/// How final a report is, in the words of each form (FHIR R4 diagnostic-report-status and
/// composition-status; HL7 table 0123 and 0085).
public enum ReportStatus {
    /// May change before it is signed.
    PRELIMINARY("preliminary", "preliminary", "P"),
    /// Signed.
    FINAL("final", "final", "F"),
    /// Signed, in place of an earlier signed one.
    CORRECTED("corrected", "amended", "C"),
    /// Signed, in addition to an earlier one: a final document of its own that names its parent.
    APPENDED("appended", "amended", "F");

    private final String fhirReport;
    private final String fhirComposition;
    private final String hl7;

    ReportStatus(String fhirReport, String fhirComposition, String hl7) {
        this.fhirReport = fhirReport;
        this.fhirComposition = fhirComposition;
        this.hl7 = hl7;
    }

    String fhirReport() {
        return fhirReport;
    }

    String fhirComposition() {
        return fhirComposition;
    }

    String hl7() {
        return hl7;
    }
}
