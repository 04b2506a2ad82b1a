package org.tyde.report.check;

import org.tyde.report.Mark;
import org.tyde.report.Section;
import org.tyde.report.sign.SigningCheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Categories of the RADS family are of their scale, the same in findings and conclusion, and, where the fields
/// of a template hold both, follow from their basis: of PI-RADS v2.1 diffusion in the peripheral zone, T2 in
/// the transition zone.
final class CategoryChecks implements Check {
    private static final Pattern CATEGORY =
            Pattern.compile(
                    "(?<!\\p{L})(BI-?RADS|PI-?RADS|LI-?RADS|Lung-?RADS|(?:EU-)?TI-?RADS|O-?RADS|Bosniak)"
                        + "(?:\\s*(?:kategori|category|score|skår|klasse|class))?\\s*:?\\s*"
                        + "(LR-?)?(\\d+|I{1,3}V?F?|IV|V)([A-CFMSX]{0,2})(?![\\p{L}\\d])",
                    Pattern.CASE_INSENSITIVE);

    private record Category(String scale, String value, String text, Sentence sentence, int at) {}

    @Override
    public List<SigningCheck> of(Examined examined) {
        var found = new ArrayList<SigningCheck>();
        var findings = new LinkedHashMap<String, Category>();
        for (var sentence : examined.saying()) {
            for (var category : categories(sentence)) {
                if (!exists(category))
                    found.add(at(CheckKind.CATEGORY_UNKNOWN, category, category.text()));
                if (examined.before(sentence)) continue;
                if (sentence.section() == Section.FINDINGS) highest(findings, category);
                else differs(findings, category).ifPresent(found::add);
            }
        }
        fields(examined, found);
        return found;
    }

    private static List<Category> categories(Sentence sentence) {
        var found = new ArrayList<Category>();
        var match = CATEGORY.matcher(sentence.text());
        while (match.find())
            found.add(
                    new Category(
                            match.group(1).toUpperCase(Locale.ROOT).replace("-", ""),
                            match.group(3).toUpperCase(Locale.ROOT),
                            match.group(),
                            sentence,
                            sentence.start() + match.start()));
        return found;
    }

    private static boolean exists(Category category) {
        if (!category.value().chars().allMatch(Character::isDigit)) return true;
        int value = category.value().length() > 2 ? 99 : Integer.parseInt(category.value());
        return switch (category.scale()) {
            case "BIRADS" -> value <= 6;
            case "PIRADS", "LIRADS", "TIRADS", "EUTIRADS" -> value >= 1 && value <= 5;
            case "LUNGRADS" -> value <= 4;
            case "ORADS" -> value <= 5;
            default -> true;
        };
    }

    private static void highest(Map<String, Category> findings, Category category) {
        findings.merge(
                category.scale(), category, (a, b) -> a.value().compareTo(b.value()) >= 0 ? a : b);
    }

    private static Optional<SigningCheck> differs(
            Map<String, Category> findings, Category category) {
        var there = Optional.ofNullable(findings.get(category.scale()));
        return there.filter(t -> !t.value().equals(category.value()))
                .map(t -> at(CheckKind.CATEGORIES_DIFFER, category, category.text(), t.text()));
    }

    private static SigningCheck at(CheckKind kind, Category category, Object... arguments) {
        return Examined.at(kind, category.sentence().section(), category.at(), arguments);
    }

    /// A field for the category, and those for its parts.
    private static void fields(Examined examined, List<SigningCheck> found) {
        var fields = examined.report().content().fields();
        for (var mark : fields) {
            var field = mark.field().orElseThrow();
            if (!Examined.lower(field.id() + field.label()).matches(".*pi-?rads.*")) continue;
            var said = number(examined, mark);
            if (said.isEmpty()) continue;
            var diffusion = part(examined, fields, "dwi|diffusjon|diffusion");
            var t2 = part(examined, fields, "t2");
            if (diffusion.isEmpty() && t2.isEmpty()) continue;
            if (diffusion.flatMap(m -> number(examined, m)).isEmpty()
                    && t2.flatMap(m -> number(examined, m)).isEmpty()) {
                found.add(mark(CheckKind.CATEGORY_WITHOUT_BASIS, mark, examined.of(mark)));
                continue;
            }
            var zone = part(examined, fields, "sone|zone").map(examined::of).orElse("");
            var follows =
                    zone.isBlank()
                            ? Optional.<Integer>empty()
                            : piRads(
                                    Examined.lower(zone).startsWith("t")
                                            || Examined.lower(zone).startsWith("overgang"),
                                    diffusion.flatMap(m -> number(examined, m)),
                                    t2.flatMap(m -> number(examined, m)));
            if (follows.isPresent()
                    && !follows.equals(said)
                    && !(follows.get() == 3 && said.get() == 4))
                found.add(
                        mark(CheckKind.CATEGORY_AND_BASIS, mark, examined.of(mark), follows.get()));
        }
    }

    private static Optional<Integer> piRads(
            boolean transition, Optional<Integer> diffusion, Optional<Integer> t2) {
        if (!transition) return diffusion;
        // PI-RADS v2.1: T2 2 with diffusion 4 or 5 is 3, T2 3 with diffusion 5 is 4
        if (t2.isEmpty()) return t2;
        int d = diffusion.orElse(0);
        if (t2.get() == 2 && d >= 4) return Optional.of(3);
        if (t2.get() == 3 && d == 5) return Optional.of(4);
        return t2;
    }

    private static Optional<Mark> part(Examined examined, List<Mark> fields, String label) {
        var pattern = Pattern.compile("(?<!\\p{L})(?:" + label + ")", Pattern.CASE_INSENSITIVE);
        return fields.stream()
                .filter(m -> pattern.matcher(m.field().orElseThrow().label()).find())
                .filter(m -> !m.open(examined.text(m.section())))
                .findFirst();
    }

    private static Optional<Integer> number(Examined examined, Mark mark) {
        if (mark.open(examined.text(mark.section()))) return Optional.empty();
        var digits = Pattern.compile("\\d").matcher(examined.of(mark));
        return digits.find() ? Optional.of(Integer.parseInt(digits.group())) : Optional.empty();
    }

    private static SigningCheck mark(CheckKind kind, Mark mark, Object... arguments) {
        return Examined.at(kind, mark.section(), mark.start(), arguments);
    }
}
