package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;

import java.util.List;
import java.util.stream.DoubleStream;

/// Content items of a structured report (PS3.3 C.17.3), one method a value type.
final class ContentItems {
    private ContentItems() {}

    static DataSet container(String relation, Code title, List<DataSet> content) {
        return item(relation, "CONTAINER", title)
                .text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE")
                .sequence(Tag.CONTENT_SEQUENCE, content)
                .build();
    }

    /// A container after a template of its own (PS3.3 C.18.8).
    static DataSet container(String relation, Code title, String template, List<DataSet> content) {
        return item(relation, "CONTAINER", title)
                .text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE")
                .sequence(Tag.CONTENT_TEMPLATE_SEQUENCE, DocumentParts.template(template))
                .sequence(Tag.CONTENT_SEQUENCE, content)
                .build();
    }

    static DataSet code(String relation, Code concept, Code value, DataSet... content) {
        var item = item(relation, "CODE", concept).code(Tag.CONCEPT_CODE_SEQUENCE, value);
        if (content.length > 0) item.sequence(Tag.CONTENT_SEQUENCE, content);
        return item.build();
    }

    static DataSet text(String relation, Code concept, String value, List<DataSet> content) {
        var item = item(relation, "TEXT", concept).text(Tag.TEXT_VALUE, storable(value));
        if (!content.isEmpty()) item.sequence(Tag.CONTENT_SEQUENCE, content);
        return item.build();
    }

    /// Lines end as PS3.5 6.1.3 has it; a control character that text may not hold (PS3.5 6.2), pasted from
    /// somewhere, becomes a space.
    private static String storable(String value) {
        return value.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ").replace("\n", "\r\n");
    }

    static DataSet name(String relation, Code concept, PersonName value) {
        return item(relation, "PNAME", concept).personName(Tag.PERSON_NAME, value).build();
    }

    static DataSet image(String relation, Code concept, InstanceReference image) {
        return item(relation, "IMAGE", concept)
                .sequence(Tag.REFERENCED_SOP_SEQUENCE, reference(image))
                .build();
    }

    /// An image whose template gives it no concept name.
    static DataSet image(String relation, InstanceReference image) {
        return DataSet.builder()
                .text(Tag.RELATIONSHIP_TYPE, relation)
                .text(Tag.VALUE_TYPE, "IMAGE")
                .sequence(Tag.REFERENCED_SOP_SEQUENCE, reference(image))
                .build();
    }

    static DataSet uid(String relation, Code concept, String value) {
        return item(relation, "UIDREF", concept).text(Tag.UID, value).build();
    }

    static DataSet number(String relation, MeasuredValue value, List<DataSet> content) {
        var unit = value.unit().ucum();
        var measured =
                DataSet.builder()
                        .decimal(Tag.NUMERIC_VALUE, value.value())
                        .code(
                                Tag.MEASUREMENT_UNITS_CODE_SEQUENCE,
                                new Code(unit, "UCUM", UcumUnits.meaning(unit).orElse(unit)))
                        .build();
        var item =
                item(relation, "NUM", value.concept())
                        .sequence(Tag.MEASURED_VALUE_SEQUENCE, measured);
        if (!content.isEmpty()) item.sequence(Tag.CONTENT_SEQUENCE, content);
        return item.build();
    }

    /// A figure, and the image it is drawn on (PS3.3 C.18.6).
    static DataSet figure(String relation, Code concept, Figure figure) {
        var places =
                figure.points().stream()
                        .flatMapToDouble(p -> DoubleStream.of(p.column(), p.row()))
                        .toArray();
        return item(relation, "SCOORD", concept)
                .text(Tag.GRAPHIC_TYPE, figure.graphic().name())
                .decimal(Tag.GRAPHIC_DATA, places)
                .sequence(Tag.CONTENT_SEQUENCE, image("SELECTED FROM", figure.image()))
                .build();
    }

    private static DataSet reference(InstanceReference image) {
        var reference =
                DataSet.builder()
                        .asFound() // others' identifiers, whatever they look like
                        .text(Tag.REFERENCED_SOP_CLASS_UID, image.sopClass())
                        .text(Tag.REFERENCED_SOP_INSTANCE_UID, image.sopUid());
        if (!image.frames().isEmpty())
            reference.text(
                    Tag.REFERENCED_FRAME_NUMBER,
                    image.frames().stream().map(String::valueOf).toArray(String[]::new));
        return reference.build();
    }

    private static DataSetBuilder item(String relation, String type, Code concept) {
        return DataSet.builder()
                .text(Tag.RELATIONSHIP_TYPE, relation)
                .text(Tag.VALUE_TYPE, type)
                .code(Tag.CONCEPT_NAME_CODE_SEQUENCE, concept);
    }
}
