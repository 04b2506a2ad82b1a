package org.tyde.evidence.blending;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// Advanced blending states (PS3.3 A.33.7) of made images.
public final class MadeAdvancedBlending {
    private static final Tag PALETTE_SEQUENCE = Tag.of(0x0048, 0x0120);

    private MadeAdvancedBlending() {}

    /// @param images of the input
    /// @param number Blending Input Number
    /// @param displayed Geometry for Display
    public static DataSetBuilder input(List<DataSet> images, int number, boolean displayed)
            throws Exception {
        return DataSet.builder()
                .integer(Tag.BLENDING_INPUT_NUMBER, number)
                .text(Tag.STUDY_INSTANCE_UID, MadeBlending.STUDY)
                .text(
                        Tag.SERIES_INSTANCE_UID,
                        images.getFirst().textOr(Tag.SERIES_INSTANCE_UID, ""))
                .sequence(Tag.REFERENCED_IMAGE_SEQUENCE, MadeBlending.references(images))
                .text(Tag.TIME_SERIES_BLENDING, "FALSE")
                .text(Tag.GEOMETRY_FOR_DISPLAY, displayed ? "TRUE" : "FALSE");
    }

    public static DataSet window(double centre, double width) {
        return DataSet.builder()
                .decimal(Tag.WINDOW_CENTER, centre)
                .decimal(Tag.WINDOW_WIDTH, width)
                .build();
    }

    /// @param type Threshold Type
    public static DataSet threshold(String type, double... values) {
        var items = new ArrayList<DataSet>();
        for (double value : values)
            items.add(DataSet.builder().decimal(Tag.THRESHOLD_VALUE, value).build());
        return DataSet.builder()
                .text(Tag.THRESHOLD_TYPE, type)
                .sequence(Tag.THRESHOLD_VALUE_SEQUENCE, items)
                .build();
    }

    /// @param input takes a palette of 256 entries
    /// @param turn which of its tables comes first
    public static DataSetBuilder coloured(DataSetBuilder input, int turn) {
        var tables = new byte[3][2 * 256];
        for (int i = 0; i < 256; i++) {
            int[] levels = {65_535 * i / 255, 255 * Math.min(255, i + 40), 65_535 - 200 * i};
            for (int k = 0; k < 3; k++) {
                int level = levels[(k + turn) % 3];
                tables[k][2 * i] = (byte) level;
                tables[k][2 * i + 1] = (byte) (level >> 8);
            }
        }
        return input.sequence(
                PALETTE_SEQUENCE,
                DataSet.builder()
                        .integer(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Vr.US, 256, 0, 16)
                        .integer(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Vr.US, 256, 0, 16)
                        .integer(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, Vr.US, 256, 0, 16)
                        .bytes(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, tables[0])
                        .bytes(Tag.GREEN_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, tables[1])
                        .bytes(Tag.BLUE_PALETTE_COLOR_LOOKUP_TABLE_DATA, Vr.OW, tables[2])
                        .build());
    }

    /// @param into number of the result, 0 for what is seen
    /// @param opacity of FOREGROUND; below 0: EQUAL
    public static DataSet step(int into, double opacity, int... from) {
        var inputs = new ArrayList<DataSet>();
        for (int one : from)
            inputs.add(DataSet.builder().integer(Tag.BLENDING_INPUT_NUMBER, one).build());
        var step = DataSet.builder().sequence(Tag.BLENDING_DISPLAY_INPUT_SEQUENCE, inputs);
        if (opacity >= 0) step.decimal(Tag.RELATIVE_OPACITY, opacity);
        step.text(Tag.BLENDING_MODE, opacity >= 0 ? "FOREGROUND" : "EQUAL");
        if (into > 0) step.integer(Tag.BLENDING_INPUT_NUMBER, into);
        return step.build();
    }

    /// @param all every image of the inputs, listed as the Common Instance Reference module does
    public static DataSetBuilder state(List<DataSet> all, List<DataSet> inputs, List<DataSet> steps)
            throws Exception {
        var series = new ArrayList<DataSet>();
        var uids = new ArrayList<String>();
        for (var image : all) {
            var uid = image.textOr(Tag.SERIES_INSTANCE_UID, "");
            if (uids.contains(uid)) continue;
            uids.add(uid);
            var members = new ArrayList<DataSet>();
            for (var one : all)
                if (one.textOr(Tag.SERIES_INSTANCE_UID, "").equals(uid)) members.add(one);
            series.add(
                    DataSet.builder()
                            .text(Tag.SERIES_INSTANCE_UID, uid)
                            .sequence(
                                    Tag.REFERENCED_INSTANCE_SEQUENCE,
                                    MadeBlending.references(members))
                            .build());
        }
        return MadeBlending.patient()
                .text(Tag.SOP_CLASS_UID, SopClass.ADVANCED_BLENDING_PRESENTATION_STATE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, "2.25.722")
                .text(Tag.SERIES_INSTANCE_UID, "2.25.713")
                .integer(Tag.SERIES_NUMBER, 10)
                .text(Tag.MODALITY, "PR")
                .text(Tag.MANUFACTURER, "Tyde")
                .text(Tag.MANUFACTURER_MODEL_NAME, "Tyde")
                .text(Tag.DEVICE_SERIAL_NUMBER, "1")
                .text(Tag.SOFTWARE_VERSIONS, "1")
                .text(Tag.LATERALITY, "")
                .text(Tag.FRAME_OF_REFERENCE_UID, MadeBlending.SPACE)
                .text(Tag.POSITION_REFERENCE_INDICATOR, "")
                .integer(Tag.INSTANCE_NUMBER, 1)
                .text(Tag.CONTENT_LABEL, "THREE SETS")
                .text(Tag.CONTENT_DESCRIPTION, "")
                .personName(Tag.CONTENT_CREATOR_NAME, PersonName.parse("Aas^Anne"))
                .date(Tag.PRESENTATION_CREATION_DATE, LocalDate.of(2026, 11, 23))
                .time(Tag.PRESENTATION_CREATION_TIME, LocalTime.of(10, 0))
                .sequence(Tag.REFERENCED_SERIES_SEQUENCE, series)
                .sequence(Tag.ADVANCED_BLENDING_SEQUENCE, inputs)
                .text(Tag.PIXEL_PRESENTATION, "TRUE_COLOR")
                .sequence(Tag.BLENDING_DISPLAY_SEQUENCE, steps)
                .bytes(
                        Tag.ICC_PROFILE,
                        Vr.OB,
                        ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    }
}
