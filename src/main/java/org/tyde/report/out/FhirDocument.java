package org.tyde.report.out;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.dicom.DicomFormatException;
import org.tyde.evidence.Observer;
import org.tyde.report.Section;
import org.tyde.study.Sex;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/// A report as a FHIR R4 document in the shape of the European imaging report (hl7.fhir.eu.imaging): a
/// bundle of Composition, DiagnosticReport, Patient, ImagingStudy, ServiceRequest, Practitioner,
/// Organization, and an Observation for each number measured.
public final class FhirDocument {
    static final String LOINC = "http://loinc.org";
    static final String REPORT = "85430-7";
    private static final String IMAGING_STUDY = "18726-0";
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final ObjectMapper json = new ObjectMapper();
    private final FinishedReport report;
    private final Locale language;
    private final Illustrations images;
    private final FhirEntries entries;
    private final FhirParties parties;
    private final String when;

    private FhirDocument(FinishedReport report, Locale language, Illustrations images) {
        this.images = images;
        this.report = report;
        this.language = language;
        entries = new FhirEntries(json, report.document().sopUid());
        parties = new FhirParties(entries, report);
        when = instant(report.written());
    }

    /// @param report to be told
    /// @param language of its headings
    /// @param images that it speaks of
    /// @return the bundle as JSON, UTF-8
    /// @throws DicomFormatException the structured report is malformed
    public static String of(FinishedReport report, Locale language, Illustrations images)
            throws DicomFormatException {
        return new FhirDocument(report, language, images).bundle().toPrettyString() + "\n";
    }

    private ObjectNode bundle() throws DicomFormatException {
        var composition = composition();
        diagnosticReport();
        parties.patient();
        imagingStudy();
        parties.request();
        parties.practitioners();
        parties.organization();
        var evidence = new FhirEvidence(entries, report, language, images);
        evidence.keyImages();
        evidence.observations(when);
        evidence.in(entries.get("DiagnosticReport"), findings(composition));
        var bundle = json.createObjectNode().put("resourceType", "Bundle");
        bundle.putObject("identifier")
                .put("system", "urn:ietf:rfc:3986")
                .put("value", "urn:oid:" + report.document().sopUid());
        return bundle.put("type", "document").put("timestamp", when).set("entry", entries.array());
    }

    /// The section that numbers and pictures belong to, made where the report has no words there.
    private ObjectNode findings(ObjectNode composition) {
        var at =
                report.sections().containsKey(Section.ADDENDUM)
                        ? Section.ADDENDUM
                        : Section.FINDINGS;
        for (var section : composition.withArray("section"))
            if (section.at("/code/coding/0/code").asText().equals(at.loinc())
                    && section instanceof ObjectNode found) return found;
        section(
                composition.withArray("section"),
                at.loinc(),
                new Titled(at.heading(language), ""),
                "");
        return findings(composition);
    }

    private ObjectNode composition() {
        var composition = entries.add("Composition");
        composition
                .putObject("identifier")
                .put("system", "urn:dicom:uid")
                .put("value", "urn:oid:" + report.document().sopUid());
        composition.put("status", report.status().fhirComposition());
        coded(composition.putObject("type"), LOINC, REPORT, "Diagnostic imaging report");
        composition.set("subject", entries.reference("Patient"));
        composition.put("date", when);
        var author = composition.putArray("author");
        var wrote = report.document().author().map(parties::name);
        author.add(entries.reference(wrote.orElse("Organization")));
        composition.put(
                "title",
                report.head().examination().isBlank()
                        ? report.document().title().meaning()
                        : report.head().examination());
        var verifiers = report.document().verifiers();
        if (!verifiers.isEmpty()) {
            var attesters = composition.putArray("attester");
            for (var one : verifiers)
                attesters
                        .addObject()
                        .put("mode", one.equals(verifiers.getLast()) ? "legal" : "professional")
                        .put("time", one.when().map(FhirDocument::instant).orElse(when))
                        .set("party", entries.reference(parties.name(one.who())));
        }
        composition.set("custodian", entries.reference("Organization"));
        var related = report.document().predecessors();
        if (!related.isEmpty()) {
            var list = composition.putArray("relatesTo");
            for (var earlier : related)
                list.addObject()
                        .put(
                                "code",
                                report.status() == ReportStatus.APPENDED ? "appends" : "replaces")
                        .putObject("targetIdentifier")
                        .put("system", "urn:dicom:uid")
                        .put("value", "urn:oid:" + earlier.sopUid());
        }
        var sections = composition.putArray("section");
        section(sections, IMAGING_STUDY, study(), "ImagingStudy");
        var said = report.sections();
        for (var section : Section.values())
            if (said.containsKey(section) || required(section))
                section(
                        sections,
                        section.loinc(),
                        new Titled(section.heading(language), said.getOrDefault(section, "")),
                        section == Section.ORDER ? "ServiceRequest" : "");
        return composition;
    }

