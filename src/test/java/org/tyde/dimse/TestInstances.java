package org.tyde.dimse;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomWriter;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Small studies of invented patients. Identifiers are told by numbers: study 2, series 1, instance 3 is
/// `1.2.826.0.1.3680043.8.498.9.2.1.3`.
public final class TestInstances {
    public static final String ROOT = "1.2.826.0.1.3680043.8.498.9";

    private TestInstances() {}

    /// @return the UID of a study, series or instance
    public static String uid(int... numbers) {
        var uid = new StringBuilder(ROOT);
        for (int number : numbers) uid.append('.').append(number);
        return uid.toString();
    }

    /// @return a CT slice of 64 x 64, explicit little endian where it is written
    public static DataSet ct(String patient, String name, int study, int series, int instance) {
        var pixels = new byte[64 * 64 * 2];
        new Random(instance).nextBytes(pixels);
        return DataSet.builder()
                .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, uid(study, series, instance))
                .text(Tag.STUDY_INSTANCE_UID, uid(study))
                .text(Tag.SERIES_INSTANCE_UID, uid(study, series))
                .text(Tag.STUDY_DATE, "2026030" + study)
                .text(Tag.STUDY_TIME, "10300" + study)
                .text(Tag.ACCESSION_NUMBER, "A" + study)
                .text(Tag.STUDY_ID, "S" + study)
                .text(Tag.STUDY_DESCRIPTION, "CT thorax " + study)
                .text(Tag.MODALITY, "CT")
                .text(Tag.PATIENT_NAME, name)
                .text(Tag.PATIENT_ID, patient)
                .text(Tag.PATIENT_BIRTH_DATE, "19500102")
                .text(Tag.PATIENT_SEX, "F")
                .text(Tag.REFERRING_PHYSICIAN_NAME, "")
                .integer(Tag.SERIES_NUMBER, series)
                .integer(Tag.INSTANCE_NUMBER, instance)
                .integer(Tag.SAMPLES_PER_PIXEL, 1)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .integer(Tag.ROWS, 64)
                .integer(Tag.COLUMNS, 64)
                .integer(Tag.BITS_ALLOCATED, 16)
                .integer(Tag.BITS_STORED, 16)
                .integer(Tag.HIGH_BIT, 15)
                .integer(Tag.PIXEL_REPRESENTATION, 0)
                .bulk(Tag.PIXEL_DATA, Vr.OW, BulkData.of(pixels))
                .build();
    }

    /// Two studies of one patient and one of another: 3, 2 and 1 slices.
    public static List<DataSet> studies() {
        var all = new ArrayList<DataSet>();
        for (int i = 1; i <= 3; i++) all.add(ct("P1", "Bjørnstad^Åse", 1, 1, i));
        for (int i = 1; i <= 2; i++) all.add(ct("P1", "Bjørnstad^Åse", 2, 1, i));
        all.add(ct("P2", "Hansen^Ola", 3, 1, 1));
        return all;
    }

    /// @return the files, in the folder, in order
    public static List<Path> write(Path folder, List<DataSet> all, TransferSyntax syntax)
            throws IOException {
        var files = new ArrayList<Path>();
        for (var one : all) {
            var file = folder.resolve(one.textOr(Tag.SOP_INSTANCE_UID, "") + ".dcm");
            DicomWriter.write(file, one, syntax);
            files.add(file);
        }
        return files;
    }
}
