package org.tyde.ui.viewport.text;

import java.util.List;
import java.util.Optional;

/// The words on one picture. Each line belongs to the pixels it was made for and is shown with them.
///
/// @param identity name and identity number: never hidden, never cut
/// @param examination study, series, date
/// @param place side and view, image n of m, slice position and thickness
/// @param view window, zoom, rate
/// @param warnings what must be said: lossy, not applied, incomplete, MIRRORED; the strongest first
/// @param prior PRIOR with date, and how long before; empty on the current study
/// @param edges letters left, top, right, bottom; empty where not known
/// @param scaleBar the bar and the words beside it, where lengths are known
public record OverlayText(
        List<String> identity,
        List<String> examination,
        List<String> place,
        List<String> view,
        List<String> warnings,
        List<String> prior,
        List<String> edges,
        Optional<LabelledBar> scaleBar) {
    /// Nothing at all, as while no patient is open.
    public static final OverlayText NONE =
            new OverlayText(
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of("", "", "", ""),
                    Optional.empty());

    /// A scale bar and its words.
    ///
    /// @param bar its length
    /// @param words such as `50 mm` or `50 mm at detector`
    public record LabelledBar(ScaleBar bar, String words) {}

    /// Copies the lists.
    public OverlayText {
        identity = List.copyOf(identity);
        examination = List.copyOf(examination);
        place = List.copyOf(place);
        view = List.copyOf(view);
        warnings = List.copyOf(warnings);
        prior = List.copyOf(prior);
        edges = List.copyOf(edges);
        if (edges.size() != 4) throw new IllegalArgumentException("four edges: " + edges);
    }

    /// With the text key off: who it is, which image, which way it lies, and what must be said.
    ///
    /// @return without what may be hidden
    public OverlayText reduced() {
        return new OverlayText(
                identity,
                List.of(),
                place.isEmpty() ? place : place.subList(0, 1),
                List.of(),
                warnings,
                prior,
                edges,
                Optional.empty());
    }

    /// @param more of how it is shown
    /// @return with it; the same where that is hidden
    public OverlayText saying(List<String> more) {
        if (view.isEmpty()) return this;
        var both = new java.util.ArrayList<String>(view);
        both.addAll(more);
        return new OverlayText(
                identity, examination, place, both, warnings, prior, edges, scaleBar);
    }

    /// @return all lines, for tests and for who cannot see them
    public String spoken() {
        var all = new java.util.ArrayList<String>(identity);
        all.addAll(prior);
        all.addAll(examination);
        all.addAll(place);
        all.addAll(view);
        all.addAll(warnings);
        return String.join(". ", all);
    }
}
