package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.study.NationalId;
import org.tyde.study.Patient;
import org.tyde.study.Study;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What the index keeps of a study that tells of a person: one value in a row, so that it can be sealed as
/// one. An absent text is an empty one.
///
/// @param folded what a search reads, each word begun by a space
record StudyText(
        String patientId,
        String issuer,
        String name,
        String birthDate,
        String sex,
        String nationalId,
        String accession,
        String description,
        String institution,
        String referringUnit,
        String folded) {

    static StudyText of(Study study) {
        var patient = study.patient();
        return new StudyText(
                patient.id().value(),
                patient.id().issuer().orElse(""),
                patient.name().encoded(),
                patient.birthDate().map(LocalDate::toString).orElse(""),
                patient.sex().map(Enum::name).orElse(""),
                patient.nationalId().map(NationalId::digits).orElse(""),
                study.accession(),
                study.description(),
                study.institution().orElse(""),
                study.referringUnit().orElse(""),
                folded(study));
    }

    /// This, and where it says nothing what a later instance says.
    StudyText filledBy(StudyText later) {
        return new StudyText(
                patientId,
                first(issuer, later.issuer),
                name,
                birthDate,
                sex,
                first(nationalId, later.nationalId),
                first(accession, later.accession),
                first(description, later.description),
                first(institution, later.institution),
                first(referringUnit, later.referringUnit),
                later.folded.length() > folded.length() ? later.folded : folded);
    }

    private static String first(String one, String other) {
        return one.isEmpty() ? other : one;
    }

    /// Whether the other cannot be of the same patient. An issuer that is not said does not part them.
    boolean ofAnotherThan(StudyText other) {
        return differ(patientId, issuer, other.patientId, other.issuer);
    }

    /// Whether it cannot be of this patient.
    boolean ofAnotherThan(Patient patient) {
        var id = patient.id();
        return differ(patientId, issuer, id.value(), id.issuer().orElse(""));
    }

    /// Whether two patients cannot be one.
    static boolean differ(Patient one, Patient other) {
        return differ(
                one.id().value(),
                one.id().issuer().orElse(""),
                other.id().value(),
                other.id().issuer().orElse(""));
    }

    private static boolean differ(String id, String issuer, String otherId, String otherIssuer) {
        return !id.equals(otherId)
                || !issuer.equals(otherIssuer) && !issuer.isEmpty() && !otherIssuer.isEmpty();
    }

    boolean matches(List<String> words) {
        for (var word : words) if (!folded.contains(" " + word)) return false;
        return true;
    }

    /// As bytes: the length of each text in UTF-8, big endian, and the text.
    byte[] packed() {
        var texts = new ArrayList<byte[]>();
        int length = 0;
        for (var text : parts()) {
            var bytes = text.getBytes(StandardCharsets.UTF_8);
            texts.add(bytes);
            length += Integer.BYTES + bytes.length;
        }
        var packed = ByteBuffer.allocate(length);
        for (var text : texts) packed.putInt(text.length).put(text);
        return packed.array();
    }

    /// @throws Refusal not what [#packed] makes
    static StudyText unpacked(byte[] packed) throws Refusal {
        var bytes = ByteBuffer.wrap(packed);
        var texts = new String[11];
        for (int i = 0; i < texts.length; i++) {
            int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
            if (length < 0 || length > bytes.remaining())
                throw new Refusal(StoreReason.DATABASE_FAILED, "index.db", "a study's text is cut");
            texts[i] = new String(packed, bytes.position(), length, StandardCharsets.UTF_8);
            bytes.position(bytes.position() + length);
        }
        return new StudyText(
                texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7],
                texts[8], texts[9], texts[10]);
    }

    private List<String> parts() {
        return List.of(
                patientId,
                issuer,
                name,
                birthDate,
                sex,
                nationalId,
                accession,
                description,
                institution,
                referringUnit,
                folded);
    }

    private static String folded(Study study) {
        var name = study.patient().name();
        var words =
                String.join(
                        " ",
                        name.encoded(),
                        name.display(),
                        study.patient().id().value(),
                        study.patient().nationalId().map(NationalId::digits).orElse(""),
                        study.accession(),
                        study.description(),
                        study.bodyPart().orElse(""));
        return " " + Folding.fold(words).replaceAll("[,()/-]+", " ").toLowerCase(Locale.ROOT);
    }
}
