package org.tyde.app.bench;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Vr;
import org.tyde.dicom.io.DicomWriter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Small CT files as scanners write them: the modules of a CT image, a maker's private block, two code
/// sequences, and an image of 16 x 16. Studies hold a hundred slices. The same number gives the same
/// bytes.
public final class CtHeaders {
    private static final int PER_STUDY = 100;
    private static final String ROOT = "2.25.3141592653";

    private CtHeaders() {}

    /// @param number from 0
    /// @return the data set of that slice
    public static DataSet slice(int number) {
        int study = number / PER_STUDY + 1;
        int instance = number % PER_STUDY + 1;
        var set =
                DataSet.builder()
                        .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                        .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                        .text(Tag.SOP_INSTANCE_UID, uid(study, 1, instance))
                        .text(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
                        .text(Tag.MODALITY, "CT")
                        .text(Tag.ACCESSION_NUMBER, "ACC%06d".formatted(study))
                        .personName(Tag.PATIENT_NAME, PersonName.of("Prøve", "Åse"))
                        .text(Tag.PATIENT_ID, "PID%06d".formatted(study))
                        .text(Tag.PATIENT_BIRTH_DATE, "19500101")
                        .text(Tag.PATIENT_SEX, "O")
                        .text(Tag.PATIENT_POSITION, "HFS")
                        .text(Tag.CONVOLUTION_KERNEL, "B30f")
                        .integer(Tag.SERIES_NUMBER, 1)
                        .integer(Tag.INSTANCE_NUMBER, instance)
                        .decimal(Tag.IMAGE_POSITION_PATIENT, -180.5, -180.5, 1.25 * instance)
                        .decimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                        .decimal(Tag.PIXEL_SPACING, 0.703125, 0.703125)
                        .integer(Tag.SAMPLES_PER_PIXEL, 1)
                        .text(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .integer(Tag.ROWS, 16)
                        .integer(Tag.COLUMNS, 16)
                        .integer(Tag.BITS_ALLOCATED, 16)
                        .integer(Tag.BITS_STORED, 16)
                        .integer(Tag.HIGH_BIT, 15)
                        .integer(Tag.PIXEL_REPRESENTATION, 1)
                        .code(Tag.ANATOMIC_REGION_SEQUENCE, new Code("39607008", "SCT", "Lunge"))
                        .code(
                                Tag.PROCEDURE_CODE_SEQUENCE,
                                new Code("RCT1AA", "99TEST", "CT Thorax"))
                        .text(Tag.of(0x0019, 0x0010), Vr.LO, "TYDE BENCH")
                        .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[512]);
        for (int i = 0; i < 20; i++) set.text(Tag.of(0x0019, 0x1000 + i), Vr.LO, "value " + i);
        set.text(Tag.STATION_NAME, "CT-STATION-01");
        for (var tag : List.of(Tag.MANUFACTURER, Tag.STUDY_DESCRIPTION, Tag.SERIES_DESCRIPTION))
            set.text(tag, "text of a usual length");
        for (var tag : List.of(Tag.STUDY_DATE, Tag.SERIES_DATE, Tag.ACQUISITION_DATE))
            set.text(tag, "20260314");
        for (var tag : List.of(Tag.STUDY_TIME, Tag.SERIES_TIME, Tag.ACQUISITION_TIME))
            set.text(tag, "091500.000000");
        set.text(Tag.STUDY_INSTANCE_UID, ROOT + "." + study);
        set.text(Tag.SERIES_INSTANCE_UID, ROOT + "." + study + ".1");
        set.text(Tag.FRAME_OF_REFERENCE_UID, uid(study, 1, 0));
        for (var tag : List.of(Tag.KVP, Tag.SLICE_THICKNESS, Tag.RESCALE_SLOPE, Tag.WINDOW_WIDTH))
            set.decimal(tag, 120);
        return set.build();
    }

    private static String uid(int study, int series, int instance) {
        return ROOT + "." + study + "." + series + "." + instance;
    }

    /// @param folder that exists; files already there are kept as they are
    /// @param count of files
    /// @return the files, explicit VR little endian
    /// @throws IOException where one cannot be written
    public static List<Path> write(Path folder, int count) throws IOException {
        var files = new ArrayList<Path>(count);
        for (int i = 0; i < count; i++) {
            var file = folder.resolve(String.format(Locale.ROOT, "ct%05d.dcm", i));
            files.add(file);
            if (Files.exists(file)) continue;
            Files.write(file, DicomWriter.toBytes(slice(i), TransferSyntax.EXPLICIT_LITTLE));
        }
        return files;
    }
}
