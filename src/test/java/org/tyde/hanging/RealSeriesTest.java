package org.tyde.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tyde.SharedData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.io.DicomReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Real series of several scanners, measured by another program: order, ends and gaps agree.
class RealSeriesTest {
    /// One line of series.csv, by the names of its columns.
    private record Row(Map<String, String> cells) {
        String text(String column) {
            return cells.getOrDefault(column, "");
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }
    }

    @TestFactory
    Stream<DynamicTest> stacksOfRealSeriesAgree() throws IOException {
        var data = SharedData.require("data");
        var lines = Files.readAllLines(SharedData.require("data/series.csv"));
        var names = lines.getFirst().split(",");
        return lines.stream()
                .skip(1)
                .map(line -> row(names, line.split(",", -1)))
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        row.text("lowest_position_path"), () -> agrees(data, row)));
    }

    private static Row row(String[] names, String[] values) {
        assertEquals(names.length, values.length);
        var cells = new HashMap<String, String>();
        for (int i = 0; i < names.length; i++) cells.put(names[i], values[i]);
        return new Row(cells);
    }

    private static void agrees(Path data, Row row) throws IOException {
        var stack = stack(data, row);
        assertEquals(row.number("instances"), stack.size());
        if (row.number("distinct_orientations") > 2) {
            assertEquals(StackOrder.INSTANCE_NUMBER, stack.order(), "a turning projection");
            return;
        }
        assertEquals(StackOrder.POSITION, stack.order());
        assertEquals(
                Set.of(
                        uid(data.resolve(row.text("lowest_position_path"))),
                        uid(data.resolve(row.text("highest_position_path")))),
                Set.of(
                        stack.frames().getFirst().key().sopInstanceUid(),
                        stack.frames().getLast().key().sopInstanceUid()));
        runsTheReadingWay(stack, row.text("plane"));
        var gaps = gaps(stack);
        assertEquals(row.number("min_gap_mm"), gaps[0], 1e-3);
        assertEquals(row.number("max_gap_mm"), gaps[gaps.length - 1], 1e-3);
        double median = row.number("median_gap_mm");
        assertTrue(
                gaps[(gaps.length - 1) / 2] <= median + 1e-3
                        && gaps[gaps.length / 2] >= median - 1e-3);
        boolean uneven = gaps[gaps.length - 1] > 1.5 * median;
        assertEquals(uneven, !stack.flaws().isEmpty());
    }

    private static void runsTheReadingWay(ImageStack stack, String plane) {
        var first = stack.frames().getFirst().plane().orElseThrow().position();
        var last = stack.frames().getLast().plane().orElseThrow().position();
        switch (plane) {
            case "axial" -> assertTrue(first.z() > last.z(), "head to feet");
            case "coronal" -> assertTrue(first.y() < last.y(), "front to back");
            case "sagittal" -> assertTrue(first.x() < last.x(), "right to left");
            default -> throw new AssertionError(plane);
        }
    }

    private static double[] gaps(ImageStack stack) {
        var gaps = new double[stack.size() - 1];
        for (int i = 0; i < gaps.length; i++)
            gaps[i] =
                    stack.frame(i + 1).level().orElseThrow() - stack.frame(i).level().orElseThrow();
        Arrays.sort(gaps);
        return gaps;
    }

    private static ImageStack stack(Path data, Row row) throws IOException {
        var folder = data.resolve(row.text("lowest_position_path")).resolveSibling("");
        var headers = new ArrayList<DataSet>();
        var seen = new HashSet<String>();
        for (var file : files(folder)) {
            var header = DicomReader.readHeader(file).dataSet();
            if (header.textOr(Tag.SERIES_INSTANCE_UID, "").equals(row.text("series_instance_uid"))
                    && seen.add(header.textOr(Tag.SOP_INSTANCE_UID, ""))) headers.add(header);
        }
        var study = StudyHeaders.read(row.text("study_instance_uid"), headers);
        assertEquals(List.of(), study.unreadable());
        return Stacks.ofSeries(study.uid(), study.series().getFirst());
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static String uid(Path file) throws IOException {
        return DicomReader.readHeader(file).dataSet().textOr(Tag.SOP_INSTANCE_UID, "");
    }
}
