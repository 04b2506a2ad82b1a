package org.tyde.report.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Judges;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.report.Section;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

class FhirDocumentTest {
    @TempDir Path folder = Path.of("");

    @Test
    void hapisValidatorFindsNoErrorInAnyStateOfAReport() throws Exception {
        var files = new ArrayList<String>();
        for (var state : DocumentState.values())
            files.add(
                    file(
                            state.name(),
                            FhirDocument.of(
                                    Finished.report(state), Finished.NB, Finished.AT_HAND)));
        files.add(
                file(
                        "appended",
                        FhirDocument.of(
                                Finished.appended(Examples.PRIOR_SLICE),
                                Finished.NB,
                                Finished.AT_HAND)));
        var said = Judges.ask("FhirJudge", files.toArray(String[]::new));
        assertEquals(0, said.exitCode(), said.text());
        assertEquals(files.size(), said.text().split(" judged", -1).length - 1, said.text());
    }

    @Test
    void hapisValidatorDoesSeeWhatIsWrong() throws Exception {
        var right =
                FhirDocument.of(
                        Finished.report(DocumentState.SIGNED), Finished.NB, Finished.AT_HAND);
        var wrong =
                List.of(
                        right.replace("\"gender\" : \"male\"", "\"gender\" : \"M\""),
                        right.replaceFirst("\"status\" : \"final\"", "\"status\" : \"done\""),
                        right.replace(
                                "\"birthDate\" : \"1965-01-13\"", "\"birthDate\" : \"130165\""),
                        right.replace("<p>Hoste", "<script>Hoste"));
        var files = new ArrayList<String>();
        for (var one : wrong) {
            assertNotEquals(right, one);
            files.add(file("wrong" + files.size(), one));
        }
        var said =
                Judges.ask("FhirJudge", files.toArray(String[]::new)).text().split(" judged", -1);
        assertEquals(files.size() + 1, said.length);
        for (int i = 1; i < said.length; i++) assertTrue(said[i].contains("Error "), said[i]);
    }

    @Test
    void everySectionStandsUnderItsLoincCode() throws Exception {
        var bundle =
                new ObjectMapper()
                        .readTree(
                                FhirDocument.of(
                                        Finished.report(DocumentState.SIGNED),
                                        Finished.NB,
                                        Finished.AT_HAND));
        var codes = new ArrayList<String>();
        for (var section : bundle.at("/entry/0/resource/section"))
            codes.add(section.at("/code/coding/0/code").asText());
        for (var section : Section.values())
            if (section != Section.ADDENDUM)
                assertTrue(codes.contains(section.loinc()), section + " is not in " + codes);
        assertEquals("document", bundle.at("/type").asText());
        assertEquals("Composition", bundle.at("/entry/0/resource/resourceType").asText());
        assertEquals("DiagnosticReport", bundle.at("/entry/1/resource/resourceType").asText());
        assertEquals("Økende lungeknute.", bundle.at("/entry/1/resource/conclusion").asText());
        assertEquals(
                "urn:oid:2.16.578.1.12.4.1.4.1",
                bundle.at("/entry/2/resource/identifier/0/system").asText());
    }

    @Test
    void eachNumberIsAnObservationWithItsUnitDerivedFromTheImageItWasMeasuredOn() throws Exception {
        var bundle =
                new ObjectMapper()
                        .readTree(
                                FhirDocument.of(
                                        Finished.report(DocumentState.SIGNED),
                                        Finished.NB,
                                        Finished.AT_HAND));
        var told = new ArrayList<String>();
        var media = new ArrayList<String>();
        for (var entry : bundle.path("entry")) {
            var one = entry.path("resource");
            if (one.path("resourceType").asText().equals("Media"))
                media.add(entry.path("fullUrl").asText());
            if (!one.path("resourceType").asText().equals("Observation")) continue;
            told.add(
                    one.at("/identifier/0/value").asText()
                            + " "
                            + one.at("/code/text").asText()
                            + " "
                            + one.at("/valueQuantity/value").asText()
                            + " "
                            + one.at("/valueQuantity/code").asText());
            assertEquals(media.getFirst(), one.at("/derivedFrom/1/reference").asText());
        }
        assertEquals(
                List.of(
                        "urn:oid:2.25.771 Lesjon 1: Lengde 8.4 mm",
                        "urn:oid:2.25.772 2026-11-22 #2: Areal 628.3 mm2",
                        "urn:oid:2.25.772 2026-11-22 #2: Tetthet, gjennomsnitt -12.4 [hnsf'U]",
                        "urn:oid:2.25.772 2026-11-22 #2: Tetthet, standardavvik 7.0 [hnsf'U]"),
                told);
        assertEquals(1, media.size());
        assertEquals(
                media.getFirst(), bundle.at("/entry/1/resource/media/0/link/reference").asText());
    }

    @Test
    void theSameReportToldTwiceIsTheSameDocument() throws Exception {
        var report = Finished.report(DocumentState.SIGNED);
        assertEquals(
                FhirDocument.of(report, Finished.NB, Finished.AT_HAND),
                FhirDocument.of(report, Finished.NB, Finished.AT_HAND));
    }

    private String file(String name, String text) throws Exception {
        return Files.writeString(folder.resolve(name + ".json"), text).toString();
    }
}