    /// The European imaging report has these also where nobody has said anything there.
    private boolean required(Section section) {
        if (report.sections().containsKey(Section.ADDENDUM)) return false;
        return section == Section.ORDER
                || section == Section.HISTORY
                || section == Section.PROCEDURE;
    }

    /// A heading and what stands below it.
    private record Titled(String title, String text) {}

    private Titled study() {
        var head = report.head();
        var said = new ArrayList<String>();
        if (!head.examination().isBlank()) said.add(head.examination());
        head.studyDate().ifPresent(d -> said.add(d.toString()));
        if (!head.accession().isBlank()) said.add(head.accession());
        return new Titled(head.examination(), String.join(", ", said));
    }

    private void section(ArrayNode sections, String loinc, Titled said, String entry) {
        var section = sections.addObject();
        if (!said.title().isBlank()) section.put("title", said.title());
        section.putObject("code")
                .putArray("coding")
                .addObject()
                .put("system", LOINC)
                .put("code", loinc);
        section.putObject("text")
                .put("status", "generated")
                .put("div", FhirNarrative.of(said.text(), language));
        if (!entry.isEmpty()) section.putArray("entry").add(entries.reference(entry));
        else if (said.text().isBlank())
            section.putObject("emptyReason")
                    .putArray("coding")
                    .addObject()
                    .put("system", "http://terminology.hl7.org/CodeSystem/list-empty-reason")
                    .put("code", "unavailable");
    }

    private void diagnosticReport() throws DicomFormatException {
        var told = entries.add("DiagnosticReport");
        told.putArray("identifier")
                .addObject()
                .put("system", "urn:dicom:uid")
                .put("value", "urn:oid:" + report.document().sopUid());
        told.putArray("basedOn").add(entries.reference("ServiceRequest"));
        told.put("status", report.status().fhirReport());
        var category = told.putArray("category").addObject();
        coded(category, LOINC, REPORT, "Diagnostic imaging report");
        coded(told.putObject("code"), LOINC, REPORT, report.document().title().meaning());
        told.set("subject", entries.reference("Patient"));
        report.head().studyDate().ifPresent(d -> told.put("effectiveDateTime", d.toString()));
        told.put("issued", when);
        told.putArray("performer").add(entries.reference("Organization"));
        if (writes()) told.putArray("resultsInterpreter").add(entries.reference("Practitioner"));
        told.putArray("imagingStudy").add(entries.reference("ImagingStudy"));
        var concluded = Optional.ofNullable(report.sections().get(Section.IMPRESSION));
        concluded.ifPresent(text -> told.put("conclusion", text));
    }

    private void imagingStudy() throws DicomFormatException {
        var study = entries.add("ImagingStudy");
        study.putArray("identifier")
                .addObject()
                .put("system", "urn:dicom:uid")
                .put("value", "urn:oid:" + report.head().studyUid());
        study.put("status", "available");
        var modality = report.modality();
        if (!modality.isEmpty())
            study.putArray("modality")
                    .addObject()
                    .put("system", "http://dicom.nema.org/resources/ontology/DCM")
                    .put("code", modality);
        study.set("subject", entries.reference("Patient"));
        report.head().studyDate().ifPresent(d -> study.put("started", d.toString()));
        study.putArray("basedOn").add(entries.reference("ServiceRequest"));
        if (!report.head().examination().isBlank())
            study.put("description", report.head().examination());
    }

    private boolean writes() {
        return report.document().responsible().map(Observer::name).isPresent();
    }

    static void coded(ObjectNode concept, String system, String code, String text) {
        concept.putArray("coding").addObject().put("system", system).put("code", code);
        concept.put("text", text);
    }

    private static String instant(LocalDateTime when) {
        var zone = ZoneId.systemDefault();
        return INSTANT.format(OffsetDateTime.of(when, zone.getRules().getOffset(when)));
    }

    static String gender(Optional<Sex> sex) {
        return sex.map(
                        s ->
                                switch (s) {
                                    case MALE -> "male";
                                    case FEMALE -> "female";
                                    case OTHER -> "other";
                                })
                .orElse("unknown");
    }
}
