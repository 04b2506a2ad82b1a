package org.tyde.report.out;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.dicom.Code;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;
import org.tyde.evidence.Observer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whom a FHIR document speaks of: the patient, who asked, who answers, where.
final class FhirParties {
    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/v2-0203";

    private final FhirEntries entries;
    private final FinishedReport report;

    FhirParties(FhirEntries entries, FinishedReport report) {
        this.entries = entries;
        this.report = report;
    }

    void patient() {
        var told = entries.add("Patient");
        var patient = report.study().patient();
        if (!patient.id().value().isEmpty()) {
            var identifier = told.putArray("identifier").addObject();
            Identifiers.of(patient).ifPresent(oid -> identifier.put("system", "urn:oid:" + oid));
            identifier.put("value", patient.id().value());
        }
        name(told, patient.name());
        told.put("gender", FhirDocument.gender(patient.sex()));
        patient.birthDate().ifPresent(d -> told.put("birthDate", d.toString()));
    }

    void request() throws DicomFormatException {
        var told = entries.add("ServiceRequest");
        var accession = report.head().accession();
        if (!accession.isBlank()) {
            var identifier = told.putArray("identifier").addObject();
            identifier
                    .putObject("type")
                    .putArray("coding")
                    .addObject()
                    .put("system", TYPES)
                    .put("code", "ACSN");
            identifier.put("value", accession);
        }
        told.put("status", "completed").put("intent", "order");
        var code = told.putObject("code");
        var procedure = report.procedure();
        procedure.flatMap(FhirParties::code).ifPresent(code::setAll);
        var text =
                procedure
                        .map(Code::meaning)
                        .filter(m -> !m.isBlank())
                        .orElse(report.head().examination());
        code.put("text", text.isBlank() ? report.document().title().meaning() : text);
        told.set("subject", entries.reference("Patient"));
        var referrer = report.referrer();
        if (referrer.isPresent())
            told.putObject("requester").put("display", referrer.get().display());
    }

    /// Who answers for the report is `Practitioner`; the others have a number behind it.
    void practitioners() {
        for (var one : people()) practitioner(one);
    }

    private List<Observer> people() {
        var people = new ArrayList<Observer>();
        report.document().responsible().ifPresent(people::add);
        report.document().author().ifPresent(people::add);
        report.document().verifiers().forEach(v -> people.add(v.who()));
        var each = new ArrayList<Observer>();
        for (var one : people) if (each.stream().noneMatch(one::same)) each.add(one);
        return each;
    }

    /// @return what the entry of somebody who wrote or verified the report is called
    String name(Observer who) {
        var people = people();
        int number = 0;
        while (!people.get(number).same(who)) number++;
        return number == 0 ? "Practitioner" : "Practitioner" + number;
    }

    private void practitioner(Observer author) {
        var told = entries.add("Practitioner", name(author));
        author.hprNumber()
                .ifPresent(
                        hpr ->
                                told.putArray("identifier")
                                        .addObject()
                                        .put("system", "urn:oid:" + Identifiers.HPR)
                                        .put("value", hpr));
        name(told, author.name());
    }

    void organization() throws DicomFormatException {
        var name =
                report.document()
                        .responsible()
                        .flatMap(Observer::organisation)
                        .or(() -> report.study().institution())
                        .orElse(report.object().textOr(Tag.INSTITUTION_NAME, ""));
        entries.add("Organization").put("name", name.isBlank() ? "?" : name);
    }

    private static void name(ObjectNode resource, PersonName name) {
        var group = name.alphabetic();
        if (group.isEmpty()) return;
        var told = resource.putArray("name").addObject();
        told.put("text", name.display());
        if (!group.family().isEmpty()) told.put("family", group.family());
        var given = (group.given() + " " + group.middle()).strip();
        if (!given.isEmpty()) {
            var list = told.putArray("given");
            for (var one : given.split("\\s+")) list.add(one);
        }
    }

    /// @return a coding with its system, empty where the scheme has no address that is known here
    static Optional<ObjectNode> code(Code code) {
        var system =
                switch (code.scheme()) {
                    case "SCT" -> "http://snomed.info/sct";
                    case "LN" -> FhirDocument.LOINC;
                    case "DCM" -> "http://dicom.nema.org/resources/ontology/DCM";
                    case "99NCRP", "NCRP" -> "urn:oid:2.16.578.1.12.4.1.1.7270";
                    default -> "";
                };
        if (system.isEmpty()) return Optional.empty();
        var concept = new ObjectMapper().createObjectNode();
        concept.putArray("coding").addObject().put("system", system).put("code", code.value());
        return Optional.of(concept);
    }
}
