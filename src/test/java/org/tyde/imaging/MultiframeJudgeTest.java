package org.tyde.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.tyde.Programs;
import org.tyde.SharedData;
import org.tyde.dicom.io.DicomReader;
import org.tyde.imaging.lut.Voi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What real multi-frame files of several makers say of each frame, against pydicom: place, direction,
/// spacing, rescale and window, looked up in the functional groups by a script of its own.
class MultiframeJudgeTest {
    private static final List<String> FILES =
            List.of(
                    "dcmjs/cine-test.dcm",
                    "fo-dicom/mr_brucker.dcm",
                    "fo-dicom/MOVEKNEE.dcm",
                    "dcmqi/segmentations/23x38x3/multiframe/mf.dcm",
                    "dicomParser/encapsulated/multi-frame/CT0012.explicit_little_endian.dcm",
                    "orthanc-tests/MultiframeWindowing.dcm",
                    "pydicom-data/parametric_map_float.dcm");

    private static final String SCRIPT =
            """
            import sys, warnings, pydicom
            warnings.simplefilter('ignore')
            ds = pydicom.dcmread(sys.argv[1], stop_before_pixels=True)
            own = ds.get('PerFrameFunctionalGroupsSequence', [])
            shared = ds.get('SharedFunctionalGroupsSequence', [None])[0]
            def group(frame, name, attribute):
                for place in (own[frame] if frame < len(own) else None, shared):
                    if place is not None and name in place:
                        value = place[name].value[0].get(attribute)
                        if value is None: return []
                        return [float(v) for v in value] if pydicom.multival.MultiValue == type(value) else [float(value)]
                return []
            for f in range(int(ds.NumberOfFrames)):
                print('|'.join(' '.join(repr(v) for v in group(f, n, a)) for n, a in (
                    ('PlanePositionSequence', 'ImagePositionPatient'),
                    ('PlaneOrientationSequence', 'ImageOrientationPatient'),
                    ('PixelMeasuresSequence', 'PixelSpacing'),
                    ('PixelValueTransformationSequence', 'RescaleSlope'),
                    ('PixelValueTransformationSequence', 'RescaleIntercept'),
                    ('FrameVOILUTSequence', 'WindowCenter'),
                    ('FrameVOILUTSequence', 'WindowWidth'))))
            """;

    @Test
    void everyFrameHasWhatPydicomFinds() throws Exception {
        var python = Programs.requirePydicom().toString();
        var folder = SharedData.require("data/files");
        int planes = 0;
        int windows = 0;
        for (var file : FILES) {
            var path = folder.resolve(file);
            var said = Programs.run(python, "-c", SCRIPT, path.toString());
            assertEquals(0, said.exitCode(), said.text());
            var lines = said.text().strip().lines().toList();
            var header = header(path);
            assertEquals(lines.size(), header.frames(), file);
            for (int f = 1; f <= lines.size(); f++) {
                var cells = lines.get(f - 1).split("\\|", -1);
                var where = file + " frame " + f;
                planes += place(header, f, cells, where);
                windows += values(header, f, cells, where);
            }
        }
        assertTrue(planes > 30 && windows > 30, planes + " planes, " + windows + " windows");
    }

    private static ImageHeader header(Path path) throws Exception {
        return ImageHeader.of(DicomReader.readHeader(path).dataSet());
    }

    private static double[] numbers(String cell) {
        if (cell.isBlank()) return new double[0];
        return Arrays.stream(cell.strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    private static int place(ImageHeader header, int f, String[] cells, String where) {
        double[] position = numbers(cells[0]);
        double[] orientation = numbers(cells[1]);
        double[] spacing = numbers(cells[2]);
        var plane = header.plane(f);
        boolean said = position.length == 3 && orientation.length == 6 && spacing.length == 2;
        assertEquals(said, plane.isPresent(), where);
        if (plane.isEmpty()) return 0;
        var p = plane.get();
        assertEquals(position[0], p.position().x(), 1e-9, where);
        assertEquals(position[1], p.position().y(), 1e-9, where);
        assertEquals(position[2], p.position().z(), 1e-9, where);
        assertEquals(orientation[0], p.rowDirection().x(), 1e-5, where);
        assertEquals(orientation[5], p.columnDirection().z(), 1e-5, where);
        assertEquals(spacing[0], p.rowSpacing(), 1e-12, where);
        assertEquals(spacing[1], p.columnSpacing(), 1e-12, where);
        return 1;
    }

    private static int values(ImageHeader header, int f, String[] cells, String where) {
        double[] slope = numbers(cells[3]);
        double[] intercept = numbers(cells[4]);
        if (slope.length == 1 && intercept.length == 1)
            assertEquals(slope[0] * 7 + intercept[0], header.modalityLut(f).apply(7), 1e-9, where);
        double[] centers = numbers(cells[5]);
        double[] widths = numbers(cells[6]);
        var windows = new ArrayList<Voi.Windowed>();
        for (var voi : header.vois(f)) if (voi instanceof Voi.Windowed w) windows.add(w);
        if (centers.length == 0) return 0;
        assertEquals(centers.length, windows.size(), where);
        for (int i = 0; i < centers.length; i++) {
            assertEquals(centers[i], windows.get(i).window().center(), 1e-9, where);
            assertEquals(widths[i], windows.get(i).window().width(), 1e-9, where);
        }
        return 1;
    }
}
