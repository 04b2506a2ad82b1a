package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.Tag;

import java.util.List;

/// Content items of a structured report (PS3.3 C.17.3), one method a value type.
final class ContentItems {
    private ContentItems() {}

    static DataSet container(String relation, Code title, List<DataSet> content) {
        return item(relation, "CONTAINER", title)
                .text(Tag.CONTINUITY_OF_CONTENT, "SEPARATE")
                .sequence(Tag.CONTENT_SEQUENCE, content)
                .build();
    }

    static DataSet code(String relation, Code concept, Code value, DataSet... content) {
        var item = item(relation, "CODE", concept).code(Tag.CONCEPT_CODE_SEQUENCE, value);
        if (content.length > 0) item.sequence(Tag.CONTENT_SEQUENCE, content);
        return item.build();
    }

    static DataSet text(String relation, Code concept, String value, List<DataSet> content) {
        var item =
                item(relation, "TEXT", concept).text(Tag.TEXT_VALUE, value.replace("\n", "\r\n"));
        if (!content.isEmpty()) item.sequence(Tag.CONTENT_SEQUENCE, content);
        return item.build();
    }

    static DataSet name(String relation, Code concept, PersonName value) {
        return item(relation, "PNAME", concept).personName(Tag.PERSON_NAME, value).build();
    }

    static DataSet image(String relation, Code concept, InstanceReference image) {
        return item(relation, "IMAGE", concept)
                .sequence(Tag.REFERENCED_SOP_SEQUENCE, reference(image))
                .build();
    }

    /// An image of a key object selection, whose template gives it no concept name.
    static DataSet image(String relation, InstanceReference image) {
        return DataSet.builder()
                .text(Tag.RELATIONSHIP_TYPE, relation)
                .text(Tag.VALUE_TYPE, "IMAGE")
                .sequence(Tag.REFERENCED_SOP_SEQUENCE, reference(image))
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
