package org.tyde.report.rads;

import java.util.ArrayList;
import java.util.List;

/// Every way through a calculator.
final class Walked {
    private Walked() {}

    /// One way.
    record Way(Answers answers, Step end) {}

    static List<Way> ways(Calculator calculator) {
        var ways = new ArrayList<Way>();
        walk(calculator, Answers.NONE, ways);
        return ways;
    }

    private static void walk(Calculator calculator, Answers so, List<Way> ways) {
        switch (calculator.after(so)) {
            case Step.Ask(var question, var options) ->
                    options.forEach(o -> walk(calculator, so.with(question, o), ways));
            case Step.Found found -> ways.add(new Way(so, found));
            case Step.NoRow none -> ways.add(new Way(so, none));
        }
    }

    /// `a=b c=d -> category advice`, `-` for nothing, `none` where there is no row.
    static String line(Way way) {
        var said = new StringBuilder();
        for (var answer : way.answers().given())
            said.append(answer.question()).append('=').append(answer.option()).append(' ');
        return said
                + switch (way.end()) {
                    case Step.Found(var category, var advice, _, boolean confirmed) ->
                            "-> "
                                    + category.orElse("-")
                                    + (confirmed ? " " : "? ")
                                    + advice.orElse("-");
                    case Step.NoRow() -> "-> no row";
                    case Step.Ask ask -> throw new IllegalStateException(ask.toString());
                };
    }
}
