package org.tyde.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.tyde.Programs;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.io.DicomWriter;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import javax.imageio.ImageIO;

/// A picture that `tyde render --native` makes through a blending state, and the one that numpy computes.
///
/// @param folder takes the files
/// @param script computes it: SCRIPT STATE UNDER OUT OTHER...
record BlendedPicture(Path folder, String script) {
    static Path write(Path folder, DataSet data) throws Exception {
        var file = folder.resolve(data.textOr(Tag.SOP_INSTANCE_UID, "") + ".dcm");
        DicomWriter.write(file, data, TransferSyntax.EXPLICIT_LITTLE);
        return file;
    }

    /// @return the greatest difference of any colour from what numpy computes
    int difference(DataSet state, DataSet under, List<DataSet> others) throws Exception {
        var pr = write(folder, state).toString();
        var lower = write(folder, under).toString();
        var picture = folder.resolve("tyde.png");
        var expected = folder.resolve("expected.rgb");
        var program = folder.resolve(script);
        try (var in = BlendedPicture.class.getResourceAsStream(script)) {
            Files.write(program, Objects.requireNonNull(in).readAllBytes());
        }
        var python = new ArrayList<String>();
        python.addAll(
                List.of(
                        Programs.requirePydicom().toString(),
                        program.toString(),
                        pr,
                        lower,
                        expected.toString()));
        var tyde = new ArrayList<String>();
        tyde.addAll(List.of("render", lower, "--state", pr, "--native", "-o", picture.toString()));
        for (var other : others) {
            var file = write(folder, other).toString();
            python.add(file);
            tyde.addAll(List.of("--with", file));
        }
        var said = Programs.run(python.toArray(String[]::new));
        assertEquals(0, said.exitCode(), said.text());
        assertFalse(said.text().startsWith("0 of"), said.text());
        assertEquals(0, CommandLineOfTyde.run(tyde.toArray(String[]::new)));
        var rgb = Files.readAllBytes(expected);
        var made = ImageIO.read(picture.toFile());
        assertEquals(rgb.length, 3 * made.getWidth() * made.getHeight());
        int most = 0;
        boolean grey =
                made.getRaster().getNumBands() == 1; // a picture without colours is a grey PNG
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % made.getWidth();
            int y = i / 3 / made.getWidth();
            int level = made.getRaster().getSample(x, y, grey ? 0 : i % 3);
            most = Math.max(most, Math.abs(level - (rgb[i] & 255)));
        }
        return most;
    }
}
