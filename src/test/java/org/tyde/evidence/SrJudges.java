package org.tyde.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.tyde.Programs;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Independent judges of structured reports: dciodvfy (modules), dsrdump (tree), PixelMed's
/// DicomSRValidator (templates).
public final class SrJudges {
    private SrJudges() {}

    /// @param document to be judged by dciodvfy and dsrdump
    /// @param folder for files
    /// @return what dsrdump prints of it
    public static String assertFlawless(DataSet document, Path folder)
            throws IOException, InterruptedException {
        var file = file(document, folder);
        var said = Programs.run("dciodvfy", file.toString()).text();
        assertFalse(said.contains("Error"), said);
        var dumped = Programs.run("dsrdump", "-q", "+Pl", file.toString());
        assertEquals(0, dumped.exitCode(), dumped.text());
        return dumped.text();
    }

    /// @param document judged by its template; takes some 20 s
    /// @param folder for files
    /// @param template that the judge shall recognise, such as `TID_2000`
    public static void assertAfterTemplate(DataSet document, Path folder, String template)
            throws IOException, InterruptedException {
        var said = pixelmed(file(document, folder));
        assertTrue(said.contains(template), said);
        assertEquals(List.of(), said.lines().filter(l -> l.startsWith("Error")).toList());
    }

    private static String pixelmed(Path file) throws IOException, InterruptedException {
        return Programs.run(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xss4m",
                        "-Djdk.xml.xpathExprOpLimit=0",
                        "-Djdk.xml.xpathTotalOpLimit=0",
                        "-Djdk.xml.xpathExprGrpLimit=0",
                        "-cp",
                        Programs.requirePixelmed(),
                        "com.pixelmed.validate.DicomSRValidator",
                        file.toString())
                .text();
    }

    private static Path file(DataSet document, Path folder) throws IOException {
        var file = folder.resolve("judged.dcm");
        DicomWriter.write(file, document, TransferSyntax.EXPLICIT_LITTLE);
        return file;
    }
}
