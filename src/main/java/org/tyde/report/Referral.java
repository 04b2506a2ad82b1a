package org.tyde.report;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.EncapsulatedPdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the referrer asked and told, collected from the objects of the study.
///
/// @param reason Reason for the Requested Procedure (0040,1002)
/// @param procedure Requested Procedure Description (0032,1060), else the meaning of (0032,1064)
/// @param history Additional Patient History (0010,21B0)
/// @param alerts Medical Alerts (0010,2000)
/// @param allergies Allergies (0010,2110)
/// @param documents scanned or written referrals
public record Referral(
        Optional<String> reason,
        Optional<String> procedure,
        Optional<String> history,
        List<String> alerts,
        List<String> allergies,
        List<EncapsulatedPdf> documents) {
    /// No referral was received.
    public static final Referral NONE =
            new Referral(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    List.of());

    /// @throws NullPointerException never a missing part
    public Referral {
        alerts = List.copyOf(alerts);
        allergies = List.copyOf(allergies);
        documents = List.copyOf(documents);
    }

    /// @return whether the referrer is known to have said nothing
    public boolean absent() {
        return equals(NONE);
    }

    /// @param objects headers of the study's objects; of a text that several have, each wording once
    /// @return what they say
    /// @throws DicomFormatException malformed
    public static Referral of(Collection<DataSet> objects) throws DicomFormatException {
        var reasons = new LinkedHashSet<String>();
        var procedures = new LinkedHashSet<String>();
        var histories = new LinkedHashSet<String>();
        var alerts = new LinkedHashSet<String>();
        var allergies = new LinkedHashSet<String>();
        var documents = new ArrayList<EncapsulatedPdf>();
        for (var object : objects) {
            reason(object, reasons);
            procedure(object, procedures);
            collect(object, Tag.ADDITIONAL_PATIENT_HISTORY, histories);
            collect(object, Tag.MEDICAL_ALERTS, alerts);
            collect(object, Tag.ALLERGIES, allergies);
            EncapsulatedPdf.of(object).ifPresent(documents::add);
        }
        return new Referral(
                joined(reasons),
                joined(procedures),
                joined(histories),
                List.copyOf(alerts),
                List.copyOf(allergies),
                documents);
    }

    /// @return what it puts into a report: the question, and what was told of the patient
    public Map<Section, String> sections() {
        return Map.of(
                Section.ORDER, reason.map(String::strip).orElse(""),
                Section.HISTORY, history.map(String::strip).orElse(""));
    }

    private static void reason(DataSet object, Set<String> found) throws DicomFormatException {
        collect(object, Tag.REASON_FOR_THE_REQUESTED_PROCEDURE, found);
        for (var request : object.sequence(Tag.REQUEST_ATTRIBUTES_SEQUENCE))
            collect(request, Tag.REASON_FOR_THE_REQUESTED_PROCEDURE, found);
    }

    private static void procedure(DataSet object, Set<String> found) throws DicomFormatException {
        var before = found.size();
        collect(object, Tag.REQUESTED_PROCEDURE_DESCRIPTION, found);
        for (var request : object.sequence(Tag.REQUEST_ATTRIBUTES_SEQUENCE))
            collect(request, Tag.REQUESTED_PROCEDURE_DESCRIPTION, found);
        if (found.size() > before) return;
        for (var code : object.codes(Tag.REQUESTED_PROCEDURE_CODE_SEQUENCE))
            found.add(code.meaning());
    }

    private static void collect(DataSet object, Tag tag, Set<String> found)
            throws DicomFormatException {
        object.texts(tag).stream().map(String::strip).filter(t -> !t.isEmpty()).forEach(found::add);
    }

    private static Optional<String> joined(Set<String> texts) {
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
    }
}
