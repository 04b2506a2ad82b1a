package org.tyde.evidence.content;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

/// Documents to read.
public final class ExampleTrees {
    static final Code CONCEPT = new Code("121071", "DCM", "Finding");

    private ExampleTrees() {}

    /// @param sopClass of the document
    /// @param content below its root
    /// @return a document without patient
    public static DataSet document(String sopClass, DataSet... content) {
        return DataSet.builder()
                .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .text(Tag.SOP_CLASS_UID, sopClass)
                .text(Tag.SOP_INSTANCE_UID, "2.25.1")
                .text(Tag.STUDY_INSTANCE_UID, "2.25.2")
                .text(Tag.SERIES_INSTANCE_UID, "2.25.3")
                .text(Tag.MODALITY, "SR")
                .text(Tag.COMPLETION_FLAG, "PARTIAL")
                .text(Tag.VERIFICATION_FLAG, "UNVERIFIED")
                .text(Tag.VALUE_TYPE, "CONTAINER")
                .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, new Code("126000", "DCM", "Report"))
                .text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE")
                .sequence(Tag.CONTENT_SEQUENCE, content)
                .build();
    }

    /// @param relation Relationship Type
    /// @param type Value Type
    /// @return an item without value
    public static DataSetBuilder item(String relation, String type) {
        return DataSet.builder()
                .text(Tag.RELATIONSHIP_TYPE, relation)
                .text(Tag.VALUE_TYPE, type)
                .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, CONCEPT);
    }

    /// @param text of a TEXT item
    /// @return the item
    public static DataSetBuilder text(String text) {
        return item("CONTAINS", "TEXT").text(Tag.TEXT_VALUE, text);
    }

    /// @param position of the item pointed at
    /// @return an item that points
    public static DataSet pointer(int... position) {
        return DataSet.builder()
                .text(Tag.RELATIONSHIP_TYPE, "INFERRED FROM")
                .integer(Tag.REFERENCED_CONTENT_ITEM_IDENTIFIER, position)
                .build();
    }

    /// @return one item of every type that DCMTK 3.6.7 reads
    public static DataSet everyType() {
        var image =
                item("SELECTED FROM", "IMAGE")
                        .sequence(
                                Tag.REFERENCED_SOP_SEQUENCE,
                                DataSet.builder()
                                        .text(
                                                Tag.REFERENCED_SOP_CLASS_UID,
                                                SopClass.CT_IMAGE_STORAGE)
                                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, "2.25.9")
                                        .text(Tag.REFERENCED_FRAME_NUMBER, "3", "5")
                                        .build())
                        .build();
        var number =
                DataSet.builder()
                        .decimal(Tag.NUMERIC_VALUE, 12.5)
                        .code(
                                Tag.MEASUREMENT_UNITS_CODE_SEQUENCE,
                                new Code("mm", "UCUM", "millimeter"))
                        .build();
        return document(
                SopClass.COMPREHENSIVE_3D_SR_STORAGE,
                text("Fortetning på 4 mm i høyre overlapp.")
                        .sequence(Tag.CONTENT_SEQUENCE, pointer(1, 3))
                        .build(),
                item("CONTAINS", "CODE")
                        .code(Tag.CONCEPT_CODE_SEQUENCE, new Code("4147007", "SCT", "Mass"))
                        .build(),
                item("CONTAINS", "NUM")
                        .sequence(Tag.MEASURED_VALUE_SEQUENCE, number)
                        .sequence(
                                Tag.CONTENT_SEQUENCE,
                                item("INFERRED FROM", "SCOORD")
                                        .text(Tag.GRAPHIC_TYPE, "POLYLINE")
                                        .decimal(Tag.GRAPHIC_DATA, 1.5, 2, 30, 40.25)
                                        .sequence(Tag.CONTENT_SEQUENCE, image)
                                        .build())
                        .build(),
                item("CONTAINS", "NUM")
                        .sequence(Tag.MEASURED_VALUE_SEQUENCE)
                        .code(
                                Tag.NUMERIC_VALUE_QUALIFIER_CODE_SEQUENCE,
                                new Code("114006", "DCM", "Measurement failure"))
                        .build(),
                item("CONTAINS", "DATE").text(Tag.DATE, "20261123").build(),
                item("CONTAINS", "TIME").text(Tag.TIME, "031500").build(),
                item("CONTAINS", "DATETIME").text(Tag.DATE_TIME, "20261123031500").build(),
                item("HAS OBS CONTEXT", "UIDREF").text(Tag.UID, "2.25.4").build(),
                item("HAS OBS CONTEXT", "PNAME")
                        .personName(Tag.PERSON_NAME, PersonName.of("Bjørnstad", "Åse"))
                        .text(Tag.OBSERVATION_DATE_TIME, "20261123031501")
                        .build(),
                item("CONTAINS", "SCOORD3D")
                        .text(Tag.GRAPHIC_TYPE, "POINT")
                        .decimal(Tag.GRAPHIC_DATA, -12.5, 7, 100)
                        .text(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "2.25.5")
                        .build(),
                item("CONTAINS", "CONTAINER")
                        .text(Tag.CONTINUITY_OF_CONTENT, "CONTINUOUS")
                        .sequence(Tag.CONTENT_SEQUENCE, text("En ").build())
                        .build());
    }

    /// @return a table of two rows: a whole row of numbers, and single cells
    public static DataSet table() {
        var whole =
                DataSet.builder()
                        .integer(Tag.TABLE_ROW_NUMBER, 1)
                        .text(Tag.SELECTOR_ATTRIBUTE_VR, "DS")
                        .decimal(Tag.SELECTOR_DS_VALUE, 1.5, 2.5)
                        .build();
        var one =
                DataSet.builder()
                        .integer(Tag.TABLE_ROW_NUMBER, 2)
                        .integer(Tag.TABLE_COLUMN_NUMBER, 2)
                        .code(Tag.CONCEPT_CODE_SEQUENCE, new Code("4147007", "SCT", "Mass"))
                        .build();
        var outside =
                DataSet.builder()
                        .integer(Tag.TABLE_ROW_NUMBER, 7)
                        .integer(Tag.TABLE_COLUMN_NUMBER, 1)
                        .text(Tag.SELECTOR_CS_VALUE, "X")
                        .build();
        var area =
                DataSet.builder()
                        .integer(Tag.TABLE_COLUMN_NUMBER, 1)
                        .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, new Code("42798000", "SCT", "Area"))
                        .code(
                                Tag.MEASUREMENT_UNITS_CODE_SEQUENCE,
                                new Code("mm2", "UCUM", "square millimeter"))
                        .build();
        var values =
                DataSet.builder()
                        .integer(Tag.NUMBER_OF_TABLE_ROWS, Vr.UL, 2)
                        .integer(Tag.NUMBER_OF_TABLE_COLUMNS, Vr.UL, 2)
                        .sequence(Tag.TABLE_COLUMN_DEFINITION_SEQUENCE, area)
                        .sequence(Tag.CELL_VALUES_SEQUENCE, whole, one, outside)
                        .build();
        return document(
                SopClass.EXTENSIBLE_SR_STORAGE,
                item("CONTAINS", "TABLE").sequence(Tag.TABULATED_VALUES_SEQUENCE, values).build());
    }
}
