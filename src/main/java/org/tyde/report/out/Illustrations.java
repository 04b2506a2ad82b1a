package org.tyde.report.out;

import org.tyde.evidence.InstanceReference;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The images a report speaks of, where they are at hand: forms name them by number and show them.
public interface Illustrations {
    /// No image is at hand.
    Illustrations NONE =
            new Illustrations() {
                @Override
                public Optional<String> name(InstanceReference image, Locale locale) {
                    return Optional.empty();
                }

                @Override
                public Optional<PageImage> picture(InstanceReference image) {
                    return Optional.empty();
                }
            };

    /// @param image of the study
    /// @param locale the reader's language
    /// @return where people find it, such as `serie 2, bilde 41`; empty where it is not here
    Optional<String> name(InstanceReference image, Locale locale);

    /// @param image of the study
    /// @return as it was looked at; empty where it is not here or cannot be drawn
    Optional<PageImage> picture(InstanceReference image);

    /// @param images key images
    /// @param locale the reader's language
    /// @return those that can be shown, with their names
    default List<ReportPage.Picture> pictures(List<InstanceReference> images, Locale locale) {
        return images.stream()
                .flatMap(
                        i ->
                                picture(i)
                                        .map(
                                                p ->
                                                        new ReportPage.Picture(
                                                                p, name(i, locale).orElse("")))
                                        .stream())
                .toList();
    }
}
