package org.tyde.hanging;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.geometry.AnatomicPlane;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// Headers for tests, as an archive's metadata would give them.
public final class Headers {
    /// Rows along x, columns along y.
    static final double[] AXIAL = {1, 0, 0, 0, 1, 0};

    /// Rows along x, columns to the feet.
    static final double[] CORONAL = {1, 0, 0, 0, 0, -1};

    /// Rows to the back, columns to the feet.
    static final double[] SAGITTAL = {0, 1, 0, 0, 0, -1};

    private Headers() {}

    /// The six values of Image Orientation (Patient) of a plane.
    public static double[] of(AnatomicPlane plane) {
        return switch (plane) {
            case AXIAL -> AXIAL.clone();
            case CORONAL -> CORONAL.clone();
            case SAGITTAL -> SAGITTAL.clone();
        };
    }

    static DataSetBuilder image(String series, String uid, String modality, int number) {
        return DataSet.builder()
                .asFound()
                .text(Tag.SOP_INSTANCE_UID, uid)
                .text(Tag.SERIES_INSTANCE_UID, series)
                .text(Tag.MODALITY, modality)
                .text(Tag.SERIES_DESCRIPTION, series)
                .integer(Tag.INSTANCE_NUMBER, number)
                .integer(Tag.ROWS, 64)
                .integer(Tag.COLUMNS, 64)
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.BITS_STORED, 12)
                .integer(Tag.HIGH_BIT, 11)
                .integer(Tag.PIXEL_REPRESENTATION, 0);
    }

    /// One section.
    public static DataSet section(
            String modality,
            String series,
            int number,
            String frameOfReference,
            double[] orientation,
            double... position) {
        return image(series, series + "." + number, modality, number)
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                .text(Tag.FRAME_OF_REFERENCE_UID, frameOfReference)
                .decimal(Tag.IMAGE_POSITION_PATIENT, position)
                .decimal(Tag.IMAGE_ORIENTATION_PATIENT, orientation)
                .decimal(Tag.PIXEL_SPACING, 0.7, 0.7)
                .build();
    }

    /// A series of axial sections from the feet upwards.
    public static List<DataSet> axial(
            String modality, String series, String frameOfReference, int count, double fromZ) {
        var all = new ArrayList<DataSet>();
        for (int i = 0; i < count; i++)
            all.add(
                    section(
                            modality,
                            series,
                            i + 1,
                            frameOfReference,
                            AXIAL,
                            -120,
                            -100,
                            fromZ + 5 * i));
        return all;
    }

    /// The same with another value.
    public static List<DataSet> with(List<DataSet> headers, Tag tag, String... values) {
        return headers.stream().map(h -> h.toBuilder().text(tag, values).build()).toList();
    }

    /// A mammogram; empty texts are left out.
    public static DataSet breast(
            String uid, String side, String view, String intent, String row, String column) {
        var h =
                image("mg-" + uid, uid, "MG", 1)
                        .text(
                                Tag.SOP_CLASS_UID,
                                SopClass.DIGITAL_MAMMOGRAPHY_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION)
                        .text(Tag.PRESENTATION_INTENT_TYPE, intent);
        if (!side.isEmpty()) h.text(Tag.IMAGE_LATERALITY, side);
        if (!view.isEmpty()) h.text(Tag.VIEW_POSITION, view);
        if (!row.isEmpty()) h.text(Tag.PATIENT_ORIENTATION, row, column);
        return h.build();
    }

    /// The four usual mammograms, in an order that is not that of hanging.
    public static List<DataSet> fourBreasts(String prefix) {
        var intent = "FOR PRESENTATION";
        return List.of(
                breast(prefix + "LMLO", "L", "MLO", intent, "A", "FR"),
                breast(prefix + "RCC", "R", "CC", intent, "P", "L"),
                breast(prefix + "RMLO", "R", "MLO", intent, "P", "FL"),
                breast(prefix + "LCC", "L", "CC", intent, "A", "R"));
    }

    /// The same with a view modifier, such as spot compression.
    public static DataSet modified(DataSet breast) {
        var view =
                DataSet.builder()
                        .text(Tag.CODE_VALUE, "399162004")
                        .text(Tag.CODING_SCHEME_DESIGNATOR, "SCT")
                        .code(
                                Tag.VIEW_MODIFIER_CODE_SEQUENCE,
                                new Code("399055006", "SCT", "Spot compression"))
                        .build();
        return breast.toBuilder().sequence(Tag.VIEW_CODE_SEQUENCE, view).build();
    }

    /// A radiograph.
    public static DataSet radiograph(
            String uid, String view, String row, String column, int number) {
        return image("dx-" + uid, uid, "DX", number)
                .text(Tag.SOP_CLASS_UID, SopClass.DIGITAL_X_RAY_IMAGE_STORAGE_FOR_PRESENTATION)
                .text(Tag.PRESENTATION_INTENT_TYPE, "FOR PRESENTATION")
                .text(Tag.VIEW_POSITION, view)
                .text(Tag.PATIENT_ORIENTATION, row, column)
                .build();
    }

    /// A still or a clip.
    public static DataSet clip(
            String modality, String uid, int number, int frames, String time, double frameTime) {
        var h =
                image("s", uid, modality, number)
                        .text(Tag.SOP_CLASS_UID, SopClass.ULTRASOUND_MULTI_FRAME_IMAGE_STORAGE)
                        .integer(Tag.NUMBER_OF_FRAMES, frames)
                        .date(Tag.ACQUISITION_DATE, LocalDate.of(2026, 11, 20))
                        .time(Tag.ACQUISITION_TIME, LocalTime.parse(time));
        if (frameTime > 0) h.decimal(Tag.FRAME_TIME, frameTime);
        return h.build();
    }

    /// A study of them.
    @SafeVarargs
    public static HangStudy study(String uid, List<DataSet>... series) {
        var all = new ArrayList<DataSet>();
        for (var one : series) all.addAll(one);
        return StudyHeaders.read(uid, all);
    }
}
