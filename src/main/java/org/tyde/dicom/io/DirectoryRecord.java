package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.Dictionary;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;

import java.util.ArrayList;
import java.util.List;

/// One directory record while a DICOMDIR is put together (PS3.3 F.3.2.2).
final class DirectoryRecord {
    final List<DirectoryRecord> below = new ArrayList<>();
    private final DataSet keys;

    private DirectoryRecord(DataSet keys) {
        this.keys = keys;
    }

    /// @throws DicomFormatException [DicomReason#MISSING] where the instance lacks a key that the type
    ///     requires
    static DirectoryRecord of(RecordType type, DataSet instance) throws DicomFormatException {
        var record = DataSet.builder().text(Tag.DIRECTORY_RECORD_TYPE, type.term());
        if (instance.has(Tag.SPECIFIC_CHARACTER_SET))
            record.put(
                    instance.element(Tag.SPECIFIC_CHARACTER_SET).orElseThrow(),
                    instance.characterSet());
        for (var key : type.required()) {
            if (isEmpty(instance, key))
                throw new DicomFormatException(DicomReason.MISSING, -1, key.keyword())
                        .at(key.toString())
                        .withRule("PS3.3 F.5");
            copy(record, instance, key);
        }
        for (var key : type.maybeEmpty()) {
            if (instance.has(key)) copy(record, instance, key);
            else if (vr(key) == Vr.SQ) record.sequence(key);
            else record.text(key);
        }
        for (var key : type.wherePresent())
            if (!isEmpty(instance, key)) copy(record, instance, key);
        return new DirectoryRecord(record.build());
    }

    /// The record with the file that it points to (PS3.10 8.2).
    DirectoryRecord of(List<String> file, String sopClass, String instance, String syntax) {
        return new DirectoryRecord(
                keys.toBuilder()
                        .text(Tag.REFERENCED_FILE_ID, file.toArray(String[]::new))
                        .text(Tag.REFERENCED_SOP_CLASS_UID_IN_FILE, sopClass)
                        .text(Tag.REFERENCED_SOP_INSTANCE_UID_IN_FILE, instance)
                        .text(Tag.REFERENCED_TRANSFER_SYNTAX_UID_IN_FILE, syntax)
                        .build());
    }

    private static Vr vr(Tag key) {
        return Dictionary.standard().implicitVr(key.value(), false);
    }

    private static boolean isEmpty(DataSet instance, Tag key) throws DicomFormatException {
        if (!instance.has(key)) return true;
        return vr(key) == Vr.SQ ? instance.sequence(key).isEmpty() : instance.text(key).isEmpty();
    }

    private static void copy(DataSetBuilder record, DataSet instance, Tag key)
            throws DicomFormatException {
        if (key.equals(Tag.CONTENT_SEQUENCE)) {
            var modifiers = new ArrayList<DataSet>();
            for (var item : instance.sequence(key))
                if (item.textOr(Tag.RELATIONSHIP_TYPE, "").equals("HAS CONCEPT MOD"))
                    modifiers.add(item); // PS3.3 F.5.23: only what modifies the title
            if (!modifiers.isEmpty()) record.sequence(key, modifiers);
            return;
        }
        record.put(instance.element(key).orElseThrow(), instance.characterSet());
    }

    /// With its place among the others: the offsets of the next one and of the first one below, 0 where
    /// there is none.
    DataSet placed(long next, long firstBelow) {
        return keys.toBuilder()
                .longInteger(Tag.OFFSET_OF_THE_NEXT_DIRECTORY_RECORD, Vr.UL, next)
                .integer(Tag.RECORD_IN_USE_FLAG, 0xFFFF)
                .longInteger(
                        Tag.OFFSET_OF_REFERENCED_LOWER_LEVEL_DIRECTORY_ENTITY, Vr.UL, firstBelow)
                .build();
    }
}
