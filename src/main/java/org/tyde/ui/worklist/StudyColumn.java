package org.tyde.ui.worklist;

import org.tyde.worklist.WorklistRow;

import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// A column of the list.
///
/// @param id its name in style sheets and messages
/// @param width px at a text of 13 px
/// @param text what its cell says
/// @param order how rows are put in order by it, in the language now
record StudyColumn(
        String id,
        double width,
        BiFunction<StudyTexts, WorklistRow, String> text,
        Function<StudyTexts, Comparator<WorklistRow>> order) {
    /// The column that says in a sign whether a study opens at once.
    static final String READY = "ready";

    /// The column that says who wrote what waits; there while one looks for that.
    static final String WAITS = "waits";

    /// All columns, from the left.
    static final List<StudyColumn> ALL =
            List.of(
                    numbers(READY, 44, StudyTexts::readyMark, r -> r.ready() ? 0 : 1),
                    numbers("priority", 96, StudyTexts::priority, StudyTexts::rank),
                    by("status", 152, StudyTexts::status, Comparator.comparing(r -> r.status())),
                    words("name", 208, (t, r) -> t.name(r.study().patient())),
                    words(WAITS, 196, (t, r) -> t.waits(r)),
                    words("national_id", 108, (t, r) -> t.nationalId(r.study().patient())),
                    numbers(
                            "age",
                            56,
                            (t, r) -> t.age(r.study()),
                            r -> StudyTexts.ageDays(r.study())),
                    by(
                            "when",
                            128,
                            (t, r) -> t.dateTime(r.study()),
                            Comparator.comparing(r -> StudyTexts.when(r.study()))),
                    words("modality", 64, (t, r) -> t.modalities(r.study())),
                    words("description", 208, (t, r) -> t.description(r.study())),
                    words("body_part", 92, (t, r) -> t.bodyPart(r.study())),
                    words("hospital", 220, (t, r) -> t.hospital(r.study())),
                    words("referrer", 212, (t, r) -> t.referringUnit(r.study())),
                    numbers(
                            "images",
                            64,
                            (t, r) -> t.images(r.study()),
                            r -> r.study().instanceCount()));

    private static StudyColumn words(
            String id, double width, BiFunction<StudyTexts, WorklistRow, String> text) {
        return new StudyColumn(
                id,
                width,
                text,
                texts -> Comparator.comparing(row -> text.apply(texts, row), texts.collator()));
    }

    private static StudyColumn numbers(
            String id,
            double width,
            BiFunction<StudyTexts, WorklistRow, String> text,
            ToLongFunction<WorklistRow> number) {
        return by(id, width, text, Comparator.comparingLong(number));
    }

    private static StudyColumn by(
            String id,
            double width,
            BiFunction<StudyTexts, WorklistRow, String> text,
            Comparator<WorklistRow> order) {
        return new StudyColumn(id, width, text, _ -> order);
    }

    /// @return the message key of its heading
    String key() {
        return "column." + id;
    }
}
