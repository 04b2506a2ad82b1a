package org.tyde.store;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;
import org.tyde.dicom.Vr;
import org.tyde.refusal.Refusal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/// Small instances for tests: study `2.25.<study>`, its first series, instance `2.25.<study>.1.<number>`.
public final class Instances {
    /// Everything in the clear.
    static final org.tyde.store.seal.Veil NO_VEIL =
            new org.tyde.store.seal.Veil(
                    java.util.Optional.empty(), "index", StoreReason.INDEX_DAMAGED);

    private Instances() {}

    public static String sop(int study, int number) {
        return "2.25." + study + ".1." + number;
    }

    public static DataSetBuilder of(int study, int number) {
        return DataSet.builder()
                .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, sop(study, number))
                .text(Tag.STUDY_INSTANCE_UID, "2.25." + study)
                .text(Tag.SERIES_INSTANCE_UID, "2.25." + study + ".1")
                .text(Tag.MODALITY, "CT")
                .text(Tag.SERIES_NUMBER, "1")
                .text(Tag.INSTANCE_NUMBER, String.valueOf(number))
                .text(Tag.STUDY_DATE, "20261122")
                .text(Tag.STUDY_TIME, "081500")
                .text(Tag.STUDY_DESCRIPTION, "CT thorax")
                .text(Tag.ACCESSION_NUMBER, "A" + study)
                .text(Tag.PATIENT_ID, "13816512345")
                .personName(Tag.PATIENT_NAME, PersonName.parse("Bråten^Øystein"))
                .bytes(Tag.PIXEL_DATA, Vr.OW, new byte[512]);
    }

    public static InputStream part10(DataSetBuilder instance) throws Refusal {
        return new ByteArrayInputStream(Cache.part10(instance.build()));
    }

    public static InputStream part10(int study, int number) throws Refusal {
        return part10(of(study, number));
    }
}
