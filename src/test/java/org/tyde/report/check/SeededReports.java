package org.tyde.report.check;

import org.tyde.dicom.PersonName;
import org.tyde.report.Field;
import org.tyde.report.Mark;
import org.tyde.report.Meaning;
import org.tyde.report.Section;
import org.tyde.report.check.Regions.Pair;
import org.tyde.report.check.Regions.Region;
import org.tyde.study.Laterality;
import org.tyde.study.Sex;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/// Makes reports of sentences over regions of the body, and puts one error into each where asked. The same seed
/// makes the same reports.
final class SeededReports {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);
    private static final LocalDate PRIOR = LocalDate.of(2025, 2, 12);

    private final Random random;
    private final Regions regions;
    private final boolean norwegian;

    SeededReports(long seed, Regions regions) {
        random = new Random(seed);
        this.regions = regions;
        norwegian = regions.language().equals("nb");
    }

    /// A report as it is being made: sentences still apart.
    private final class Draft {
        final WrittenCase written = new WrittenCase();
        final Region region;
        final boolean right = random.nextBoolean();
        final int size = 11 + random.nextInt(27);
        final List<String> findings = new ArrayList<>();
        final List<String> conclusion = new ArrayList<>();
        Pair pair;

        Draft(Region region) {
            this.region = region;
            pair = pick(region.findings());
            written.examination = fill(region.examination(), right);
            if (region.sided()) written.sides.add(right ? Laterality.RIGHT : Laterality.LEFT);
            written.sex =
                    region.sex()
                            .map(s -> s.equals("F") ? Sex.FEMALE : Sex.MALE)
                            .orElse(random.nextBoolean() ? Sex.FEMALE : Sex.MALE);
            written.priors.add(PRIOR);
            written.priors.add(LocalDate.of(2024, 5, 3));
            var normal = new ArrayList<>(region.normal());
            Collections.shuffle(normal, random);
            findings.addAll(normal.subList(0, Math.min(3, normal.size())));
            removeDenialsOf(pair);
            findings.add(random.nextInt(findings.size() + 1), fill(pair.finding(), right));
            conclusion.add(fill(pair.conclusion(), right));
            if (pair.finding().contains("{n}"))
                written.measured.add(
                        new Surroundings.Value(
                                "m1",
                                size + 0.2,
                                "mm",
                                region.sided()
                                        ? Optional.of(right ? Laterality.RIGHT : Laterality.LEFT)
                                        : Optional.empty()));
        }

        /// A template's normal sentence about what is found is taken out, as a radiologist does.
        private void removeDenialsOf(Pair found) {
            var words = norwegian ? Vocabulary.NORWEGIAN : Vocabulary.ENGLISH;
            var kinds = words.all("finding", fill(found.finding(), true));
            findings.removeIf(
                    f ->
                            words.all("finding", f).stream()
                                    .anyMatch(
                                            h ->
                                                    kinds.stream()
                                                            .anyMatch(
                                                                    k ->
                                                                            k.meaning()
                                                                                    .equals(
                                                                                            h
                                                                                                    .meaning()))));
            if (findings.isEmpty())
                findings.add(norwegian ? "Ellers normalt." : "Otherwise normal.");
        }

        String fill(String sentence, boolean asRight) {
            var side = side(asRight);
            return sentence.replace("{s}", side)
                    .replace(
                            "{S}",
                            side.substring(0, 1).toUpperCase(Locale.ROOT) + side.substring(1))
                    .replace("{o}", side(!asRight))
                    .replace("{n}", String.valueOf(size));
        }

        WrittenCase done() {
            return written.says(Section.FINDINGS, String.join(" ", findings))
                    .says(Section.IMPRESSION, String.join(" ", conclusion));
        }
    }

    private String side(boolean right) {
        return norwegian ? right ? "høyre" : "venstre" : right ? "right" : "left";
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Draft draft() {
        return new Draft(pick(regions.all()));
    }

    private Draft draft(java.util.function.Predicate<Region> with) {
        return new Draft(pick(regions.all().stream().filter(with).toList()));
    }

    /// Without error; with sentences that tempt.
    WrittenCase clean() {
        var draft = draft();
        var tempting = new ArrayList<>(draft.region.tempting());
        Collections.shuffle(tempting, random);
        for (var sentence : tempting.subList(0, Math.min(2, tempting.size())))
            draft.findings.add(
                    random.nextInt(draft.findings.size() + 1), draft.fill(sentence, draft.right));
        if (random.nextInt(3) == 0)
            draft.written.says(
                    Section.COMPARISON,
                    norwegian ? "Sammenlignet med CT 12.02.2025." : "Compared with CT 12.02.2025.");
        if (random.nextInt(4) == 0 && !draft.region.denials().isEmpty()) {
            var denial = pick(draft.region.denials());
            draft.removeDenialsOf(denial);
            if (!sameFinding(denial, draft.pair))
                draft.conclusion.add(draft.fill(denial.conclusion(), true));
        }
        return draft.done();
    }

    private boolean sameFinding(Pair one, Pair other) {
        var words = norwegian ? Vocabulary.NORWEGIAN : Vocabulary.ENGLISH;
        var kinds = words.all("finding", one.conclusion());
        return words.all("finding", other.finding().replace("{s}", side(true))).stream()
                .anyMatch(h -> kinds.stream().anyMatch(k -> k.meaning().equals(h.meaning())));
    }

    /// With one error.
    WrittenCase with(SeededError error) {
        return switch (error) {
            case OPEN_REQUIRED_FIELD -> openField();
            case BRACKET_LEFT ->
                    more(norwegian ? "Milten måler [mål] mm." : "The spleen measures [size] mm.");
            case CONCLUSION_MISSING -> {
                var c = draft().done();
                c.text.remove(Section.IMPRESSION);
                yield c;
            }
            case SIDE_OF_EXAMINATION -> swapped(draft(Region::sided), true);
            case SIDE_OF_CONCLUSION -> swapped(sidedPair(), false);
            case SIDE_IN_ORDER -> {
                var d = draft(Region::sided);
                d.written.says(
                        Section.ORDER,
                        (norwegian ? "Smerter, " : "Pain, ") + side(!d.right) + " side.");
                yield d.done();
            }
            case ORGAN_OF_OTHER_SEX -> organ();
            case TENFOLD -> sized(d -> d.size + " mm", d -> d.size + " cm");
            case DECIMAL_LOST -> sized(d -> d.size + " mm", d -> d.size * 10 + " mm");
            case DIGITS_SWAPPED -> digits();
            case SIZE_OF_CONCLUSION -> sizeOfConclusion();
            case UNCHANGED_THOUGH_LARGER -> unchanged();
            case NOT_LOST_IN_CONCLUSION -> denied(false);
            case NOT_ADDED_IN_CONCLUSION -> denied(true);
            case NOT_LOST_IN_FINDINGS -> lost();
            case DENIED_TWICE ->
                    more(norwegian ? "Det ses ikke ingen ascites." : "There is not no ascites.");
            case CUT_OFF -> cut();
            case DOTS -> more(norwegian ? "Milten er ..." : "The spleen is ...");
            case UNHEARD ->
                    more(
                            norwegian
                                    ? "Milten er [uforståelig] stor."
                                    : "The spleen is [unintelligible] large.");
            case MICROPHONE_ON -> {
                var c = draft().done();
                c.listening = true;
                yield c;
            }
            case IMAGES_NOT_ALL_HERE -> {
                var c = draft().done();
                c.received = 80;
                yield c;
            }
            case IMAGES_NOT_SEEN -> {
                var c = draft().done();
                c.neverShown = 1 + random.nextInt(40);
                yield c;
            }
            case PRIOR_TO_COME -> compared(WrittenCase.TODAY.plusDays(30 + random.nextInt(300)));
            case PRIOR_OF_WRONG_DAY ->
                    compared(PRIOR.plusYears(random.nextInt(2)).minusDays(1 + random.nextInt(200)));
            case NUMBER_OF_ANOTHER ->
                    more((norwegian ? "Gjelder " : "Concerning ") + "15076500565.");
            case NAME_OF_ANOTHER -> {
                var d = draft();
                d.written.others.add(PersonName.parse("Nordmann^Ola"));
                d.findings.addFirst(
                        norwegian
                                ? "Ola Nordmann: Normale forhold for alderen."
                                : "Ola Nordmann: Normal for age.");
                yield d.done();
            }
            case AGE_OF_ANOTHER ->
                    more(
                            norwegian
                                    ? "31 år gammel pasient med smerter."
                                    : "31-year-old patient with pain.");
            case WORD_TWICE -> wordTwice();
            case SENTENCE_TWICE -> {
                var d = draft();
                d.findings.add(
                        d.findings.getFirst()
                                + " "
                                + (norwegian
                                        ? "Ingen andre funn av betydning."
                                        : "No other findings of importance."));
                d.findings.add(
                        norwegian
                                ? "Ingen andre funn av betydning."
                                : "No other findings of importance.");
                yield d.done();
            }
            case CATEGORY_OF_CONCLUSION -> categories();
            case MEASUREMENT_MOVED -> taken(2.4, true);
            case MEASUREMENT_DELETED -> taken(0, false);
        };
    }

    private WrittenCase more(String sentence) {
        var d = draft();
        d.findings.add(random.nextInt(d.findings.size() + 1), sentence);
        return d.done();
    }

    private WrittenCase openField() {
        var d = draft();
        var c = d.done();
        var field =
                new Field(
                        "size",
                        norwegian ? "Mål" : "Size",
                        new Field.Kind.Words(),
                        true,
                        Optional.empty());
        var before = c.text.get(Section.FINDINGS) + " Aorta: ";
        c.says(Section.FINDINGS, before + field.placeholder());
        c.marks.add(
                new Mark(
                        Section.FINDINGS,
                        before.length(),
                        before.length() + field.placeholder().length(),
                        new Meaning.Filled(field)));
        return c;
    }

    private Draft sidedPair() {
        while (true) {
            var d = draft(r -> !r.sided());
            if (d.pair.finding().contains("{s}") || d.pair.finding().contains("{S}"))
                if (d.pair.conclusion().contains("{s}") || d.pair.conclusion().contains("{S}"))
                    return d;
        }
    }

    private WrittenCase swapped(Draft given, boolean inFindings) {
        var d = given;
        while (inFindings && !d.pair.finding().contains("{s}")) d = draft(Region::sided);
        var list = inFindings ? d.findings : d.conclusion;
        var template = inFindings ? d.pair.finding() : d.pair.conclusion();
        var right = d.fill(template, d.right);
        list.set(list.indexOf(right), d.fill(template, !d.right));
        return d.done();
    }

    private WrittenCase organ() {
        var d = draft(r -> r.sex().isEmpty() && !r.sided());
        boolean man = d.written.sex == Sex.MALE;
        d.findings.add(
                norwegian
                        ? man
                                ? pick(
                                        List.of(
                                                "Uterus er normalt stor.",
                                                "Ovariene er slanke.",
                                                "Endometriet er tynt."))
                                : pick(
                                        List.of(
                                                "Prostata er forstørret.",
                                                "Vesiculae seminales er normale.",
                                                "Testiklene er normale."))
                        : man
                                ? pick(
                                        List.of(
                                                "The uterus is normal.",
                                                "The ovaries are small.",
                                                "The endometrium is thin."))
                                : pick(
                                        List.of(
                                                "The prostate is enlarged.",
                                                "The seminal vesicles are normal.",
                                                "The testes are normal.")));
        return d.done();
    }

    private WrittenCase sized(
            java.util.function.Function<Draft, String> from,
            java.util.function.Function<Draft, String> to) {
        var d = measuredDraft();
        var is = from.apply(d);
        var wrong = to.apply(d);
        d.findings.replaceAll(f -> f.replace(is, wrong));
        d.conclusion.replaceAll(f -> f.replace(is, wrong));
        return d.done();
    }

    private Draft measuredDraft() {
        while (true) {
            var d = draft();
            if (d.pair.finding().contains("{n}")) return d;
        }
    }

    private WrittenCase digits() {
        while (true) {
            var d = measuredDraft();
            int turned = d.size % 10 * 10 + d.size / 10;
            if (turned < 10 || Amount.same(turned, d.size, "mm")) continue;
            d.findings.replaceAll(f -> f.replace(d.size + " mm", turned + " mm"));
            d.conclusion.replaceAll(f -> f.replace(d.size + " mm", turned + " mm"));
            return d.done();
        }
    }

    private WrittenCase sizeOfConclusion() {
        while (true) {
            var d = measuredDraft();
            if (!d.pair.conclusion().contains("{n}")) continue;
            d.conclusion.replaceAll(f -> f.replace(d.size + " mm", d.size + 7 + " mm"));
            return d.done();
        }
    }

    private WrittenCase unchanged() {
        var d = measuredDraft();
        d.written.lesions.add(
                new Surroundings.Lesion("m1", d.size * 0.6, d.size, Optional.of(PRIOR)));
        d.conclusion.add(
                norwegian
                        ? pick(
                                List.of(
                                        "Uendret lesjon.",
                                        "Lesjonen er uforandret.",
                                        "Stasjonære forhold på " + d.size + " mm."))
                        : pick(
                                List.of(
                                        "Unchanged lesion.",
                                        "The lesion is stable.",
                                        "Stable at " + d.size + " mm.")));
        return d.done();
    }

    private WrittenCase denied(boolean added) {
        var d = draft(r -> !r.denials().isEmpty());
        var denial = pick(d.region.denials());
        if (added) {
            // found, and denied in the conclusion
            d.conclusion.clear();
            var words = norwegian ? Vocabulary.NORWEGIAN : Vocabulary.ENGLISH;
            var hit = words.first("finding", d.fill(d.pair.finding(), true));
            if (hit.isEmpty()) return denied(true);
            d.conclusion.add(
                    (norwegian ? "Ingen " : "No ")
                            + hit.get().text().toLowerCase(Locale.ROOT)
                            + ".");
            return d.done();
        }
        d.removeDenialsOf(denial);
        d.findings.add(d.fill(denial.finding(), d.right));
        var said = d.fill(denial.conclusion(), d.right);
        var without =
                Pattern.compile(
                                "^(Ingen holdepunkter for |Ingen ferske |Ingen |No evidence of |No"
                                        + " recent |No )| ikke| not")
                        .matcher(said)
                        .replaceAll("");
        d.conclusion.clear();
        d.conclusion.add(without.substring(0, 1).toUpperCase(Locale.ROOT) + without.substring(1));
        return d.done();
    }

    /// The word of denial of a normal sentence is gone, as when it was not heard.
    private WrittenCase lost() {
        while (true) {
            var d = draft();
            for (int i = 0; i < d.findings.size(); i++) {
                var without =
                        d.findings.get(i).replaceFirst("(?:^(Ingen|No) )| (ikke|not)(?= )", "");
                if (without.equals(d.findings.get(i))) continue;
                d.findings.set(
                        i,
                        without.strip().substring(0, 1).toUpperCase(Locale.ROOT)
                                + without.strip().substring(1));
                return d.done();
            }
        }
    }

    private WrittenCase cut() {
        var d = draft();
        var sentence = d.findings.getLast().split(" ");
        if (sentence.length < 4) return cut();
        int keep = 2 + random.nextInt(sentence.length - 3);
        d.findings.set(d.findings.size() - 1, String.join(" ", List.of(sentence).subList(0, keep)));
        return d.done();
    }

    private WrittenCase compared(LocalDate day) {
        var d = draft();
        d.written.says(
                Section.COMPARISON,
                (norwegian ? "Sammenlignet med CT " : "Compared with CT ") + DAY.format(day) + ".");
        return d.done();
    }

    private WrittenCase wordTwice() {
        var d = draft();
        int at = random.nextInt(d.findings.size());
        var parts = new ArrayList<>(List.of(d.findings.get(at).split(" ")));
        int word = random.nextInt(Math.max(1, parts.size() - 1));
        parts.add(word, parts.get(word));
        d.findings.set(at, String.join(" ", parts));
        return d.done();
    }

    private WrittenCase categories() {
        var d = draft(r -> r.sex().filter("M"::equals).isPresent());
        d.conclusion.replaceAll(
                c -> c.replace("PI-RADS 4", "PI-RADS 2").replace("PI-RADS 5", "PI-RADS 3"));
        return d.done();
    }

    private WrittenCase taken(double moved, boolean there) {
        var d = measuredDraft();
        var c = d.done();
        var text = d.size + " mm";
        int at = c.text.getOrDefault(Section.FINDINGS, "").indexOf(text);
        c.marks.add(
                new Mark(
                        Section.FINDINGS,
                        at,
                        at + text.length(),
                        new Meaning.Measured("m1", d.size + 0.2, "mm")));
        c.measured.clear();
        if (there)
            c.measured.add(
                    new Surroundings.Value("m1", d.size + 0.2 + moved, "mm", Optional.empty()));
        return c;
    }
}
