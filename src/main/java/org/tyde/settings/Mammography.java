package org.tyde.settings;

import java.util.Locale;

/// How mammography is scored here.
///
/// @param category of a breast or an examination
/// @param density of the breast
public record Mammography(Category category, Density density) {
    /// As in Norway.
    public static final Mammography USUAL = new Mammography(Category.NATIONAL, Density.LETTERS);

    /// Scale of the category.
    public enum Category {
        /// 1 to 5, as BreastScreen Norway scores.
        NATIONAL,
        /// ACR BI-RADS, 0 to 6.
        BI_RADS;

        static Category of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        }

        String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Scale of the density.
    public enum Density {
        /// a to d, as ACR BI-RADS 5th edition and the national guideline write it.
        LETTERS,
        /// 1 to 4, as ACR BI-RADS 4th edition and density programs write it.
        NUMBERS;

        static Density of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param next scale of the category
    /// @return this with it
    public Mammography withCategory(Category next) {
        return new Mammography(next, density);
    }

    /// @param next scale of the density
    /// @return this with it
    public Mammography withDensity(Density next) {
        return new Mammography(category, next);
    }
}
