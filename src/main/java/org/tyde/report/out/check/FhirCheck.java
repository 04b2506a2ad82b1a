package org.tyde.report.out.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.tyde.evidence.UcumUnits;
import org.tyde.refusal.Refusal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A FHIR R4 document in the shape of the European imaging report, in what HAPI's validator does not know of that
/// shape, or of what was signed.
final class FhirCheck {
    private static final int DEEPEST = 60;
    private static final List<String> RESOURCES =
            List.of("Composition", "DiagnosticReport", "Patient", "ImagingStudy");

    /// Sections that are there exactly once.
    private static final Map<String, String> SECTIONS =
            Map.of(
                    "18726-0",
                    "imaging study",
                    "55115-0",
                    "order",
                    "11329-0",
                    "history",
                    "55111-9",
                    "procedure");

    private static final Map<String, Set<String>> STATUSES =
            Map.of(
                    "preliminary", Set.of("preliminary"),
                    "partial", Set.of("preliminary"),
                    "final", Set.of("final"),
                    "amended", Set.of("final", "amended"),
                    "corrected", Set.of("final", "amended"),
                    "appended", Set.of("final", "amended"),
                    "entered-in-error", Set.of("entered-in-error"));

    private final List<Refusal> flaws = new ArrayList<>();
    private final Map<String, List<JsonNode>> resources = new LinkedHashMap<>();
    private final Set<String> addresses = new HashSet<>();

    private FhirCheck() {}

    static List<Refusal> of(String text, Optional<SaidText> told) throws Refusal {
        var bundle = read(text);
        if (!bundle.path("resourceType").asText().equals("Bundle")
                || !bundle.path("type").asText().equals("document"))
            throw new Refusal(FhirFlaw.NO_DOCUMENT).withRule("FHIR R4 3.3");
        var check = new FhirCheck();
        check.bundle(bundle);
        told.ifPresent(check::against);
        return check.flaws;
    }

    private static JsonNode read(String text) throws Refusal {
        var mapper =
                JsonMapper.builder()
                        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                        .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                        .build();
        mapper.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw new Refusal(FhirFlaw.NO_JSON, malformed.getOriginalMessage()).because(malformed);
        }
    }

    private void bundle(JsonNode bundle) {
        for (var entry : bundle.path("entry")) {
            var resource = entry.path("resource");
            addresses.add(entry.path("fullUrl").asText());
            resources
                    .computeIfAbsent(resource.path("resourceType").asText(), _ -> new ArrayList<>())
                    .add(resource);
        }
        var first = bundle.at("/entry/0/resource/resourceType").asText();
        if (!first.equals("Composition"))
            flaw("entry[0]", "FHIR R4 3.3.1", FhirFlaw.COMPOSITION_NOT_FIRST);
        for (var type : RESOURCES)
            if (!resources.containsKey(type))
                flaw("entry", "hl7.fhir.eu.imaging", FhirFlaw.RESOURCE_MISSING, type);
        references(bundle, "Bundle");
        sections();
        statuses();
        for (var patient : all("Patient")) patient(patient);
        for (var one : all("Observation")) observation(one);
    }

    private List<JsonNode> all(String type) {
        return resources.getOrDefault(type, List.of());
    }

    private Optional<JsonNode> only(String type) {
        return all(type).stream().findFirst();
    }

    private void references(JsonNode node, String place) {
        if (node.isArray()) {
            int number = 0;
            for (var one : node) references(one, place + "[" + number++ + "]");
            return;
        }
        for (var field : node.properties()) {
            boolean leads = field.getKey().equals("reference") && field.getValue().isTextual();
            if (leads && !addresses.contains(field.getValue().asText()))
                flaw(place, "FHIR R4 3.3.1", FhirFlaw.DANGLING, field.getValue().asText());
            else references(field.getValue(), place + "." + field.getKey());
        }
    }

    private void sections() {
        var counted = new HashMap<String, Integer>();
        for (var composition : all("Composition"))
            for (var section : composition.path("section"))
                counted.merge(section.at("/code/coding/0/code").asText(), 1, Integer::sum);
        boolean addendum = counted.containsKey("55107-7");
        if (addendum) return;
        SECTIONS.forEach(
                (code, name) -> {
                    if (counted.getOrDefault(code, 0) != 1)
                        flaw(
                                "Composition.section",
                                "hl7.fhir.eu.imaging",
                                FhirFlaw.SECTION_MISSING,
                                code + " " + name);
                });
    }

    private void statuses() {
        var report = only("DiagnosticReport").map(r -> r.path("status").asText()).orElse("");
        var composition = only("Composition").map(r -> r.path("status").asText()).orElse("");
        var fitting = STATUSES.get(report);
        if (fitting == null)
            flaw("DiagnosticReport.status", "FHIR R4 10.3", FhirFlaw.STATUS_UNKNOWN, report);
        else if (!fitting.contains(composition))
            flaw(
                    "Composition.status",
                    "hl7.fhir.eu.imaging",
                    FhirFlaw.STATUS_DISAGREES,
                    report,
                    composition);
    }

    private void patient(JsonNode patient) {
        if (patient.at("/identifier/0/value").asText().isBlank())
            flaw("Patient.identifier", "hl7.fhir.eu.imaging", FhirFlaw.NO_PATIENT);
        var born = patient.path("birthDate").asText();
        if (born.isEmpty()) return;
        try {
            LocalDate.parse((born + "-01-01").substring(0, 10));
        } catch (DateTimeParseException no) {
            flaw("Patient.birthDate", "FHIR R4 2.24.0.1", FhirFlaw.NO_DAY, born);
        }
    }

    private void observation(JsonNode one) {
        var quantity = one.path("valueQuantity");
        if (quantity.isMissingNode()) return;
        if (!quantity.path("value").isNumber())
            flaw("Observation.valueQuantity", "FHIR R4 2.24.0.5", FhirFlaw.NO_VALUE);
        var unit = quantity.path("code").asText();
        boolean ucum = quantity.path("system").asText().equals("http://unitsofmeasure.org");
        if (!ucum || !UcumUnits.known(unit))
            flaw("Observation.valueQuantity", "UCUM", FhirFlaw.UNIT_UNKNOWN, unit);
    }

    private void against(SaidText told) {
        var text = new StringBuilder();
        for (var composition : all("Composition"))
            for (var section : composition.path("section"))
                text.append(plain(section.at("/text/div").asText())).append('\n');
        told.missingIn(text.toString()).ifPresent(flaws::add);
        var uid =
                only("Composition")
                        .map(c -> c.at("/identifier/value").asText().replace("urn:oid:", ""))
                        .orElse("");
        if (!uid.equals(told.sopUid()))
            flaws.add(
                    new Refusal(FormFlaw.OTHER_REPORT, uid, told.sopUid())
                            .withPlace("Composition.identifier"));
        var patient = only("Patient").map(p -> p.at("/identifier/0/value").asText()).orElse("");
        if (!patient.equals(told.patientId()))
            flaws.add(new Refusal(FormFlaw.OTHER_PATIENT).withPlace("Patient.identifier"));
    }

    private static String plain(String div) {
        return div.replaceAll("<[^<>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }

    private void flaw(String place, String rule, FhirFlaw flaw, Object... arguments) {
        flaws.add(new Refusal(flaw, arguments).withPlace(place).withRule(rule));
    }
}
