package org.tyde.report.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.Judges;
import org.tyde.dicom.PersonName;
import org.tyde.evidence.Act;
import org.tyde.evidence.Awaits;
import org.tyde.evidence.Concepts;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.evidence.InstanceReference;
import org.tyde.evidence.Life;
import org.tyde.evidence.Observer;
import org.tyde.evidence.ReportDocument;
import org.tyde.evidence.StructuredReport;
import org.tyde.evidence.Verifier;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What stage of its life a report is at, in the words of every form.
class ReportStatesTest {
    private static final Observer TRAINEE =
            new Observer(
                    PersonName.parse("Ny^Nils"),
                    Optional.of("Lege i spesialisering"),
                    Optional.of("Sykehuset i Vestfold"),
                    Optional.of("9144901"));

    @TempDir Path folder = Path.of("");

    /// A stage, and how its document says it.
    enum Stage {
        PRELIMINARY(DocumentState.PRELIMINARY, "", false),
        AWAITING_COUNTERSIGNATURE(DocumentState.AWAITING, "COUNTERSIGNATURE", false),
        AWAITING_SECOND_READING(DocumentState.AWAITING, "SECOND_READING", false),
        UNSIGNED(DocumentState.UNSIGNED, "", false),
        SIGNED(DocumentState.SIGNED, "", false),
        COUNTERSIGNED(DocumentState.SIGNED, "COUNTERSIGNS", true),
        CONFIRMED(DocumentState.SIGNED, "CONFIRMS", true),
        CONCLUDED(DocumentState.SIGNED, "CONCLUDES", true),
        AMENDED(DocumentState.SIGNED, "AMENDS", true),
        ADDENDUM(DocumentState.SIGNED, "", true);

        private final DocumentState state;
        private final String life;
        private final boolean follows;

        Stage(DocumentState state, String life, boolean follows) {
            this.state = state;
            this.life = life;
            this.follows = follows;
        }

        FinishedReport report() throws Exception {
            var before = follows ? List.of(Examples.PRIOR_SLICE) : List.<InstanceReference>of();
            var plain = Examples.european(state, before);
            boolean two = this == COUNTERSIGNED || this == CONFIRMED || this == CONCLUDED;
            var verifiers = new ArrayList<Verifier>();
            if (this == CONFIRMED || this == CONCLUDED)
                verifiers.add(new Verifier(TRAINEE, Optional.of(Examples.NOON.minusHours(1))));
            verifiers.addAll(
                    Verifier.alone(state, Optional.of(Examples.RADIOLOGIST), Examples.NOON));
            var sections =
                    this == ADDENDUM
                            ? List.of(
                                    new DocumentSection(
                                            Concepts.ADDENDUM, "Også en cyste.", List.of()))
                            : plain.sections();
            var document =
                    new ReportDocument(
                            plain.sopUid(),
                            plain.studyUid(),
                            plain.title(),
                            state,
                            plain.written(),
                            Optional.of(two || follows && !isPlain() ? author(two) : TRAINEE),
                            verifiers,
                            life(),
                            sections,
                            plain.evidence(),
                            plain.otherEvidence(),
                            before);
            return FinishedReport.of(
                    StructuredReport.write(document, Finished.header()), List.of());
        }

        private Life life() {
            if (life.isEmpty()) return Life.PLAIN;
            return state == DocumentState.AWAITING
                    ? Life.awaiting(Awaits.valueOf(life))
                    : Life.doing(Act.valueOf(life), this == AMENDED ? "Feil side." : "");
        }

        private boolean isPlain() {
            return life.isEmpty();
        }

