package org.tyde.evidence.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.Programs;
import org.tyde.SharedData;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// DCMTK reads the same items with the same values.
class ContentTreeJudgedTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cornerstone3D/no-pixel-data.dcm",
                "dcmjs/structured_report.dcm",
                "highdicom/sr_document.dcm",
                "pydicom/test_files/reportsi.dcm",
                "pydicom/test_files/test-SR.dcm"
            })
    void everyItemOfARealReportIsReadAsDcmtkReadsIt(String path) throws Exception {
        var file = SharedData.require("data/files/" + path);
        assertEquals(dcmtk(file), ours(file));
    }

    @Test
    void everyTypeOfValueIsReadAsDcmtkReadsIt(@TempDir Path folder) throws Exception {
        var file = folder.resolve("all.dcm");
        DicomWriter.write(file, ExampleTrees.everyType(), TransferSyntax.EXPLICIT_LITTLE);
        assertEquals(dcmtk(file), ours(file));
        assertTrue(Files.size(file) > 0);
    }

    private static String ours(Path file) throws Exception {
        var tree = ContentTree.of(DicomReader.read(file).dataSet());
        return String.join("\n", tree.items().stream().map(DumpLine::of).toList());
    }

    private static String dcmtk(Path file) throws Exception {
        var said =
                Programs.run(
                        "dsrdump",
                        "-q",
                        "-Er",
                        "-Ec",
                        "-Ev",
                        "-Ee",
                        "+U8",
                        "-Ph",
                        "+Pn",
                        "+Pc",
                        "+Pl",
                        "+Pu",
                        "+Psu",
                        "+Pi",
                        file.toString());
        List<String> lines =
                said.text()
                        .lines()
                        .filter(l -> l.startsWith("1"))
                        .map(ContentTreeJudgedTest::plain)
                        .toList();
        assertTrue(!lines.isEmpty(), said.text());
        return String.join("\n", lines);
    }

    /// Without versions of coding schemes, and without the class of a presentation state.
    private static String plain(String line) {
        return line.replaceAll("([A-Z]{2,})\\[[0-9.]+\\]", "$1")
                .replaceAll("\\),\\(\"[0-9.]+\",", "),(state ");
    }
}
