package org.tyde.settings;

/// Templates of reports.
///
/// @param use what becomes of the template that fits, while a report is empty
/// @param mammography the scales that Tyde's templates and calculators take
public record TemplateSettings(TemplateUse use, Mammography mammography) {
    /// Offered, and as in Norway.
    public static final TemplateSettings USUAL =
            new TemplateSettings(TemplateUse.OFFER, Mammography.USUAL);

    /// @param next what becomes of the template that fits
    /// @return this with it
    public TemplateSettings withUse(TemplateUse next) {
        return new TemplateSettings(next, mammography);
    }

    /// @param next scales
    /// @return this with them
    public TemplateSettings withMammography(Mammography next) {
        return new TemplateSettings(use, next);
    }
}