        private static Observer author(boolean two) {
            return two ? TRAINEE : Examples.RADIOLOGIST;
        }
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # stage,                   FHIR report, composition, relates,  OBR-25, OBX-11, mark
                    PRELIMINARY,               preliminary, preliminary, -,        P,      P,      FORELØPIG: kan bli endret
                    AWAITING_COUNTERSIGNATURE, preliminary, preliminary, -,        P,      P,      FORELØPIG: ikke kontrasignert
                    AWAITING_SECOND_READING,   preliminary, preliminary, -,        P,      P,      FORELØPIG: ikke kontrasignert
                    UNSIGNED,                  preliminary, preliminary, -,        P,      P,      IKKE SIGNERT
                    SIGNED,                    final,       final,       -,        F,      F,      -
                    COUNTERSIGNED,             final,       final,       replaces, F,      F,      -
                    CONFIRMED,                 final,       final,       replaces, F,      F,      -
                    CONCLUDED,                 final,       final,       replaces, F,      F,      -
                    AMENDED,                   amended,     final,       replaces, C,      C,      ENDRET: erstatter
                    ADDENDUM,                  appended,    final,       appends,  F,      F,      TILLEGG til
                    """)
    void everyFormSaysTheStageOfTheReport(
            Stage stage,
            String report,
            String composition,
            String relates,
            String obr,
            String obx,
            String mark)
            throws Exception {
        var finished = stage.report();
        var bundle =
                new ObjectMapper()
                        .readTree(FhirDocument.of(finished, Finished.NB, Illustrations.NONE));
        assertEquals(report, bundle.at("/entry/1/resource/status").asText());
        assertEquals(composition, bundle.at("/entry/0/resource/status").asText());
        assertEquals(
                relates.equals("-") ? "" : relates,
                bundle.at("/entry/0/resource/relatesTo/0/code").asText());
        var message = OruMessage.of(finished, Finished.NB);
        assertEquals(obr, message.first("OBR").orElseThrow().field(25));
        for (var one : message.all("OBX")) assertEquals(obx, one.field(11));
        var page = ReportPage.of(finished, Illustrations.NONE, Finished.NB);
        if (mark.equals("-")) assertEquals(Optional.empty(), page.mark());
        else {
            assertTrue(page.mark().orElseThrow().startsWith(mark), page.mark().toString());
            assertTrue(page.plain(Finished.NB).startsWith(mark));
        }
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whatNobodyMayOverlookStandsOnEverySheet(Stage stage) throws Exception {
        var page = ReportPage.of(stage.report(), Illustrations.NONE, Finished.NB);
        var rows = new ArrayList<MeasuredRow>();
        for (int i = 0; i < 60; i++)
            rows.add(new MeasuredRow("Lesjon " + i, "", List.of("Lengde 8,4 mm"), ""));
        var pdf = ReportPdf.of(page.with(rows), Finished.NB);
        try (var document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() > 1);
            for (int i = 1; i <= document.getNumberOfPages(); i++) {
                var strip = new PDFTextStripper();
                strip.setStartPage(i);
                strip.setEndPage(i);
                var text = strip.getText(document);
                assertTrue(text.contains("BRÅTEN, Øystein"), text);
                if (page.mark().isPresent())
                    assertTrue(text.contains(page.mark().get()), i + ": " + text);
            }
        }
    }

    @Test
    void whoWroteAndWhoAnswersStandApart() throws Exception {
        var report = Stage.COUNTERSIGNED.report();
        assertEquals(
                Optional.of(
                        """
                        Beskrevet av NY, Nils, Lege i spesialisering, Sykehuset i Vestfold, HPR 9144901
                        Kontrasignert av ÆRLIG, Åse, Sykehuset i Vestfold, HPR 9144900, 22.11.2026 12:00\
                        """),
                ReportPage.of(report, Illustrations.NONE, Finished.NB).signature());
        var obr = OruMessage.of(report, Finished.NB).first("OBR").orElseThrow();
        assertTrue(obr.field(32).startsWith("9144900&Ærlig&Åse"), obr.field(32));
        assertTrue(obr.field(33).startsWith("9144901&Ny&Nils"), obr.field(33));
    }

    @Test
    void hapisValidatorFindsNoErrorInAnyOfThem() throws Exception {
        var files = new ArrayList<String>();
        for (var stage : Stage.values())
            files.add(
                    Files.writeString(
                                    folder.resolve(stage + ".json"),
                                    FhirDocument.of(
                                            stage.report(), Locale.ENGLISH, Finished.AT_HAND))
                            .toString());
        var said = Judges.ask("FhirJudge", files.toArray(String[]::new));
        assertEquals(0, said.exitCode(), said.text());
        assertEquals(files.size(), said.text().split(" judged", -1).length - 1, said.text());
    }
}
