package org.tyde.dicom.io;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.DicomReason;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// Writes the DICOMDIR of a CD or folder (PS3.3 F, PS3.10 8): patients, studies, series and instances
/// in the order in which they were added. The same files give the same bytes.
public final class DirectoryWriter {
    private static final Pattern COMPONENT = Pattern.compile("[A-Z0-9_]{1,8}");
    private static final int MOST_COMPONENTS = 8;
    private static final int ITEM_HEAD = 8;

    private final String fileSetId;
    private final String uid;
    private final SequencedMap<String, DirectoryRecord> patients = new LinkedHashMap<>();
    private final Map<String, DirectoryRecord> studies = new HashMap<>();
    private final Map<String, DirectoryRecord> series = new HashMap<>();

    /// @param fileSetId name of the medium, at most 16 capitals, digits, blanks and underscores; may be
    ///     empty
    /// @param uid of the file-set, its Media Storage SOP Instance UID
    public DirectoryWriter(String fileSetId, String uid) {
        this.fileSetId = fileSetId;
        this.uid = uid;
    }

    /// @param fileId where the file lies below the folder of the DICOMDIR: one to eight components of
    ///     one to eight capitals, digits and underscores
    /// @param file that lies there
    /// @return this
    /// @throws DicomFormatException where the File ID is none, the SOP class has no directory record, or
    ///     the instance lacks a key that its record requires
    public DirectoryWriter add(List<String> fileId, DicomFile file) throws DicomFormatException {
        boolean named = !fileId.isEmpty() && fileId.size() <= MOST_COMPONENTS;
        if (!named || !fileId.stream().allMatch(COMPONENT.asMatchPredicate()))
            throw new DicomFormatException(DicomReason.BAD_FILE_ID, -1, String.join("\\", fileId))
                    .at(Tag.REFERENCED_FILE_ID.toString())
                    .withRule("PS3.10 8.2");
        var set = file.dataSet();
        var sopClass = required(set, Tag.SOP_CLASS_UID);
        var type =
                RecordType.of(sopClass)
                        .orElseThrow(
                                () ->
                                        new DicomFormatException(
                                                        DicomReason.NO_RECORD_TYPE, -1, sopClass)
                                                .at(Tag.SOP_CLASS_UID.toString())
                                                .withRule("PS3.3 F.4"));
        var leaf =
                DirectoryRecord.of(type, set)
                        .of(
                                fileId,
                                sopClass,
                                required(set, Tag.SOP_INSTANCE_UID),
                                file.transferSyntax().uid());
        seriesOf(set).below.add(leaf);
        return this;
    }

    private DirectoryRecord seriesOf(DataSet set) throws DicomFormatException {
        var patientId = required(set, Tag.PATIENT_ID);
        var studyUid = required(set, Tag.STUDY_INSTANCE_UID);
        var key = patientId + '\n' + studyUid + '\n' + required(set, Tag.SERIES_INSTANCE_UID);
        var known = series.get(key);
        if (known != null) return known;
        var made = DirectoryRecord.of(RecordType.SERIES, set);
        var patient = patients.get(patientId);
        if (patient == null) patient = DirectoryRecord.of(RecordType.PATIENT, set);
        var study = studies.get(patientId + '\n' + studyUid);
        if (study == null) {
            study = DirectoryRecord.of(RecordType.STUDY, set);
            patient.below.add(study);
            studies.put(patientId + '\n' + studyUid, study);
        }
        patients.putIfAbsent(patientId, patient);
        study.below.add(made);
        series.put(key, made);
        return made;
    }

    private static String required(DataSet set, Tag tag) throws DicomFormatException {
        return set.text(tag)
                .orElseThrow(
                        () ->
                                new DicomFormatException(DicomReason.MISSING, -1, tag.keyword())
                                        .at(tag.toString())
                                        .withRule("PS3.3 F.5"));
    }

    /// @param folder in which the file DICOMDIR is written, whole or not at all
    /// @throws IOException where the disk refuses
    public void write(Path folder) throws IOException {
        var bytes = toBytes();
        SafeFile.write(folder.resolve("DICOMDIR"), out -> out.write(bytes));
    }

    /// @return the bytes of the DICOMDIR
    /// @throws IOException where a value cannot be written
    public byte[] toBytes() throws IOException {
        var syntax = TransferSyntax.EXPLICIT_LITTLE; // PS3.10 8.6: the one for a DICOMDIR
        var meta = MetaInformation.bytes(SopClass.MEDIA_STORAGE_DIRECTORY_STORAGE, uid, syntax);
        var counting = new ElementWriter(OutputStream.nullOutputStream(), syntax);
        long first = meta.length + counting.length(root(0, 0, List.of()));
        var order = new ArrayList<DirectoryRecord>();
        collect(List.copyOf(patients.values()), order);
        var offsets = new HashMap<DirectoryRecord, Long>();
        long at = first;
        for (var record : order) {
            offsets.put(record, at);
            at += ITEM_HEAD + counting.length(record.placed(0, 0));
        }
        var items = new HashMap<DirectoryRecord, DataSet>();
        place(List.copyOf(patients.values()), offsets, items);
        var records = order.stream().map(items::get).toList();
        var roots = List.copyOf(patients.values());
        long head = roots.isEmpty() ? 0 : offset(offsets, roots.getFirst());
        long last = roots.isEmpty() ? 0 : offset(offsets, roots.getLast());
        var out = new ByteArrayOutputStream();
        out.writeBytes(meta);
        new ElementWriter(out, syntax).write(root(head, last, records));
        return out.toByteArray();
    }

    /// A record, then all below it.
    private static void collect(List<DirectoryRecord> records, List<DirectoryRecord> into) {
        for (var record : records) {
            into.add(record);
            collect(record.below, into);
        }
    }

    private static void place(
            List<DirectoryRecord> records,
            Map<DirectoryRecord, Long> offsets,
            Map<DirectoryRecord, DataSet> into) {
        for (int i = 0; i < records.size(); i++) {
            var record = records.get(i);
            long next = i + 1 < records.size() ? offset(offsets, records.get(i + 1)) : 0;
            long below = record.below.isEmpty() ? 0 : offset(offsets, record.below.getFirst());
            into.put(record, record.placed(next, below));
            place(record.below, offsets, into);
        }
    }

    private static long offset(Map<DirectoryRecord, Long> offsets, DirectoryRecord record) {
        return offsets.getOrDefault(record, 0L);
    }

    private DataSet root(long first, long last, List<DataSet> records) {
        return DataSet.builder()
                .text(Tag.FILE_SET_ID, fileSetId)
                .longInteger(
                        Tag.OFFSET_OF_THE_FIRST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY,
                        Vr.UL,
                        first)
                .longInteger(
                        Tag.OFFSET_OF_THE_LAST_DIRECTORY_RECORD_OF_THE_ROOT_DIRECTORY_ENTITY,
                        Vr.UL,
                        last)
                .integer(Tag.FILE_SET_CONSISTENCY_FLAG, 0)
                .sequence(Tag.DIRECTORY_RECORD_SEQUENCE, records)
                .build();
    }
}
