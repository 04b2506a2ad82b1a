package org.tyde.report.template;

import org.tyde.dicom.Code;
import org.tyde.prior.BodyPart;
import org.tyde.prior.Examined;
import org.tyde.report.template.TemplateLibrary.Held;
import org.tyde.study.Study;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Which templates fit an examination: a procedure code that is the same goes before everything else, then
/// the same kind of examination of the same parts of the body.
public final class TemplateChoice {
    private static final String MODALITY = "DCM";
    private static final String SCREENING = "screening";

    /// A word found weighs more than some that are not.
    private static final int FOUND = 8;

    private static final Comparator<Fit> BEST =
            Comparator.comparing(Fit::code)
                    .thenComparingInt(Fit::parts)
                    .thenComparing(Comparator.comparingInt(Fit::surplus).reversed())
                    .thenComparingInt(Fit::words)
                    .thenComparing(f -> f.held().origin());

    /// How well a template fits.
    ///
    /// @param code whether it names the study's procedure
    /// @param parts how many of the study's parts of the body it is for; -1 when it is for others or another kind
    /// @param surplus how many parts it is for that were not examined
    /// @param words how far its title is what the study's description says
    private record Fit(Held held, boolean code, int parts, int surplus, int words) {}

    private final Study study;
    private final Examined examined;
    private final Set<String> procedures;

    private TemplateChoice(Study study) {
        this.study = study;
        examined = Examined.of(study);
        procedures =
                study.codes().stream()
                        .filter(c -> !c.scheme().equals("SCT"))
                        .map(TemplateChoice::key)
                        .collect(Collectors.toSet());
    }

    private static String key(Code code) {
        return code.scheme() + "|" + code.value();
    }

    /// @param study to be described
    /// @param all templates
    /// @param language those in it go before others
    /// @return all, those that fit best first
    public static List<Held> sorted(Study study, List<Held> all, Locale language) {
        var choice = new TemplateChoice(study);
        return all.stream()
                .map(choice::fit)
                .sorted(
                        Comparator.<Fit, Boolean>comparing(f -> speaks(f, language))
                                .thenComparing(BEST)
                                .reversed()
                                .thenComparing(
                                        f -> f.held().template().head().title(),
                                        String.CASE_INSENSITIVE_ORDER))
                .map(Fit::held)
                .toList();
    }

    private static boolean speaks(Fit fit, Locale language) {
        return fit.held().template().head().language().getLanguage().equals(language.getLanguage());
    }

    /// @param study to be described
    /// @param all templates
    /// @param language of the report
    /// @return the one that fits; empty when none does, or two as well
    public static Optional<Held> usual(Study study, List<Held> all, Locale language) {
        var choice = new TemplateChoice(study);
        var fits =
                all.stream()
                        .map(choice::fit)
                        .filter(f -> speaks(f, language))
                        .filter(f -> f.code() || choice.covers(f))
                        .sorted(BEST.reversed())
                        .toList();
        if (fits.isEmpty()) return Optional.empty();
        boolean two = fits.size() > 1 && BEST.compare(fits.get(0), fits.get(1)) == 0;
        return two ? Optional.empty() : Optional.of(fits.getFirst().held());
    }

    /// Nothing examined goes undescribed; a template for no part in particular is for all of its kind.
    private boolean covers(Fit fit) {
        if (fit.parts() < 0) return false;
        return fit.parts() == examined.parts().size()
                || fit.parts() == 0 && made(fit.held().template()).parts().isEmpty();
    }

    private Fit fit(Held held) {
        var head = held.template().head();
        boolean code =
                head.codes().stream().map(TemplateChoice::key).anyMatch(procedures::contains);
        var made = made(held.template());
        boolean kind = made.kind().isPresent() && made.kind().equals(examined.kind());
        int parts =
                (int)
                        examined.parts().stream()
                                .filter(p -> made.parts().stream().anyMatch(m -> m.covers(p)))
                                .count();
        boolean others = parts == 0 && !made.parts().isEmpty();
        int surplus = (int) made.parts().stream().filter(p -> !examines(p)).count();
        return new Fit(held, code, kind && !others ? parts : -1, surplus, likeness(head.title()));
    }

    private boolean examines(BodyPart part) {
        return examined.parts().stream().anyMatch(p -> part.covers(p) || p.covers(part));
    }

    /// A template for screening is not for what is no screening.
    private int likeness(String title) {
        var said = words(study.description());
        var titles = words(title);
        int both = (int) titles.stream().filter(said::contains).count();
        boolean screening = titles.contains(SCREENING) && !said.contains(SCREENING);
        return both * FOUND - (titles.size() - both) - (screening ? FOUND : 0);
    }

    private static Set<String> words(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var words = new HashSet<>(Arrays.asList(lower.split("[^\\p{L}]+")));
        words.remove("");
        if (lower.contains(SCREENING)) words.add(SCREENING);
        return words;
    }

    private static Examined made(Template template) {
        var codes = template.head().codes();
        var modalities =
                codes.stream()
                        .filter(c -> c.scheme().equals(MODALITY))
                        .map(Code::value)
                        .collect(Collectors.toSet());
        var rest = codes.stream().filter(c -> !c.scheme().equals(MODALITY)).toList();
        return Examined.of(
                rest.isEmpty() && modalities.isEmpty() ? template.head().title() : "",
                rest,
                modalities,
                "");
    }
}
