package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.SharedData;
import org.tyde.app.house.Decoders;
import org.tyde.codec.CodecRegistry;
import org.tyde.dicom.io.DicomReader;
import org.tyde.imaging.Frame;
import org.tyde.imaging.GrayscalePipeline;
import org.tyde.imaging.ImageToScreen;
import org.tyde.imaging.InstanceFrames;
import org.tyde.imaging.lut.Voi;
import org.tyde.imaging.picture.Renderer;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Real files with a few bytes changed end in a picture or in a refusal, from the reader to the renderer.
class DamagedFilesTest {
    private final Renderer renderer = new Renderer();
    private final CodecRegistry codecs = Decoders.all();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pydicom/test_files/rtdose_1frame.dcm",
                "pydicom/test_files/rtdose_rle.dcm",
                "pydicom-data/emri_small.dcm",
                "pydicom-data/emri_small_RLE.dcm",
                "pydicom-data/liver_deflate.dcm",
                "pydicom/test_files/SC_rgb_dcmtk_+eb+cy+np.dcm",
                "pydicom/test_files/SC_ybr_full_422_uncompressed.dcm",
            })
    void changedBytesGiveAPictureOrARefusal(String name) throws Exception {
        var file = SharedData.require("data/files/" + name);
        var good = Files.readAllBytes(file);
        var random = new Random(name.hashCode());
        int header = Math.min(good.length, 6000);
        var wrong = new ArrayList<String>();
        int pictures = 0;
        for (int round = 0; round < 400; round++) {
            var bad = good.clone();
            int changes = 1 + random.nextInt(8);
            for (int i = 0; i < changes; i++) {
                int at = random.nextInt(random.nextInt(4) == 0 ? bad.length : header);
                bad[at] = (byte) (random.nextInt(4) == 0 ? 0xFF : random.nextInt());
            }
            if (random.nextInt(8) == 0) bad = Arrays.copyOf(bad, random.nextInt(bad.length));
            try {
                draw(bad);
                pictures++;
            } catch (Refusal refusal) {
                assertTrue(!refusal.getMessage().isBlank());
            } catch (IOException read) {
                wrong.add("round " + round + ": " + read);
            } catch (RuntimeException bug) {
                wrong.add("round " + round + ": " + bug + " " + bug.getStackTrace()[0]);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(pictures > 20, "pictures " + pictures);
    }

    private void draw(byte[] bytes) throws IOException {
        var read = DicomReader.read(bytes);
        var image = InstanceFrames.of(read.dataSet(), read.transferSyntax());
        var header = image.header();
        int number = Math.min(2, header.frames());
        var frame = Frame.decoded(image.encoded(number), header, codecs, JobContext.NONE);
        var lut = header.modalityLut(number);
        var voi = frame.grey() ? Voi.whole(frame.rangeThrough(lut)) : new Voi.None();
        var view =
                ImageToScreen.centred(frame.columns(), frame.rows(), 50, 40, 1, 1, false, 9, 0, 0);
        var picture = IntBuffer.allocate(2000);
        for (var choice : header.vois(number))
            renderer.render(
                    frame, GrayscalePipeline.of(header, number, choice), view, 50, 40, picture);
        renderer.render(frame, GrayscalePipeline.of(header, number, voi), view, 50, 40, picture);
    }
}
