package org.tyde.samples;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.List;

/// Digital radiographs: a chest in two views, and mammograms in four.
final class ProjectionStudies {
    private ProjectionStudies() {}

    static List<DemoInstance> chest(DemoCase demo) {
        return List.of(
                new DemoInstance(
                        demo.studyUid(),
                        demo.sopUid(1, 1),
                        () -> chest(demo, 1, ChestRadiograph.View.PA)),
                new DemoInstance(
                        demo.studyUid(),
                        demo.sopUid(2, 1),
                        () -> chest(demo, 2, ChestRadiograph.View.LATERAL)));
    }

    private static DataSet chest(DemoCase demo, int number, ChestRadiograph.View view) {
        boolean pa = view == ChestRadiograph.View.PA;
        var set =
                demo.instance(
                                demo.series(number, pa ? "Thorax PA" : "Thorax lat. ve."),
                                SopClass.DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                                number,
                                1)
                        .text(Tag.VIEW_POSITION, pa ? "PA" : "LL")
                        .text(Tag.IMAGE_LATERALITY, "U")
                        .text(Tag.PATIENT_ORIENTATION, pa ? "L" : "P", "F");
        projection(set, ChestRadiograph.SPACING, 2300, 3300);
        var values = new ChestRadiograph(view).picture();
        return Pixels.grey16(set, ChestRadiograph.ROWS, ChestRadiograph.COLUMNS, 12, false, values)
                .build();
    }

    private static void projection(
            DataSetBuilder set, double spacing, double center, double width) {
        set.text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY")
                .text(Tag.PRESENTATION_INTENT_TYPE, "FOR PRESENTATION")
                .text(Tag.PIXEL_INTENSITY_RELATIONSHIP, "LOG")
                .integer(Tag.PIXEL_INTENSITY_RELATIONSHIP_SIGN, -1)
                .decimal(Tag.RESCALE_INTERCEPT, 0)
                .decimal(Tag.RESCALE_SLOPE, 1)
                .text(Tag.RESCALE_TYPE, "US")
                .text(Tag.PRESENTATION_LUT_SHAPE, "IDENTITY")
                .text(Tag.LOSSY_IMAGE_COMPRESSION, "00")
                .text(Tag.BURNED_IN_ANNOTATION, "NO")
                .text(Tag.DETECTOR_TYPE, "DIRECT")
                .decimal(Tag.IMAGER_PIXEL_SPACING, spacing, spacing)
                .decimal(Tag.WINDOW_CENTER, center)
                .decimal(Tag.WINDOW_WIDTH, width);
    }

    /// @param lesion diameter in the left breast, mm; 0 for none
    /// @param darkIsHigh stores the pictures as MONOCHROME1
    static List<DemoInstance> mammograms(
            DemoCase demo, double lesion, int occasion, boolean darkIsHigh) {
        var all = new ArrayList<DemoInstance>();
        int number = 0;
        for (boolean oblique : new boolean[] {true, false})
            for (boolean right : new boolean[] {false, true}) {
                int series = ++number;
                all.add(
                        new DemoInstance(
                                demo.studyUid(),
                                demo.sopUid(series, 1),
                                () ->
                                        mammogram(
                                                demo,
                                                series,
                                                right,
                                                oblique,
                                                lesion,
                                                occasion,
                                                darkIsHigh)));
            }
        return all;
    }

    private static DataSet mammogram(
            DemoCase demo,
            int number,
            boolean right,
            boolean oblique,
            double lesion,
            int occasion,
            boolean darkIsHigh) {
        var view =
                oblique
                        ? DemoCase.snomed("399368009", "medio-lateral oblique")
                        : DemoCase.snomed("399162004", "cranio-caudal");
        var name = (right ? "R " : "L ") + (oblique ? "MLO" : "CC");
        var set =
                demo.instance(
                                demo.series(number, name),
                                SopClass.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION,
                                number,
                                1)
                        .text(Tag.IMAGE_LATERALITY, right ? "R" : "L")
                        .text(Tag.VIEW_POSITION, oblique ? "MLO" : "CC")
                        .sequence(
                                Tag.VIEW_CODE_SEQUENCE,
                                DataSet.builder()
                                        .text(Tag.CODE_VALUE, view.value())
                                        .text(Tag.CODING_SCHEME_DESIGNATOR, view.scheme())
                                        .text(Tag.CODE_MEANING, view.meaning())
                                        .sequence(Tag.VIEW_MODIFIER_CODE_SEQUENCE)
                                        .build())
                        .text(
                                Tag.PATIENT_ORIENTATION,
                                right ? "P" : "A",
                                oblique ? "FL" : right ? "L" : "R")
                        .text(Tag.POSITIONER_TYPE, "MAMMOGRAPHIC")
                        .text(Tag.BREAST_IMPLANT_PRESENT, "NO")
                        .text(Tag.ORGAN_EXPOSED, "BREAST");
        projection(set, Mammogram.SPACING, 1850, 3100);
        var values = new Mammogram(right, oblique, right ? 0 : lesion, occasion).picture();
        if (darkIsHigh)
            for (int i = 0; i < values.length; i++) values[i] = (short) (4095 - values[i]);
        Pixels.grey16(set, Mammogram.ROWS, Mammogram.COLUMNS, 12, false, values);
        if (darkIsHigh)
            set.text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME1")
                    .text(Tag.PRESENTATION_LUT_SHAPE, "INVERSE")
                    .integer(Tag.PIXEL_INTENSITY_RELATIONSHIP_SIGN, 1)
                    .decimal(Tag.WINDOW_CENTER, 4095 - 1850);
        return set.build();
    }
}
