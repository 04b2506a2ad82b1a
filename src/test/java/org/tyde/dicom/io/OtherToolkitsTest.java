package org.tyde.dicom.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/// Every element of every real file has the value that pydicom and DCMTK tell, or the table of differences
/// says why not and who is right.
class OtherToolkitsTest {
    @Test
    void everyValueIsWhatPydicomTells(@TempDir Path work) throws Exception {
        var explanations = new Explanations("pydicom");
        judge(OtherToolkits.pydicom(work), explanations);
        assertEquals("", String.join("\n", explanations.faults()));
    }

    @Test
    void everyValueIsWhatDcmtkTells(@TempDir Path work) throws Exception {
        var explanations = new Explanations("dcmtk");
        judge(OtherToolkits.dcmtk(work), explanations);
        assertEquals("", String.join("\n", explanations.faults()));
    }

    private static void judge(Map<String, OtherToolkits.Told> told, Explanations explanations)
            throws IOException {
        assertTrue(told.size() > 500, told.size() + " files");
        for (var entry : told.entrySet()) {
            var name = entry.getKey();
            var theirs = entry.getValue();
            if (!theirs.refusal().isEmpty())
                explanations.add(name, "-", "REFUSED_THERE", theirs.refusal());
            try {
                var read = DicomReader.read(OtherToolkits.folder().resolve(name));
                if (!theirs.refusal().isEmpty()) continue;
                if (theirs.meta() >= 0 && theirs.meta() != read.meta().size())
                    explanations.add(name, "-", "META", read.meta().size() + " | " + theirs.meta());
                explanations.add(
                        name,
                        JsonDifference.between(DigestedJson.of(read.dataSet()), theirs.set()));
            } catch (IOException refused) {
                explanations.add(name, "-", "REFUSED_HERE", String.valueOf(refused.getMessage()));
            }
        }
    }
}
