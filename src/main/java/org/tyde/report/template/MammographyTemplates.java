package org.tyde.report.template;

import org.tyde.report.Field;
import org.tyde.settings.Mammography;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tyde's own templates of mammography in the scales that are set. The department's and the user's own stand as
/// they are written.
final class MammographyTemplates {
    private static final String ANY = "mg-";
    private static final String NATIONAL = "mg-clinical.";
    private static final String BI_RADS = "mg-birads.";
    private static final Set<String> DENSITY = Set.of("tetthet", "density");
    private static final List<String> NUMBERS = List.of("1", "2", "3", "4");

    private MammographyTemplates() {}

    /// @param file name of one that comes with Tyde
    /// @return whether it is of the other scale
    static boolean aside(String file, Mammography scales) {
        return switch (scales.category()) {
            case NATIONAL -> file.startsWith(BI_RADS);
            case BI_RADS -> file.startsWith(NATIONAL);
        };
    }

    /// @param file name of one that comes with Tyde
    /// @param template what it says
    /// @return with the density in the scale that is set
    static Template scaled(String file, Template template, Mammography scales) {
        if (!file.startsWith(ANY) || scales.density() == Mammography.Density.LETTERS)
            return template;
        var parts =
                template.parts().stream()
                        .map(
                                p ->
                                        new Part(
                                                p.section(),
                                                p.pieces().stream()
                                                        .map(MammographyTemplates::numbered)
                                                        .toList()))
                        .toList();
        return new Template(template.head(), parts, template.fieldCodes());
    }

    private static Piece numbered(Piece piece) {
        if (!(piece instanceof Piece.Slot(var field, var normal)) || !DENSITY.contains(field.id()))
            return piece;
        var options = NUMBERS.stream().map(n -> new Field.Option(n, Optional.empty())).toList();
        return new Piece.Slot(
                new Field(
                        field.id(),
                        field.label(),
                        new Field.Kind.Choice(options, false),
                        field.required(),
                        field.trigger()),
                normal);
    }
}
