package org.tyde.prior;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.study.Laterality;
import org.tyde.study.Study;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the texts and codes of a study say was examined.
class ExaminedTest {
    private static Study study(String modality, String part, String text, Code... codes)
            throws Exception {
        return Study.from(
                DataSet.builder()
                        .text(Tag.STUDY_INSTANCE_UID, "2.25.1")
                        .text(Tag.MODALITY, modality)
                        .text(Tag.BODY_PART_EXAMINED, part)
                        .text(Tag.STUDY_DESCRIPTION, text)
                        .codes(Tag.PROCEDURE_CODE_SEQUENCE, List.of(codes))
                        .build());
    }

    private static String names(Examined examined) {
        return examined.parts().stream().sorted().map(Enum::name).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # modality, body part, description,                      parts
                    CT,         ABDOMEN,   CT Thorax,                        CHEST
                    CT,         '',        CT thorax/abdomen/bekken,         CHEST ABDOMEN PELVIS
                    CT,         CHEST,     Kontroll,                         CHEST
                    CT,         '',        Kontroll,                         ''
                    DX,         '',        RG høyre hånd,                    HAND
                    DX,         '',        RTG bekken,                       PELVIC_BONES
                    CT,         '',        CT bekken,                        PELVIS
                    DX,         '',        RTG collum femoris,               HIP
                    MG,         CHEST,     Screening,                        BREAST
                    MR,         '',        MR L5/S1,                         LUMBAR_SPINE SACRUM
                    MR,         '',        MR C-columna,                     CERVICAL_SPINE
                    MR,         '',        MR T2 caput,                      HEAD
                    CT,         '',        CT angio underekstremiteter,      LEG_VESSELS
                    XA,         '',        Angiografi lår,                   LEG_VESSELS
                    US,         '',        UL Color Doppler,                 ''
                    CT,         '',        CT throax,                        CHEST
                    CT,         '',        CT abodmen,                       ABDOMEN
                    DX,         '',        RTG venstreskulder,               SHOULDER
                    CT,         '',        Enkel undersøkelse,               ''
                    CT,         '',        SSP0AD,                           NECK CHEST ABDOMEN
                    DX,         CSPINE,    '',                               CERVICAL_SPINE
                    """)
    void partsAreReadFromWordsCodesAndTerms(
            String modality, String part, String text, String expected) throws Exception {
        assertEquals(expected, names(Examined.of(study(modality, part, text))));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    RTG høyre kne,           RIGHT
                    RTG kne hø,              RIGHT
                    RTG genu dx,             RIGHT
                    RTG v. hofte,            LEFT
                    XR Wrist 3V LT,          LEFT
                    RTG begge knær,          BOTH
                    Knees bilateral,         BOTH
                    RTG kne h/v,             BOTH
                    RTG kne,                 ''
                    MR L-columna,            ''
                    SNG0AG ZTX0XA,           RIGHT
                    """)
    void theSideIsReadFromWords(String text, String side) throws Exception {
        var expected =
                side.isEmpty()
                        ? Optional.<Laterality>empty()
                        : Optional.of(Laterality.valueOf(side));
        assertEquals(expected, Examined.of(study("DX", "", text)).side());
    }

    @Test
    void codesOfSnomedAndTheirMeaningsCount() throws Exception {
        var knee = new Code("72696002", "SCT", "Knee");
        var region = new Code("416775004", "SCT", "");
        var local = new Code("X17", "99LOCAL", "CT lever");
        assertEquals("KNEE", names(Examined.of(study("MR", "HEAD", "", knee))));
        assertEquals("CHEST ABDOMEN PELVIS", names(Examined.of(study("CT", "", "", region))));
        assertEquals("LIVER", names(Examined.of(study("CT", "", "", local))));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    PT\\CT, NUCLEAR
                    CT\\SR, CT
                    XA\\US, ANGIOGRAPHY
                    SR\\KO, ''
                    """)
    void theLeadingKindIsTheKind(String modalities, String kind) throws Exception {
        var set =
                DataSet.builder()
                        .text(Tag.STUDY_INSTANCE_UID, "2.25.1")
                        .text(Tag.MODALITIES_IN_STUDY, modalities.split("\\\\+"))
                        .build();
        var expected =
                kind.isEmpty()
                        ? Optional.<ModalityGroup>empty()
                        : Optional.of(ModalityGroup.valueOf(kind));
        assertEquals(expected, Examined.of(Study.from(set)).kind());
    }

    @Test
    void everyPartHasANameInBothLanguagesAndWords() {
        var named = EnumSet.noneOf(BodyPart.class);
        for (var name : Anatomy.TABLES.names()) named.addAll(name.parts());
        var unnamed = EnumSet.complementOf(named);
        // vessels of the arm are told by the limb and a word for vessels
        assertEquals(EnumSet.of(BodyPart.ARM_VESSELS), unnamed);
        for (var part : BodyPart.values()) {
            for (var locale : List.of(Locale.ENGLISH, Locale.of("nb")))
                assertFalse(part.text(locale).contains("part."), part.name());
        }
        assertNotEquals(BodyPart.KNEE.text(Locale.ENGLISH), BodyPart.KNEE.text(Locale.of("nb")));
    }

    @Test
    void aPartCoversWhatLiesWithinIt() {
        assertTrue(BodyPart.ABDOMEN.covers(BodyPart.BILE_DUCTS));
        assertFalse(BodyPart.BILE_DUCTS.covers(BodyPart.ABDOMEN));
        assertTrue(Arrays.stream(BodyPart.values()).allMatch(p -> p.covers(p)));
        assertFalse(BodyPart.CERVICAL_SPINE.covers(BodyPart.LUMBAR_SPINE));
    }
}
