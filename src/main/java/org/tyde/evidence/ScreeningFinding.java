package org.tyde.evidence;

import org.tyde.dicom.Code;
import org.tyde.dicom.DataSet;
import org.tyde.evidence.content.ContentItem;
import org.tyde.evidence.content.ContentValue;
import org.tyde.study.Laterality;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a reader of mammography screening says in codes beside the text, after TID 2002 (PS3.16): a coded
/// Finding (121071, DCM), of a breast with its Finding Site (363698007, SCT). The standard has no code for the
/// scores of BreastScreen Norway: they are in a scheme of our own.
public sealed interface ScreeningFinding {
    /// How likely cancer is in one breast, as a reader judges it: 1 negative, 2 probably benign, 3 intermediate
    /// suspicion, 4 probably malignant, 5 high suspicion of malignancy. From 2 on it goes to consensus.
    ///
    /// @param side right or left
    /// @param value 1 to 5
    record Score(Laterality side, int value) implements ScreeningFinding {
        private static final List<String> MEANINGS =
                List.of(
                        "negative",
                        "probably benign",
                        "intermediate suspicion",
                        "probably malignant",
                        "high suspicion of malignancy");

        /// @throws IllegalArgumentException for both sides, or another number
        public Score {
            if (side == Laterality.BOTH || value < 1 || value > MEANINGS.size())
                throw new IllegalArgumentException("no score: " + side + " " + value);
        }

        /// @return whether nothing is to be discussed
        public boolean negative() {
            return value == 1;
        }

        @Override
        public Code option() {
            return new Code(
                    "screening-" + side.name().toLowerCase(Locale.ROOT) + "-" + value,
                    DocumentParts.OURS,
                    site().meaning() + ": " + said());
        }

        private Code site() {
            return side == Laterality.RIGHT
                    ? new Code("73056007", "SCT", "Right breast")
                    : new Code("80248007", "SCT", "Left breast");
        }

        private String said() {
            return "Screening score " + value + ", " + MEANINGS.get(value - 1);
        }

        private Code coded() {
            return new Code("screening-score-" + value, DocumentParts.OURS, said());
        }
    }

    /// The images are technically inadequate and should be taken again.
    record Retake() implements ScreeningFinding {
        @Override
        public Code option() {
            return new Code(
                    "screening-retake", DocumentParts.OURS, "Technically inadequate, retake");
        }
    }

    /// What becomes of the examination.
    enum Outcome implements ScreeningFinding {
        /// Nothing is done before the next round.
        NEGATIVE("screening-negative", "Screening outcome: negative"),
        /// A reader wants it discussed.
        TO_CONSENSUS("screening-to-consensus", "Screening outcome: to consensus"),
        /// The woman is asked to come for assessment.
        RECALL("screening-recall", "Screening outcome: recall for assessment");

        private final String value;
        private final String meaning;

        Outcome(String value, String meaning) {
            this.value = value;
            this.meaning = meaning;
        }

        @Override
        public Code option() {
            return new Code(value, DocumentParts.OURS, meaning);
        }
    }

    /// @return the code of the template's option that says it
    Code option();

    /// @param option code of a template's option
    /// @return what it says, empty for any other code
    static Optional<ScreeningFinding> of(Code option) {
        return all().stream().filter(f -> f.option().same(option)).findFirst();
    }

    /// @return all that can be said
    static List<ScreeningFinding> all() {
        var all = new ArrayList<ScreeningFinding>();
        for (var side : List.of(Laterality.RIGHT, Laterality.LEFT))
            for (int value = 1; value <= Score.MEANINGS.size(); value++)
                all.add(new Score(side, value));
        all.add(new Retake());
        all.addAll(List.of(Outcome.values()));
        return List.copyOf(all);
    }

    /// @return as an item of the section it stands in
    default DataSet item() {
        return switch (this) {
            case Score score ->
                    ContentItems.code(
                            DocumentParts.CONTAINS,
                            Concepts.FINDING,
                            score.coded(),
                            ContentItems.code(
                                    DocumentParts.MODIFIER,
                                    MeasurementConcepts.SITE,
                                    score.site()));
            case Retake _, Outcome _ ->
                    ContentItems.code(DocumentParts.CONTAINS, Concepts.FINDING, option());
        };
    }

    /// @param item of a report
    /// @return what it says; empty for any other item, and for a score without a side
    static Optional<ScreeningFinding> read(ContentItem item) {
        if (!item.is(Concepts.FINDING)
                || !(item.value() instanceof ContentValue.Coded(var said))
                || !said.scheme().equals(DocumentParts.OURS)) return Optional.empty();
        var site =
                item.child(MeasurementConcepts.SITE)
                        .map(ContentItem::value)
                        .flatMap(
                                v ->
                                        v instanceof ContentValue.Coded(var code)
                                                ? Optional.of(code)
                                                : Optional.empty());
        return all().stream()
                .filter(
                        f ->
                                switch (f) {
                                    case Score score ->
                                            score.coded().same(said)
                                                    && site.filter(score.site()::same).isPresent();
                                    case Retake _, Outcome _ -> f.option().same(said);
                                })
                .findFirst();
    }
}
