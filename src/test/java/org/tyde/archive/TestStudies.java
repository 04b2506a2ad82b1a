package org.tyde.archive;

import static org.tyde.dicom.Tag.*;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Uids;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomWriter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Studies made for tests; no person.
public final class TestStudies {
    private TestStudies() {}

    /// What the studies of a test are told apart by.
    public record Made(String studyUid, List<String> seriesUids, List<DataSet> instances) {
        public List<Path> writeTo(Path folder) throws IOException {
            var files = new ArrayList<Path>();
            for (var one : instances) {
                var file = folder.resolve(one.textOr(SOP_INSTANCE_UID, "?") + ".dcm");
                DicomWriter.write(file, one, TransferSyntax.EXPLICIT_LITTLE);
                files.add(file);
            }
            return files;
        }
    }

    /// A CT of so many series of so many square slices.
    public static Made ct(
            PersonName name,
            String id,
            LocalDate date,
            String region,
            int series,
            int slices,
            int size)
            throws IOException {
        return make(name, id, date, "CT", "CT " + region, region, series, slices, size);
    }

    static Made make(
            PersonName name,
            String id,
            LocalDate date,
            String modality,
            String description,
            String bodyPart,
            int series,
            int slices,
            int size)
            throws IOException {
        var study = Uids.create();
        var frame = Uids.create();
        var seriesUids = new ArrayList<String>();
        var all = new ArrayList<DataSet>();
        var random = new Random(id.hashCode());
        for (int s = 1; s <= series; s++) {
            var seriesUid = Uids.create();
            seriesUids.add(seriesUid);
            for (int i = 1; i <= slices; i++) {
                all.add(
                        DataSet.builder()
                                .text(SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                                .text(
                                        SOP_CLASS_UID,
                                        modality.equals("CT")
                                                ? SopClass.CT_IMAGE_STORAGE
                                                : SopClass.SECONDARY_CAPTURE_IMAGE_STORAGE)
                                .text(SOP_INSTANCE_UID, Uids.create())
                                .text(STUDY_INSTANCE_UID, study)
                                .text(SERIES_INSTANCE_UID, seriesUid)
                                .text(FRAME_OF_REFERENCE_UID, frame)
                                .date(STUDY_DATE, date)
                                .text(STUDY_TIME, "101500")
                                .text(ACCESSION_NUMBER, "A" + id)
                                .text(STUDY_DESCRIPTION, description)
                                .text(STUDY_ID, "1")
                                .text(MODALITY, modality)
                                .text(BODY_PART_EXAMINED, bodyPart)
                                .personName(PATIENT_NAME, name)
                                .text(PATIENT_ID, id)
                                .text(PATIENT_BIRTH_DATE, "19600502")
                                .text(PATIENT_SEX, "F")
                                .text(SERIES_DESCRIPTION, "serie " + s)
                                .integer(SERIES_NUMBER, s)
                                .integer(INSTANCE_NUMBER, i)
                                .decimal(IMAGE_POSITION_PATIENT, 0, 0, i * 2.0)
                                .decimal(IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                                .decimal(PIXEL_SPACING, 0.7, 0.7)
                                .decimal(RESCALE_SLOPE, 1)
                                .decimal(RESCALE_INTERCEPT, -1024)
                                .integer(SAMPLES_PER_PIXEL, 1)
                                .text(PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                                .integer(ROWS, size)
                                .integer(COLUMNS, size)
                                .integer(BITS_ALLOCATED, 16)
                                .integer(BITS_STORED, 16)
                                .integer(HIGH_BIT, 15)
                                .integer(PIXEL_REPRESENTATION, 0)
                                .bulk(PIXEL_DATA, Vr.OW, BulkData.of(pixels(size, random)))
                                .build());
            }
        }
        return new Made(study, seriesUids, all);
    }

    private static byte[] pixels(int size, Random random) {
        var bytes = ByteBuffer.allocate(size * size * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < size * size; i++) bytes.putShort((short) (1000 + random.nextInt(64)));
        return bytes.array();
    }
}
