package org.tyde.report;

import java.util.EnumMap;
import java.util.Map;

/// What a report says, section by section. Immutable.
public final class ReportText {
    /// Says nothing.
    public static final ReportText EMPTY = new ReportText(Map.of());

    private final Map<Section, String> sections;

    /// @param sections what each says; a missing one is empty
    public ReportText(Map<Section, String> sections) {
        var kept = new EnumMap<Section, String>(Section.class);
        sections.forEach(
                (section, text) -> {
                    if (!text.isEmpty()) kept.put(section, text);
                });
        this.sections = kept;
    }

    /// @param section which
    /// @return what it says, possibly empty
    public String of(Section section) {
        return sections.getOrDefault(section, "");
    }

    /// @param section which
    /// @return whether it says nothing but white space
    public boolean blank(Section section) {
        return of(section).isBlank();
    }

    /// @return whether the radiologist has written nothing
    public boolean unwritten() {
        return sections.keySet().stream().allMatch(s -> !s.editable() || blank(s));
    }

    /// @param section which
    /// @param text what it says from now on
    /// @return the changed text
    public ReportText with(Section section, String text) {
        var changed = new EnumMap<Section, String>(Section.class);
        changed.putAll(sections);
        changed.put(section, text);
        return new ReportText(changed);
    }

    /// @param texts what some sections say from now on
    /// @return the changed text
    public ReportText with(Map<Section, String> texts) {
        var changed = new EnumMap<Section, String>(Section.class);
        changed.putAll(sections);
        changed.putAll(texts);
        return new ReportText(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ReportText text && sections.equals(text.sections);
    }

    @Override
    public int hashCode() {
        return sections.hashCode();
    }
}
