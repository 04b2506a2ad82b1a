package org.tyde.evidence;

import org.tyde.dicom.Code;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The codes our documents use (PS3.16), and which item goes under which section.
public final class Concepts {
    /// Section: history.
    public static final Code HISTORY = dcm("121060", "History");

    /// Section: how the examination was done.
    public static final Code CURRENT_PROCEDURE = dcm("121064", "Current Procedure Descriptions");

    /// Section: which priors were compared.
    public static final Code PRIOR_PROCEDURE = dcm("121066", "Prior Procedure Descriptions");

    /// Section: findings.
    public static final Code FINDINGS = dcm("121070", "Findings");

    /// Section: impressions, as others name the conclusion.
    public static final Code IMPRESSIONS = dcm("121072", "Impressions");

    /// Section: conclusions.
    public static final Code CONCLUSIONS = dcm("121076", "Conclusions");

    /// Section: what is asked.
    public static final Code REQUEST = dcm("121062", "Request");

    /// Section: what should be done next.
    public static final Code RECOMMENDATIONS = dcm("121074", "Recommendations");

    /// Section: who was told at once (LOINC; CID 7001 is extensible).
    public static final Code COMMUNICATION =
            new Code("73568-8", "LN", "Communication of critical results");

    /// Section: what is added to an earlier report.
    public static final Code ADDENDUM = dcm("121078", "Addendum");

    static final Code LANGUAGE = dcm("121049", "Language of Content Item and Descendants");
    static final Code COUNTRY = dcm("121046", "Country of Language");
    static final Code NORWEGIAN = new Code("nb", "RFC5646", "Bokmål, Norwegian");
    static final Code NORWAY = new Code("NO", "ISO3166_1", "Norway");
    static final Code PROCEDURE_REPORTED = dcm("121058", "Procedure reported");
    static final Code OBSERVER_TYPE = dcm("121005", "Observer Type");
    static final Code PERSON = dcm("121006", "Person");
    static final Code OBSERVER_NAME = dcm("121008", "Person Observer Name");
    static final Code OBSERVER_ORGANISATION = dcm("121009", "Person Observer's Organization Name");
    static final Code ROLE_IN_ORGANISATION =
            dcm("121010", "Person Observer's Role in the Organization");
    static final Code ROLE_IN_PROCEDURE = dcm("121011", "Person Observer's Role in this Procedure");
    static final Code RECORDING = dcm("121097", "Recording");
    static final Code VERIFYING = dcm("121098", "Verifying");
    static final Code BEST_ILLUSTRATION = dcm("121080", "Best illustration of finding");
    static final Code FINDING = dcm("121071", "Finding");
    static final Code KEY_OBJECT_DESCRIPTION = dcm("113012", "Key Object Description");

    /// Title of a report whose modality has none of its own.
    public static final Code IMAGING_REPORT =
            new Code("18748-4", "LN", "Diagnostic Imaging Report");

    private static final Map<String, Code> TITLES =
            Map.of(
                    "CT", new Code("18747-6", "LN", "CT Report"),
                    "MR", new Code("18755-9", "LN", "MRI Report"),
                    "US", new Code("18760-9", "LN", "Ultrasound Report"),
                    "DX", new Code("18782-3", "LN", "X-Ray Report"),
                    "CR", new Code("18782-3", "LN", "X-Ray Report"),
                    "NM", new Code("18757-5", "LN", "Nuclear Medicine Report"),
                    "PT", new Code("18758-3", "LN", "PET Scan Report"));

    private static final Map<String, Code> ITEMS =
            Map.of(
                    REQUEST.value(), REQUEST,
                    RECOMMENDATIONS.value(), dcm("121075", "Recommendation"),
                    HISTORY.value(), HISTORY,
                    CURRENT_PROCEDURE.value(), dcm("121065", "Procedure Description"),
                    PRIOR_PROCEDURE.value(), dcm("121065", "Procedure Description"),
                    FINDINGS.value(), FINDING,
                    IMPRESSIONS.value(), dcm("121073", "Impression"),
                    CONCLUSIONS.value(), dcm("121077", "Conclusion"));

    private Concepts() {}

    /// @param modality as in (0008,0060)
    /// @return the title of a report on it (CID 7000)
    public static Code titleOf(String modality) {
        return TITLES.getOrDefault(modality, IMAGING_REPORT);
    }

    /// The concept of the text under a section (CID 7002).
    static Code itemOf(Code section) {
        if (section.same(COMMUNICATION)) return section;
        return Optional.ofNullable(ITEMS.get(section.value())).orElse(FINDING);
    }

    /// All sections that [ReportDocument] texts of ours use.
    static List<Code> sections() {
        return List.of(
                REQUEST,
                HISTORY,
                CURRENT_PROCEDURE,
                PRIOR_PROCEDURE,
                FINDINGS,
                CONCLUSIONS,
                RECOMMENDATIONS,
                COMMUNICATION,
                ADDENDUM);
    }

    private static Code dcm(String value, String meaning) {
        return new Code(value, "DCM", meaning);
    }
}
