package org.tyde.hanging;

import org.tyde.geometry.AnatomicPlane;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// The stacks of one study that may hang, the best first.
final class Candidates {
    private static final Pattern SCOUT =
            Pattern.compile(
                    "\\b(locali[sz]er|scout|survey|topogram|pilot)", Pattern.CASE_INSENSITIVE);

    /// Contrast medium as descriptions name it, in Norwegian (kontrast, KM) and English.
    private static final Pattern CONTRAST =
            Pattern.compile(
                    "(?<![a-z])(gd|km|kontrast|contrast|ce|post|iv)(?![a-z])|\\+ ?[ck]",
                    Pattern.CASE_INSENSITIVE);

    private Candidates() {}

    /// What is known of a stack for choosing.
    record Candidate(HangSeries series, ImageStack stack) {
        /// The contrast that a description names, such as `T1` or `FLAIR`.
        Optional<String> weighting() {
            var words = series.description().toUpperCase(Locale.ROOT).split("[^A-Z0-9]+");
            for (var wanted :
                    List.of("FLAIR", "ADC", "DWI", "SWI", "TOF", "STIR", "PD", "T1", "T2")) {
                for (var word : words)
                    if (word.equals(wanted)
                            || wanted.length() > 2 && word.contains(wanted)
                            || wanted.length() == 2 && word.matches(wanted + "W?[A-Z]*"))
                        return Optional.of(wanted);
            }
            return Optional.empty();
        }

        /// Whether its description calls it a scout although its Image Type does not: hung, but last.
        boolean calledScout() {
            return SCOUT.matcher(series.description()).find();
        }

        /// Whether its description names a contrast medium.
        boolean calledWithContrast() {
            return CONTRAST.matcher(series.description()).find();
        }

        /// The nearest of the three planes, where the stack has one direction.
        Optional<AnatomicPlane> plane() {
            return stack.direction().map(AnatomicPlane::nearest);
        }

        /// What a person would call it.
        String name() {
            if (!series.description().isBlank()) return series.description();
            return series.number().isPresent()
                    ? "#" + series.number().getAsInt()
                    : series.modality();
        }
    }

    /// The stacks of one study.
    ///
    /// @param hung those that may hang, best first
    /// @param all every one, in the order of the series
    record Sorted(List<Candidate> hung, List<ImageStack> all) {}

    /// Every stack of a study where images hang one by one.
    static List<ImageStack> pictures(HangStudy study) {
        return study.series().stream()
                .flatMap(s -> Stacks.ofPictures(study.uid(), s).stream())
                .toList();
    }

    /// What does not hang goes to `unplaced` with its reason; where a study holds nothing but localizers or
    /// captures, they hang after all.
    static Sorted ofSeries(HangStudy study, List<Unplaced> unplaced) {
        var good = new ArrayList<Candidate>();
        var poorer = new ArrayList<Candidate>();
        var last = new ArrayList<Candidate>();
        var all = new ArrayList<ImageStack>();
        for (var series : study.series()) {
            if (!series.images().isEmpty()) all.add(Stacks.ofSeries(study.uid(), series));
            if (!series.hasPictures()) {
                unplaced.add(no(series, "unplaced.no-images"));
                continue;
            }
            var one = new Candidate(series, all.getLast());
            boolean aside =
                    series.all(HangImage.Kind.LOCALIZER) || series.all(HangImage.Kind.CAPTURE);
            boolean later = series.all(HangImage.Kind.DERIVED) || one.calledScout();
            (aside ? last : later ? poorer : good).add(one);
        }
        good.addAll(poorer);
        if (good.isEmpty()) return new Sorted(last, all);
        for (var one : last)
            unplaced.add(
                    no(
                            one.series,
                            one.series.all(HangImage.Kind.LOCALIZER)
                                    ? "unplaced.localizer"
                                    : "unplaced.capture"));
        return new Sorted(good, all);
    }

    static Unplaced no(HangSeries series, String key) {
        return new Unplaced(series.uid(), Optional.empty(), Because.of(key, name(series)));
    }

    static String name(HangSeries series) {
        if (!series.description().isBlank()) return series.description();
        return series.number().isPresent() ? "#" + series.number().getAsInt() : series.modality();
    }

    /// How well a prior's stack goes beside a current one; below 0: not at all.
    static int likeness(Candidate current, Candidate prior) {
        if (!current.plane().equals(prior.plane())) return -1;
        if (!current.series().modality().equals(prior.series().modality())) return 0;
        int points = 1;
        var a = current.weighting();
        var b = prior.weighting();
        if (a.isPresent() && a.equals(b)) points += 8;
        else if (a.isPresent() && b.isPresent()) points -= 1;
        if (!current.series().kernel().isBlank()
                && current.series().kernel().equalsIgnoreCase(prior.series().kernel())) points += 4;
        if (current.calledWithContrast() == prior.calledWithContrast()) points += 2;
        if (current.name().equalsIgnoreCase(prior.name())) points += 3;
        else points += Math.min(2, commonWords(current.name(), prior.name()));
        return points;
    }

    private static int commonWords(String a, String b) {
        var words = Set.of(distinct(a));
        int common = 0;
        for (var word : distinct(b)) if (words.contains(word)) common++;
        return common;
    }

    private static String[] distinct(String text) {
        return java.util.Arrays.stream(text.toLowerCase(Locale.ROOT).split("\\W+"))
                .filter(w -> w.length() > 1)
                .distinct()
                .toArray(String[]::new);
    }
}
