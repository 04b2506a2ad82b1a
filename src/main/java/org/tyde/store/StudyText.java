package org.tyde.store;

import org.tyde.dicom.Code;
import org.tyde.refusal.Refusal;
import org.tyde.study.NationalId;
import org.tyde.study.Patient;
import org.tyde.study.PatientId;
import org.tyde.study.Study;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the index keeps of a study that tells of a person: one value in a row, so that it can be sealed as
/// one. An absent text is an empty one.
///
/// @param folded what a search reads, each word begun by a space
/// @param otherIds [Lists] of the patient's other ids
/// @param codes [Lists] of what was examined
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
        String folded,
        String otherIds,
        String codes) {

    private static final int AT_FIRST = 11;
    private static final int ALL = 13;

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
                folded(study),
                Lists.ofIds(patient.otherIds()),
                Lists.ofCodes(study.codes()));
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
                later.folded.length() > folded.length() ? later.folded : folded,
                first(otherIds, later.otherIds),
                first(codes, later.codes));
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

    /// The last two were not kept at first; where they are missing they are empty.
    ///
    /// @throws Refusal not what [#packed] makes
    static StudyText unpacked(byte[] packed) throws Refusal {
        var bytes = ByteBuffer.wrap(packed);
        var texts = new String[ALL];
        Arrays.fill(texts, "");
        for (int i = 0; i < ALL && (i < AT_FIRST || bytes.hasRemaining()); i++) {
            int length = bytes.remaining() < Integer.BYTES ? -1 : bytes.getInt();
            if (length < 0 || length > bytes.remaining())
                throw new Refusal(StoreReason.DATABASE_FAILED, "index.db", "a study's text is cut");
            texts[i] = new String(packed, bytes.position(), length, StandardCharsets.UTF_8);
            bytes.position(bytes.position() + length);
        }
        return new StudyText(
                texts[0], texts[1], texts[2], texts[3], texts[4], texts[5], texts[6], texts[7],
                texts[8], texts[9], texts[10], texts[11], texts[12]);
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
                folded,
                otherIds,
                codes);
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

    /// Ids and codes of a study as one text each: U+001F between the parts of one, U+001E between two. Neither can
    /// stand in a DICOM text (PS3.5 6.1.3), so nothing is escaped; where one does, it is left out.
    static final class Lists {
        private static final String PART = "\u001f";
        private static final String ITEM = "\u001e";

        private Lists() {}

        static String ofIds(List<PatientId> ids) {
            return ids.stream()
                    .map(id -> plain(id.value()) + PART + plain(id.issuer().orElse("")))
                    .collect(Collectors.joining(ITEM));
        }

        static List<PatientId> ids(String kept) {
            return items(kept, 2).stream()
                    .map(p -> new PatientId(p[0], Optional.of(p[1]).filter(i -> !i.isEmpty())))
                    .toList();
        }

        static String ofCodes(List<Code> codes) {
            return codes.stream()
                    .map(
                            c ->
                                    plain(c.value())
                                            + PART
                                            + plain(c.scheme())
                                            + PART
                                            + plain(c.meaning()))
                    .collect(Collectors.joining(ITEM));
        }

        static List<Code> codes(String kept) {
            return items(kept, 3).stream().map(p -> new Code(p[0], p[1], p[2])).toList();
        }

        private static List<String[]> items(String kept, int parts) {
            if (kept.isEmpty()) return List.of();
            return Arrays.stream(kept.split(ITEM, -1))
                    .map(item -> item.split(PART, -1))
                    .filter(split -> split.length == parts)
                    .toList();
        }

        private static String plain(String text) {
            return text.replaceAll("[" + PART + ITEM + "]", "");
        }
    }
}
