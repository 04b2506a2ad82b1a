package org.tyde.samples;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.util.List;

/// Pictures that move: an ultrasound of stills and clips, and angiographic runs.
final class MovingStudies {
    private static final int CLIP = 30;
    private static final double CLIP_MS = 50;
    private static final int RUN = 45;
    private static final double RUN_MS = 66.67;

    private MovingStudies() {}

    static List<DemoInstance> ultrasound(DemoCase demo) {
        return List.of(
                still(demo, 1, Ultrasound.Plane.HEAD),
                clip(demo, 2, Ultrasound.Plane.HEAD),
                still(demo, 3, Ultrasound.Plane.ABDOMEN),
                clip(demo, 4, Ultrasound.Plane.HEART));
    }

    private static DemoInstance still(DemoCase demo, int number, Ultrasound.Plane plane) {
        return new DemoInstance(
                demo.studyUid(),
                demo.sopUid(1, number),
                () ->
                        Pixels.rgb(
                                        regions(demo, SopClass.ULTRASOUND_IMAGE_STORAGE, number),
                                        Ultrasound.ROWS,
                                        Ultrasound.COLUMNS,
                                        new Ultrasound().frame(plane, number * 0.7))
                                .build());
    }

    private static DemoInstance clip(DemoCase demo, int number, Ultrasound.Plane plane) {
        return new DemoInstance(
                demo.studyUid(),
                demo.sopUid(1, number),
                () -> {
                    int length = Ultrasound.ROWS * Ultrasound.COLUMNS * 3;
                    var frames = new byte[length * CLIP];
                    var scanner = new Ultrasound();
                    java.util.stream.IntStream.range(0, CLIP)
                            .parallel()
                            .forEach(
                                    f ->
                                            System.arraycopy(
                                                    scanner.frame(plane, f * CLIP_MS / 1000),
                                                    0,
                                                    frames,
                                                    f * length,
                                                    length));
                    var set =
                            regions(demo, SopClass.ULTRASOUND_MULTI_FRAME_IMAGE_STORAGE, number)
                                    .integer(Tag.NUMBER_OF_FRAMES, CLIP)
                                    .decimal(Tag.FRAME_TIME, CLIP_MS)
                                    .integer(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, 20)
                                    .integer(Tag.CINE_RATE, 20);
                    set.bytes(
                            Tag.FRAME_INCREMENT_POINTER,
                            org.tyde.dicom.Vr.AT,
                            new byte[] {0x18, 0, 0x63, 0x10});
                    return Pixels.rgb(set, Ultrasound.ROWS, Ultrasound.COLUMNS, frames).build();
                });
    }

    /// US Region Calibration (PS3.3 C.8.5.5): one 2D tissue region, centimetres.
    private static DataSetBuilder regions(DemoCase demo, String sopClass, int number) {
        var region =
                DataSet.builder()
                        .integer(Tag.REGION_SPATIAL_FORMAT, 1)
                        .integer(Tag.REGION_DATA_TYPE, 1)
                        .integer(Tag.REGION_FLAGS, 0)
                        .integer(Tag.REGION_LOCATION_MIN_X0, Ultrasound.FAN_LEFT)
                        .integer(Tag.REGION_LOCATION_MIN_Y0, Ultrasound.FAN_TOP)
                        .integer(Tag.REGION_LOCATION_MAX_X1, Ultrasound.FAN_RIGHT)
                        .integer(Tag.REGION_LOCATION_MAX_Y1, Ultrasound.FAN_BOTTOM)
                        .integer(Tag.PHYSICAL_UNITS_X_DIRECTION, 3)
                        .integer(Tag.PHYSICAL_UNITS_Y_DIRECTION, 3)
                        .decimal(Tag.PHYSICAL_DELTA_X, Ultrasound.SPACING / 10)
                        .decimal(Tag.PHYSICAL_DELTA_Y, Ultrasound.SPACING / 10)
                        .build();
        return demo.instance(demo.series(1, "Foster"), sopClass, 1, number)
                .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "OBSTETRICAL", "0001")
                .text(Tag.LOSSY_IMAGE_COMPRESSION, "00")
                .text(Tag.PATIENT_ORIENTATION, "")
                .sequence(Tag.SEQUENCE_OF_ULTRASOUND_REGIONS, region);
    }

    static List<DemoInstance> angiogram(DemoCase demo) {
        return List.of(
                run(demo, 1, 5, 0, "Koronar RAO 30"), run(demo, 2, 23, 0.4, "Koronar LAO 40"));
    }

    private static DemoInstance run(
            DemoCase demo, int number, long seed, double tilt, String name) {
        return new DemoInstance(
                demo.studyUid(),
                demo.sopUid(number, 1),
                () -> {
                    var angiogram = new Angiogram(seed, RUN, tilt);
                    int length = Angiogram.SIZE * Angiogram.SIZE;
                    var frames = new byte[length * RUN];
                    java.util.stream.IntStream.range(0, RUN)
                            .parallel()
                            .forEach(
                                    f ->
                                            System.arraycopy(
                                                    angiogram.frame(f),
                                                    0,
                                                    frames,
                                                    f * length,
                                                    length));
                    var set =
                            demo.instance(
                                            demo.series(number, name),
                                            SopClass.X_RAY_ANGIOGRAPHIC_IMAGE_STORAGE,
                                            number,
                                            1)
                                    .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "SINGLE PLANE")
                                    .text(Tag.PATIENT_ORIENTATION, "")
                                    .text(Tag.LOSSY_IMAGE_COMPRESSION, "00")
                                    .text(Tag.PIXEL_INTENSITY_RELATIONSHIP, "LOG")
                                    .text(Tag.RADIATION_SETTING, "GR")
                                    .decimal(Tag.KVP, 78)
                                    .integer(Tag.X_RAY_TUBE_CURRENT, 600)
                                    .decimal(Tag.POSITIONER_PRIMARY_ANGLE, number == 1 ? -30 : 40)
                                    .decimal(Tag.POSITIONER_SECONDARY_ANGLE, 0)
                                    .text(Tag.POSITIONER_MOTION, "STATIC")
                                    .decimal(Tag.IMAGER_PIXEL_SPACING, 0.3, 0.3)
                                    .integer(Tag.NUMBER_OF_FRAMES, RUN)
                                    .decimal(Tag.FRAME_TIME, RUN_MS)
                                    .integer(Tag.CINE_RATE, 15)
                                    .integer(Tag.RECOMMENDED_DISPLAY_FRAME_RATE, 15)
                                    .decimal(Tag.WINDOW_CENTER, 128)
                                    .decimal(Tag.WINDOW_WIDTH, 220);
                    set.bytes(
                            Tag.FRAME_INCREMENT_POINTER,
                            org.tyde.dicom.Vr.AT,
                            new byte[] {0x18, 0, 0x63, 0x10});
                    return Pixels.grey8(set, Angiogram.SIZE, Angiogram.SIZE, frames).build();
                });
    }
}
