package org.tyde.volume;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tyde.SharedData;
import org.tyde.app.house.Decoders;
import org.tyde.app.house.FileFrames;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;
import org.tyde.imaging.DecodedFrames;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameRequest;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobRunner;
import org.tyde.work.Pieces;
import org.tyde.work.Priority;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Real series, judged by what pydicom read of their positions (series.csv).
class RealVolumesTest {
    @TestFactory
    Stream<DynamicTest> realSeriesFormVolumesOrSayWhyNot() throws IOException {
        var data = SharedData.require("data");
        var lines = Files.readAllLines(SharedData.require("data/series.csv"));
        var names = lines.getFirst().split(",");
        return lines.stream()
                .skip(1)
                .map(
                        line -> {
                            var cells = line.split(",", -1);
                            var row = new HashMap<String, String>();
                            for (int i = 0; i < names.length; i++) row.put(names[i], cells[i]);
                            return row;
                        })
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.getOrDefault("lowest_position_path", ""),
                                        () -> judge(data, row)));
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.getOrDefault(column, ""));
    }

    private static void judge(Path data, Map<String, String> row) throws Exception {
        var folder = data.resolve(row.getOrDefault("lowest_position_path", "")).resolveSibling("");
        var series = row.getOrDefault("series_instance_uid", "");
        var files = new FilesOfSeries(folder, series);
        try (var runner = new JobRunner(2)) {
            var source = new DecodedFrames(files.frames, Decoders.all(), runner, 64L << 20);
            var builder = new VolumeBuilder(source, runner, 1L << 30);
            var job = builder.build(files.slices(), _ -> {});
            var wanted = refusal(row);
            if (wanted.isPresent()) {
                var refused = assertThrows(Refusal.class, job::await);
                assertEquals(wanted.get(), refused.reason(), refused.getMessage());
                return;
            }
            var volume = job.await();
            assertEquals(number(row, "instances"), volume.slicesHere());
            assertEquals(number(row, "shear_degrees"), volume.grid().tilt(), 0.02);
            boolean even = number(row, "max_gap_mm") - number(row, "min_gap_mm") < 0.01;
            assertTrue(volume.grid().regular() || !even);
            slicesAreThemselves(volume, source);
        }
    }

    private static Optional<VolumeReason> refusal(Map<String, String> row) {
        // two that differ in the last digits only are one
        if (number(row, "distinct_orientations") > 2)
            return Optional.of(VolumeReason.OTHER_ORIENTATION);
        if (number(row, "distinct_positions") < number(row, "instances"))
            return Optional.of(VolumeReason.SAME_PLACE);
        boolean gap = number(row, "max_gap_mm") > 1.5 * number(row, "median_gap_mm");
        return gap ? Optional.of(VolumeReason.GAP) : Optional.empty();
    }

    private static void slicesAreThemselves(Volume volume, DecodedFrames source) throws Refusal {
        var grid = volume.grid();
        for (int k = 0; k < grid.slices(); k += 7) {
            var key = grid.order().get(k).key();
            var frame = source.frame(new FrameRequest(key, 0, Priority.VISIBLE)).await();
            var modality = source.header(key.sopInstanceUid()).modalityLut(key.frame());
            var plane =
                    new Reformat(volume, grid.plane(k), grid.columns(), grid.rows(), Slab.NONE)
                            .values(Pieces.ALONE);
            for (int y = 0; y < grid.rows(); y += 3)
                for (int x = 0; x < grid.columns(); x++) {
                    double stored = frame.decimal(x, y, 0);
                    float value = plane[y * grid.columns() + x];
                    if (frame.isPadding(stored)) assertTrue(Float.isNaN(value));
                    else assertEquals(modality.apply(stored), value, 0.02);
                }
        }
    }

    private static final class FilesOfSeries {
        final FileFrames frames;
        private final ArrayList<FrameKey> keys = new ArrayList<>();

        FilesOfSeries(Path folder, String series) throws IOException {
            var own = new ArrayList<Path>();
            var seen = new HashSet<String>();
            try (var all = Files.list(folder)) {
                for (var file : all.filter(Files::isRegularFile).sorted().toList()) {
                    var header = DicomReader.readHeader(file).dataSet();
                    var uid = header.textOr(Tag.SOP_INSTANCE_UID, "");
                    if (!header.textOr(Tag.SERIES_INSTANCE_UID, "").equals(series)) continue;
                    if (!seen.add(uid)) continue;
                    own.add(file);
                    keys.add(new FrameKey(uid, 1));
                }
            }
            frames = FileFrames.of(own);
        }

        ArrayList<VolumeSlice> slices() throws Refusal {
            var slices = new ArrayList<VolumeSlice>();
            for (var key : keys)
                slices.add(
                        new VolumeSlice(
                                slices.size() + 1,
                                key,
                                frames.header(key.sopInstanceUid()).plane(1)));
            return slices;
        }
    }
}
