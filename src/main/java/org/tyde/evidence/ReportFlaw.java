package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.DicomFormatException;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Reason;
import org.tyde.refusal.Sentences;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What is wrong with a structured report that claims to be a TID 2000 report. What the judges of SR do not
/// look for is looked for here too.
public enum ReportFlaw implements Reason {
    /// No Content Template Sequence (0040,A504): nobody can tell what it is.
    NO_TEMPLATE("PS3.3 C.18.8"),
    /// No language (121049), which TID 2000 requires.
    NO_LANGUAGE("PS3.16 TID 1204"),
    /// The title is none of CID 7000.
    FOREIGN_TITLE("PS3.16 CID 7000"),
    /// Verified, and no Verifying Observer (0040,A073) (PS3.3 C.17.2).
    VERIFIED_BY_NOBODY("PS3.3 C.17.2"),
    /// An observer's type is told and not the name (TID 1003).
    OBSERVER_WITHOUT_NAME("PS3.16 TID 1003"),
    /// An image in the text is in no evidence sequence (PS3.3 C.17.2.2).
    IMAGE_NOT_IN_EVIDENCE("PS3.3 C.17.2.3"),
    /// No Performed Procedure Code Sequence (0040,A372), not even an empty one.
    NO_PROCEDURE_SEQUENCE("PS3.3 C.17.2"),
    /// Nothing is found.
    NO_FINDINGS("PS3.16 CID 7001"),
    /// Nothing is concluded.
    NO_CONCLUSION("PS3.16 CID 7001"),
    /// A finding has both an image and a number.
    NUMBER_AND_IMAGE("PS3.16 TID 2001");

    private static final int DEEPEST = 16;
    private static final Set<String> TITLES =
            Set.of(
                    "18748-4", "11528-7", "18747-6", "18755-9", "18760-9", "18782-3", "18757-5",
                    "18758-3", "11538-6", "11540-2", "11539-4", "11541-0", "18756-7");

    private final String rule;

    ReportFlaw(String rule) {
        this.rule = rule;
    }

    /// @return where the standard says so
    public String rule() {
        return rule;
    }

    /// @param document a structured report
    /// @return its flaws, in order
    /// @throws DicomFormatException malformed
    public static Set<ReportFlaw> of(DataSet document) throws DicomFormatException {
        var flaws = EnumSet.noneOf(ReportFlaw.class);
        var template = document.item(Tag.CONTENT_TEMPLATE_SEQUENCE);
        if (template.isEmpty()) flaws.add(NO_TEMPLATE);
        var title = document.code(Tag.CONCEPT_NAME_CODE_SEQUENCE);
        if (title.filter(t -> t.scheme().equals("LN") && TITLES.contains(t.value())).isEmpty())
            flaws.add(FOREIGN_TITLE);
        if (!holds(document, Concepts.LANGUAGE)) flaws.add(NO_LANGUAGE);
        if (holds(document, Concepts.OBSERVER_TYPE) && !holds(document, Concepts.OBSERVER_NAME))
            flaws.add(OBSERVER_WITHOUT_NAME);
        if (DocumentState.of(document) == DocumentState.SIGNED
                && document.item(Tag.VERIFYING_OBSERVER_SEQUENCE).isEmpty())
            flaws.add(VERIFIED_BY_NOBODY);
        if (!document.has(Tag.PERFORMED_PROCEDURE_CODE_SEQUENCE)) flaws.add(NO_PROCEDURE_SEQUENCE);
        if (mixed(document, 0)) flaws.add(NUMBER_AND_IMAGE);
        said(document, flaws);
        return flaws;
    }

    /// @param locale the reader's language
    /// @return one sentence
    public String sentence(Locale locale) {
        return Sentences.text(ReportFlaw.class, "reason." + name(), locale);
    }

    private static void said(DataSet document, Set<ReportFlaw> flaws) throws DicomFormatException {
        var read = ReadDocument.of(document);
        var evidence = new HashSet<String>();
        read.evidence().forEach(e -> evidence.add(e.sopUid()));
        read.otherEvidence().forEach(e -> evidence.add(e.sopUid()));
        var titles = new ArrayList<Code>();
        for (var section : read.sections()) {
            titles.add(section.title());
            for (var image : section.images())
                if (!evidence.contains(image.sopUid())) flaws.add(IMAGE_NOT_IN_EVIDENCE);
        }
        if (says(titles, Concepts.ADDENDUM)) return;
        if (!says(titles, Concepts.FINDINGS)) flaws.add(NO_FINDINGS);
        if (!says(titles, Concepts.CONCLUSIONS) && !says(titles, Concepts.IMPRESSIONS))
            flaws.add(NO_CONCLUSION);
    }

    /// A text takes images or numbers, never both.
    private static boolean mixed(DataSet item, int depth) throws DicomFormatException {
        boolean image = false;
        boolean number = false;
        for (var one : item.sequence(Tag.CONTENT_SEQUENCE)) {
            var type = one.textOr(Tag.VALUE_TYPE, "");
            image |= type.equals("IMAGE");
            number |= type.equals("NUM");
            if (depth < DEEPEST && mixed(one, depth + 1)) return true;
        }
        return image && number;
    }

    private static boolean says(List<Code> titles, Code section) {
        return titles.stream().anyMatch(section::same);
    }

    private static boolean holds(DataSet document, Code concept) throws DicomFormatException {
        for (var item : document.sequence(Tag.CONTENT_SEQUENCE))
            if (item.code(Tag.CONCEPT_NAME_CODE_SEQUENCE).filter(concept::same).isPresent())
                return true;
        return false;
    }
}
