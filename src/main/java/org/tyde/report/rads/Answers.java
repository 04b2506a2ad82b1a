package org.tyde.report.rads;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was answered so far, in the order of asking. Immutable.
///
/// @param given one for each question
public record Answers(List<Answer> given) {
    /// Nothing answered.
    public static final Answers NONE = new Answers(List.of());

    /// One answer.
    ///
    /// @param question its id
    /// @param option the id of what was chosen
    public record Answer(String question, String option) {}

    /// Copies.
    public Answers {
        given = List.copyOf(given);
    }

    /// @param question its id
    /// @param option what was chosen
    /// @return this with one more
    public Answers with(String question, String option) {
        var more = new ArrayList<>(given);
        more.add(new Answer(question, option));
        return new Answers(more);
    }

    /// @return this without the last one; itself where there is none
    public Answers back() {
        return given.isEmpty() ? this : new Answers(given.subList(0, given.size() - 1));
    }

    /// @param question its id
    /// @return what was chosen
    public Optional<String> to(String question) {
        return given.stream()
                .filter(a -> a.question().equals(question))
                .map(Answer::option)
                .findFirst();
    }
}
