package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DataSetBuilder;
import org.tyde.dicom.PersonName;
import org.tyde.dicom.SopClass;
import org.tyde.dicom.Tag;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A study, its radiologist and a report on it, for tests.
public final class Examples {
    public static final String STUDY = "2.25.1001";
    public static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 22, 12, 0);
    public static final InstanceReference SLICE =
            new InstanceReference(
                    STUDY, "2.25.1002", SopClass.CT_IMAGE_STORAGE, "2.25.1003", List.of());
    public static final InstanceReference PRIOR_SLICE =
            new InstanceReference(
                    "2.25.2001", "2.25.2002", SopClass.CT_IMAGE_STORAGE, "2.25.2003", List.of());
    public static final Observer RADIOLOGIST =
            new Observer(
                    PersonName.parse("Ærlig^Åse"),
                    Optional.of("Overlege"),
                    Optional.of("Sykehuset i Vestfold"),
                    Optional.of("9144900"));

    private Examples() {}

    public static DataSetBuilder image() {
        return DataSet.builder()
                .text(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
                .text(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE_STORAGE)
                .text(Tag.SOP_INSTANCE_UID, SLICE.sopUid())
                .text(Tag.STUDY_INSTANCE_UID, STUDY)
                .text(Tag.SERIES_INSTANCE_UID, SLICE.seriesUid())
                .text(Tag.MODALITY, "CT")
                .text(Tag.STUDY_DATE, "20261122")
                .text(Tag.STUDY_TIME, "081500")
                .text(Tag.STUDY_ID, "S1")
                .text(Tag.STUDY_DESCRIPTION, "CT thorax høyre")
                .text(Tag.ACCESSION_NUMBER, "A1001")
                .text(Tag.PATIENT_ID, "13816512345")
                .text(Tag.ISSUER_OF_PATIENT_ID, "2.16.578.1.12.4.1.4.1")
                .personName(Tag.PATIENT_NAME, PersonName.parse("Bråten^Øystein"))
                .text(Tag.PATIENT_BIRTH_DATE, "19650113")
                .text(Tag.PATIENT_SEX, "M")
                .personName(Tag.REFERRING_PHYSICIAN_NAME, PersonName.parse("Lie^Kari"))
                .code(Tag.PROCEDURE_CODE_SEQUENCE, new Code("SDD0AA", "99NCRP", "CT thorax"));
    }

    public static ReportDocument report(DocumentState state, List<InstanceReference> before) {
        return new ReportDocument(
                "2.25.3001",
                STUDY,
                Concepts.titleOf("CT"),
                state,
                Optional.of(NOON),
                Optional.of(RADIOLOGIST),
                Verifier.alone(state, Optional.of(RADIOLOGIST), NOON),
                Life.PLAIN,
                List.of(
                        new DocumentSection(Concepts.HISTORY, "Hoste i seks uker.", List.of()),
                        new DocumentSection(
                                Concepts.PRIOR_PROCEDURE,
                                "Sammenlignet med CT thorax 14.03.2026.",
                                List.of()),
                        new DocumentSection(
                                Concepts.FINDINGS,
                                "Knute på 8,4 mm i høyre overlapp.\nIngen pleuravæske.",
                                List.of(SLICE)),
                        new DocumentSection(Concepts.CONCLUSIONS, "Økende lungeknute.", List.of())),
                List.of(SLICE),
                List.of(PRIOR_SLICE),
                before);
    }

    /// A report in all sections of the European imaging report.
    public static ReportDocument european(DocumentState state, List<InstanceReference> before) {
        var plain = report(state, before);
        var sections = new ArrayList<DocumentSection>();
        sections.add(new DocumentSection(Concepts.REQUEST, "Tumor?", List.of()));
        sections.add(plain.sections().get(0));
        sections.add(
                new DocumentSection(
                        Concepts.CURRENT_PROCEDURE, "Med intravenøs kontrast.", List.of()));
        sections.addAll(plain.sections().subList(1, 4));
        sections.add(
                new DocumentSection(Concepts.RECOMMENDATIONS, "Ny CT om tre måneder.", List.of()));
        sections.add(
                new DocumentSection(
                        Concepts.COMMUNICATION, "Vakthavende ringt kl. 12.05.", List.of()));
        return new ReportDocument(
                plain.sopUid(),
                plain.studyUid(),
                plain.title(),
                state,
                plain.written(),
                plain.author(),
                plain.verifiers(),
                plain.life(),
                sections,
                plain.evidence(),
                plain.otherEvidence(),
                before);
    }
}
