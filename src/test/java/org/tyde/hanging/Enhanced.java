package org.tyde.hanging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.util.ArrayList;
import java.util.List;

/// Enhanced multi-frame headers for tests (PS3.3 C.7.6.16), put together frame by frame.
public final class Enhanced {
    private final List<DataSet> frames = new ArrayList<>();
    private final DataSetBuilder header;
    private final DataSetBuilder shared = DataSet.builder();

    private Enhanced(String uid, String modality) {
        header =
                Headers.image("s", uid, modality, 1)
                        .text(Tag.SOP_CLASS_UID, SopClass.ENHANCED_MR_IMAGE_STORAGE)
                        .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "VOLUME", "NONE")
                        .text(Tag.FRAME_OF_REFERENCE_UID, "f");
        shared.sequence(
                Tag.PIXEL_MEASURES_SEQUENCE,
                DataSet.builder().decimal(Tag.PIXEL_SPACING, 0.5, 0.25).build());
    }

    /// Axial, 0.5 mm by 0.25 mm.
    public static Enhanced mr(String uid) {
        var made = new Enhanced(uid, "MR");
        made.shared.sequence(Tag.PLANE_ORIENTATION_SEQUENCE, orientation(1, 0, 0, 0, 1, 0));
        return made;
    }

    /// Without any place in the patient.
    public static Enhanced of(String uid, String modality) {
        return new Enhanced(uid, modality);
    }

    static DataSet orientation(double... six) {
        return DataSet.builder().decimal(Tag.IMAGE_ORIENTATION_PATIENT, six).build();
    }

    static DataSet position(double z) {
        return DataSet.builder().decimal(Tag.IMAGE_POSITION_PATIENT, -10, -20, z).build();
    }

    /// The attributes that the dimensions point at, each in its group; the names are theirs.
    public Enhanced dimensions(Tag... pointers) {
        var items = new ArrayList<DataSet>();
        for (var pointer : pointers)
            items.add(
                    DataSet.builder()
                            .tags(Tag.DIMENSION_INDEX_POINTER, pointer)
                            .tags(Tag.FUNCTIONAL_GROUP_POINTER, Tag.FRAME_CONTENT_SEQUENCE)
                            .build());
        header.sequence(Tag.DIMENSION_INDEX_SEQUENCE, items);
        return this;
    }

    /// Another frame at a height, with its places along the dimensions.
    public Enhanced at(double z, int... index) {
        return frame(
                DataSet.builder()
                        .sequence(Tag.PLANE_POSITION_SEQUENCE, position(z))
                        .sequence(
                                Tag.FRAME_CONTENT_SEQUENCE,
                                DataSet.builder()
                                        .integer(Tag.DIMENSION_INDEX_VALUES, index)
                                        .build())
                        .build());
    }

    /// Another frame without a height.
    public Enhanced content(DataSet content) {
        return frame(DataSet.builder().sequence(Tag.FRAME_CONTENT_SEQUENCE, content).build());
    }

    /// Another frame as it is.
    public Enhanced frame(DataSet groups) {
        frames.add(groups);
        return this;
    }

    /// One part of a concatenation.
    public Enhanced part(String uid, int number, int total, int offset) {
        header.text(Tag.CONCATENATION_UID, uid)
                .integer(Tag.IN_CONCATENATION_NUMBER, number)
                .integer(Tag.CONCATENATION_FRAME_OFFSET_NUMBER, offset);
        if (total > 0) header.integer(Tag.IN_CONCATENATION_TOTAL_NUMBER, total);
        return this;
    }

    /// What else the header says.
    public DataSetBuilder header() {
        return header;
    }

    /// What holds for all frames.
    public DataSetBuilder shared() {
        return shared;
    }

    /// The header of so many frames as were added.
    public DataSet build() {
        return build(frames.size());
    }

    /// The header with a number of frames of its own.
    public DataSet build(int count) {
        return header.integer(Tag.NUMBER_OF_FRAMES, count)
                .sequence(Tag.SHARED_FUNCTIONAL_GROUPS_SEQUENCE, shared.build())
                .sequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, frames)
                .build();
    }
}
