package org.tyde.app.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.codec.FrameFormat;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What the benchmarks measure with is the same on every machine, and is what it says it is.
class MadeFilesTest {
    @Test
    void headersAreTheSameEachTime(@TempDir Path folder) throws Exception {
        var files = CtHeaders.write(folder, 101);
        assertEquals(CtHeaders.slice(100), CtHeaders.slice(100));
        var last = DicomReader.read(files.getLast());
        assertEquals(0, last.warnings().size());
        assertTrue(last.dataSet().size() > 60, last.dataSet().size() + " elements");
        assertEquals(
                1, last.dataSet().integer(Tag.INSTANCE_NUMBER).orElse(0)); // of the second study
        assertTrue(Files.size(files.getFirst()) < 4096);
    }

    @Test
    void imagesHaveTheirSizeAndCells() throws Exception {
        var ct = FrameFormat.of(TestImage.CT.dataSet());
        assertEquals(FrameFormat.grey(512, 512, 16, 12), ct);
        assertEquals(FrameFormat.rgb(768, 1024), FrameFormat.of(TestImage.RGB.dataSet()));
    }

    @Test
    void theCurveIsOfFilesWithoutFlaws() throws Exception {
        var flat = DicomReader.read(ParseCurve.flat(60_000));
        assertEquals(60_000, flat.dataSet().size());
        var items = DicomReader.read(ParseCurve.items(1000));
        assertEquals(1000, items.dataSet().sequence(Tag.REFERENCED_IMAGE_SEQUENCE).size());
        var frames = DicomReader.read(ParseCurve.functionalGroups(100));
        var last = Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE;
        var plane =
                frames.dataSet().sequence(last).get(99).sequence(Tag.PLANE_ORIENTATION_SEQUENCE);
        assertEquals(6, plane.getFirst().decimals(Tag.IMAGE_ORIENTATION_PATIENT).length);
        var parts = DicomReader.read(ParseCurve.fragments(100));
        assertEquals(100, parts.dataSet().fragments(Tag.PIXEL_DATA).orElseThrow().data().size());
        for (var read : List.of(flat, items, frames, parts))
            assertEquals(List.of(), read.warnings());
    }

    /// A picture of constant areas or of white noise would flatter or punish a decoder.
    @Test
    void noiseOfACtIsEighteenHu() throws Exception {
        var pixels = TestImage.CT.dataSet().bulk(Tag.PIXEL_DATA).orElseThrow().all();
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int row = 300; row < 330; row++)
            for (int column = 225; column < 240; column++) { // soft tissue below the mediastinum
                int i = 2 * (row * 512 + column);
                double value = (pixels[i] & 0xFF) + 256 * pixels[i + 1];
                sum += value;
                squares += value * value;
                count++;
            }
        double mean = sum / count;
        double deviation = Math.sqrt(squares / count - mean * mean);
        assertTrue(deviation > 12 && deviation < 24, mean + " ± " + deviation);
        assertEquals(TestImage.CT.dataSet(), TestImage.CT.dataSet());
    }

    @Test
    void theCostOfAnActionIsItsFastestRun() throws Exception {
        var cost = Cost.of(() -> new byte[1 << 20]);
        assertTrue(cost.processor() > 0 && cost.processor() < 1000, cost.toString());
        assertTrue(cost.allocated() >= 1 << 20, cost.toString());
        assertTrue(cost.runs() >= 5);
    }
}
