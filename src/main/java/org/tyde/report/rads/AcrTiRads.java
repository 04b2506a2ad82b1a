package org.tyde.report.rads;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// ACR TI-RADS (Tessler et al., J Am Coll Radiol 2017; 14:587), Figure 1: points of five categories, level by their
/// sum, advice by level and size. A spongiform nodule takes no more points. The figure has no level for 1 point.
final class AcrTiRads implements Calculator {
    static final Calculator V2017 = new AcrTiRads();

    private record Category(String id, List<String> options, Map<String, Integer> points) {}

    private static final List<Category> CATEGORIES =
            List.of(
                    category("composition cystic=0 spongiform=0 mixed=1 solid=2"),
                    category("echogenicity anechoic=0 iso-hyper=1 hypo=2 very-hypo=3"),
                    category("shape wider=0 taller=3"),
                    category("margin smooth=0 ill-defined=0 lobulated=2 extension=3"),
                    category("macrocalcifications no=0 yes=1"),
                    category("rim no=0 yes=2"),
                    category("punctate no=0 yes=3"));

    /// Advice by level and size.
    static final DecisionTable LEVELS =
            new DecisionTable(
                    """
                    level | size   | category | advice
                    1     | *      | TR1      | no-fna
                    2     | *      | TR2      | no-fna
                    3     | <15    | TR3      | below-threshold
                    3     | 15-<25 | TR3      | follow
                    3     | >=25   | TR3      | fna
                    4     | <10    | TR4      | below-threshold
                    4     | 10-<15 | TR4      | follow
                    4     | >=15   | TR4      | fna
                    5     | <5     | TR5      | below-threshold
                    5     | 5-<10  | TR5      | follow
                    5     | >=10   | TR5      | fna
                    """);

    private AcrTiRads() {}

    private static Category category(String line) {
        var words = List.of(line.split(" "));
        var options = words.stream().skip(1).map(w -> w.split("=")[0]).toList();
        var points = new java.util.HashMap<String, Integer>();
        for (var word : words.subList(1, words.size()))
            points.put(word.split("=")[0], Integer.valueOf(word.split("=")[1]));
        return new Category(words.getFirst(), options, Map.copyOf(points));
    }

    @Override
    public String id() {
        return "acrtirads";
    }

    @Override
    public String source() {
        return "ACR TI-RADS 2017, J Am Coll Radiol 14:587, Fig. 1";
    }

    @Override
    public Step after(Answers answers) {
        int sum = 0;
        for (var category : CATEGORIES) {
            var answer = answers.to(category.id());
            if (answer.isEmpty()) return new Step.Ask(category.id(), category.options());
            sum += category.points().getOrDefault(answer.get(), 0);
            if (answer.get().equals("spongiform")) break;
        }
        var level = level(sum);
        if (level.isEmpty()) return new Step.NoRow();
        var next = LEVELS.after(answers.with("level", level.get()));
        return next instanceof Step.Found(var category, var advice, _, boolean confirmed)
                ? new Step.Found(category, advice, Optional.of(sum), confirmed)
                : next;
    }

    private static Optional<String> level(int sum) {
        return switch (sum) {
            case 0 -> Optional.of("1");
            case 1 -> Optional.empty();
            case 2 -> Optional.of("2");
            case 3 -> Optional.of("3");
            case 4, 5, 6 -> Optional.of("4");
            default -> Optional.of("5");
        };
    }
}
