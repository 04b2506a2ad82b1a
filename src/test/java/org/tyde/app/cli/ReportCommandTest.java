package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.Programs;
import org.tyde.SharedData;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.evidence.DocumentState;
import org.tyde.evidence.Examples;
import org.tyde.report.out.Finished;
import org.tyde.settings.TydeHome;
import org.tyde.store.Drafts;
import org.tyde.store.Outbox;
import org.tyde.store.WorkDatabase;

import picocli.CommandLine;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class ReportCommandTest {
    @TempDir Path folder;
    private Path image = Path.of("");
    private Path report = Path.of("");
    private final StringWriter out = new StringWriter();

    @BeforeEach
    void makeAReport() throws Exception {
        image = folder.resolve("image.dcm");
        report = folder.resolve("report.dcm");
        DicomWriter.write(image, Examples.image().build(), TransferSyntax.EXPLICIT_LITTLE);
        assertEquals(
                0,
                run(
                        "new",
                        image.toString(),
                        "--findings=Knute på 8,4 mm.",
                        "--conclusion=Økende lungeknute.",
                        "--author=Ærlig^Åse",
                        "--organisation=SiV",
                        "--role=Overlege",
                        "--hpr=9144900",
                        "--verified",
                        "-o",
                        report.toString()));
    }

    @Test
    void aNewReportIsFlawlessToUsAndToDciodvfy() throws Exception {
        assertEquals(0, run("check", report.toString()));
        var said = Programs.run("dciodvfy", report.toString()).text();
        assertFalse(said.contains("Error"), said);
    }

    @Test
    void itIsShownAndExportedAsTextAndPdf() throws Exception {
        run("show", report.toString());
        assertTrue(out.toString().contains("Knute på 8,4 mm."), out.toString());
        var text = folder.resolve("report.txt");
        assertEquals(0, run("export", report.toString(), "--to", "text", "-o", text.toString()));
        assertEquals(out.toString(), Files.readString(text));
        var pdf = folder.resolve("report.pdf");
        assertEquals(0, run("export", report.toString(), "--to", "pdf", "-o", pdf.toString()));
        var head = new String(Files.readAllBytes(pdf), 0, 5, StandardCharsets.US_ASCII);
        assertEquals("%PDF-", head);
    }

    @Test
    void whatWasDecidedAtSigningIsListedAndOfIndependentReadingsOnlyThatTheyWereSigned()
            throws Exception {
        var home = TydeHome.at(folder.resolve("home")).create();
        var id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
        var decided =
                "{\"event\":\"SIGNED\",\"by\":\"LIE,"
                    + " Ingrid\",\"document\":\"2.25.9\",\"independent\":%s,\"decisions\":[{\"about\":\"NUMBER_SLIP\",\"what\":\"12"
                    + " cm\",\"when\":\"2026-11-23T11:00:00Z\",\"by\":\"LIE\"}]}";
        try (var work = WorkDatabase.open(home.data())) {
            for (var independent : List.of("false", "true"))
                work.dispatch(
                        Optional.empty(),
                        new Outbox.Batch(
                                id,
                                "2.25.1",
                                Instant.EPOCH,
                                List.of(),
                                Optional.of(
                                        new Drafts.Kept(
                                                id,
                                                "2.25.1",
                                                Instant.parse("2026-11-23T11:00:00Z"),
                                                decided.replace("%s", independent)))));
        }
        assertEquals(0, run("decisions", "2.25.1", "--home", folder.resolve("home").toString()));
        assertEquals(
                """
                2026-11-23T11:00:00Z\tSIGNED\tLIE, Ingrid\t2.25.9
                \t2026-11-23T11:00:00Z\tNUMBER_SLIP\t12 cm\tLIE
                2026-11-23T11:00:00Z\tSIGNED\tLIE, Ingrid\t2.25.9
                """,
                out.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void whatIsWrongIsNamedAndEndsWithOne() throws Exception {
        var broken =
                DicomReader.read(report).dataSet().toBuilder()
                        .remove(Tag.VERIFYING_OBSERVER_SEQUENCE)
                        .remove(Tag.CONTENT_TEMPLATE_SEQUENCE)
                        .build();
        DicomWriter.write(report, broken, TransferSyntax.EXPLICIT_LITTLE);
        assertEquals(1, run("check", report.toString()));
        assertTrue(out.toString().contains("VERIFIED_BY_NOBODY"), out.toString());
        assertTrue(out.toString().contains("NO_TEMPLATE"), out.toString());
    }

    @Test
    void everyItemIsShownOnDemandAndOfWhatIsNoReportAlways() throws Exception {
        assertEquals(0, run("show", "--tree", report.toString()));
        assertTrue(out.toString().contains("Om dokumentet"), out.toString());
        var measured = SharedData.require("data/files/highdicom/sr_document.dcm");
        assertEquals(0, run("show", measured.toString()));
        assertTrue(out.toString().contains("1,7 cm²"), out.toString());
    }

    @Test
    void eachFormOfAReportIsFlawlessAndHeldAgainstTheReport() throws Exception {
        var forms = new ArrayList<String>(List.of("check", "--sr", report.toString()));
        for (var form : List.of("sr", "pdf", "fhir", "hl7", "text")) {
            var file = folder.resolve("out." + form).toString();
            assertEquals(0, run("export", report.toString(), "--to", form, "-o", file));
            forms.add(file);
        }
        assertEquals(0, run(forms.toArray(String[]::new)), out.toString());
        assertEquals("", out.toString());
    }

    @Test
    void aFlawIsToldWithItsPlaceAndRuleAsJsonAndTheOtherFilesAreCheckedToo() throws Exception {
        var message = folder.resolve("out.hl7");
        run("export", report.toString(), "--to", "hl7", "-o", message.toString());
        Files.writeString(message, Files.readString(message).replace("|19650113|", "|19651315|"));
        var other = Files.writeString(folder.resolve("none"), " ");
        assertEquals(
                1,
                run(
                        "check",
                        "--json",
                        folder.resolve("gone").toString(),
                        other.toString(),
                        message.toString(),
                        report.toString()));
        var lines = out.toString().lines().toList();
        assertEquals(4, lines.size(), out.toString());
        assertTrue(lines.get(1).contains("NO_FORM"), lines.get(1));
        for (var part : List.of("\"form\":\"hl7\"", "NO_TIME", "\"place\":\"PID-7\"", "19651315"))
            assertTrue(lines.get(2).contains(part), lines.get(2));
        assertTrue(lines.get(3).contains("\"flaws\":[]"), lines.get(3));
    }

    @Test
    void measurementsAreToldWithTheReportTheyWereMadeFor() throws Exception {
        var measured = folder.resolve("measured.dcm");
        DicomWriter.write(
                measured,
                Finished.measurements(
                        DocumentState.SIGNED, List.of(Finished.line()), Examples.image().build()),
                TransferSyntax.EXPLICIT_LITTLE);
        var text = folder.resolve("report.txt");
        var message = folder.resolve("report.hl7");
        for (var form : Map.of("text", text, "hl7", message).entrySet())
            assertEquals(
                    0,
                    run(
                            "export",
                            report.toString(),
                            "--measurements",
                            measured.toString(),
                            "--to",
                            form.getKey(),
                            "-o",
                            form.getValue().toString()));
        assertTrue(Files.readString(text).contains("Lengde 8,4 mm"), Files.readString(text));
        assertTrue(Files.readString(message).contains("|8.4|mm^mm^UCUM"));
        assertEquals(0, run("check", measured.toString(), message.toString()), out.toString());
        assertEquals(
                1,
                run(
                        "export",
                        report.toString(),
                        "--measurements",
                        report.toString(),
                        "--to",
                        "text",
                        "-o",
                        text.toString()));
    }

    @Test
    void anImageIsNoReport() {
        assertEquals(1, run("show", image.toString()));
    }

    private int run(String... arguments) {
        return new CommandLine(new ReportCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(new StringWriter()))
                .setExecutionExceptionHandler((_, _, _) -> 1)
                .execute(arguments);
    }
}
