package org.tyde.report.template;

import org.tyde.report.Section;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// How templates of others name the sections of a report, in English, Norwegian and German.
final class SectionNames {
    private static final Map<String, Section> NAMES =
            Map.ofEntries(
                    Map.entry("order", Section.ORDER),
                    Map.entry("question", Section.ORDER),
                    Map.entry("indication", Section.ORDER),
                    Map.entry("indikation", Section.ORDER),
                    Map.entry("indikasjon", Section.ORDER),
                    Map.entry("fragestellung", Section.ORDER),
                    Map.entry("clinical information", Section.HISTORY),
                    Map.entry("clinical history", Section.HISTORY),
                    Map.entry("klinische angaben", Section.HISTORY),
                    Map.entry("anamnese", Section.HISTORY),
                    Map.entry("history", Section.HISTORY),
                    Map.entry("procedure information", Section.PROCEDURE),
                    Map.entry("procedure", Section.PROCEDURE),
                    Map.entry("technique", Section.PROCEDURE),
                    Map.entry("imaging technique", Section.PROCEDURE),
                    Map.entry("technik", Section.PROCEDURE),
                    Map.entry("teknikk", Section.PROCEDURE),
                    Map.entry("comparison", Section.COMPARISON),
                    Map.entry("comparisons", Section.COMPARISON),
                    Map.entry("vergleich", Section.COMPARISON),
                    Map.entry("findings", Section.FINDINGS),
                    Map.entry("finding", Section.FINDINGS),
                    Map.entry("observations", Section.FINDINGS),
                    Map.entry("befund", Section.FINDINGS),
                    Map.entry("beskrivelse", Section.FINDINGS),
                    Map.entry("impression", Section.IMPRESSION),
                    Map.entry("impressions", Section.IMPRESSION),
                    Map.entry("conclusion", Section.IMPRESSION),
                    Map.entry("summary", Section.IMPRESSION),
                    Map.entry("beurteilung", Section.IMPRESSION),
                    Map.entry("konklusjon", Section.IMPRESSION),
                    Map.entry("vurdering", Section.IMPRESSION),
                    Map.entry("r", Section.IMPRESSION),
                    Map.entry("recommendation", Section.RECOMMENDATION),
                    Map.entry("recommendations", Section.RECOMMENDATION),
                    Map.entry("empfehlung", Section.RECOMMENDATION),
                    Map.entry("communication", Section.COMMUNICATION));

    private SectionNames() {}

    static Optional<Section> of(String name) {
        var plain = name.strip().toLowerCase(Locale.ROOT).replaceAll("[:.]+$", "");
        if (NAMES.containsKey(plain)) return Optional.of(NAMES.get(plain));
        return Arrays.stream(Section.values())
                .filter(
                        s ->
                                s.heading(Locale.ENGLISH).equalsIgnoreCase(plain)
                                        || s.heading(Locale.of("nb")).equalsIgnoreCase(plain))
                .findFirst();
    }

    static Optional<Section> ofLoinc(String code) {
        return Arrays.stream(Section.values()).filter(s -> s.loinc().equals(code)).findFirst();
    }
}
