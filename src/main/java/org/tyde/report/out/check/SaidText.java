package org.tyde.report.out.check;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.evidence.DocumentSection;
import org.tyde.evidence.ReadDocument;
import org.tyde.refusal.Refusal;

import java.util.List;
import java.util.Optional;

/// What a structured report says, against which its other forms are held.
///
/// @param sopUid SOP Instance UID
/// @param patientId Patient ID (0010,0020)
/// @param texts of its sections
record SaidText(String sopUid, String patientId, List<String> texts) {
    private static final int QUOTED = 40;
    private static final char LACKING = '?';

    static SaidText of(DataSet report) throws DicomFormatException {
        var document = ReadDocument.of(report);
        return new SaidText(
                document.sopUid(),
                report.textOr(Tag.PATIENT_ID, ""),
                document.sections().stream()
                        .map(DocumentSection::text)
                        .filter(t -> !t.isBlank())
                        .toList());
    }

    /// White space does not count: forms break their lines otherwise. A question mark stands for a character that
    /// a form's font lacks.
    ///
    /// @param text all words of a form
    /// @return what is wrong, where a section is not in it word for word
    Optional<Refusal> missingIn(String text) {
        var said = bare(text);
        for (var one : texts)
            if (!contains(said, bare(one)))
                return Optional.of(new Refusal(FormFlaw.OTHER_TEXT, quoted(one)));
        return Optional.empty();
    }

    private static String quoted(String text) {
        var line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= QUOTED ? line : line.substring(0, QUOTED) + "…";
    }

    private static String bare(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cc}]+", "");
    }

    private static boolean contains(String text, String part) {
        if (text.contains(part)) return true;
        if (text.indexOf(LACKING) < 0) return false;
        for (int i = 0; i + part.length() <= text.length(); i++)
            if (matches(text, i, part)) return true;
        return false;
    }

    private static boolean matches(String text, int at, String part) {
        for (int i = 0; i < part.length(); i++) {
            char c = text.charAt(at + i);
            if (c != part.charAt(i) && c != LACKING) return false;
        }
        return true;
    }
}
