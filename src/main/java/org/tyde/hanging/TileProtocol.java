package org.tyde.hanging;

import org.tyde.geometry.Turn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// One image, clip or run a viewport, in the order in which they were acquired; the prior's in the
/// right half. What is too many goes on further pages.
final class TileProtocol implements HangingProtocol {
    private final String id;
    private final List<String> modalities;
    private final int most;
    private final Stage.Wheel wheel;

    /// @param id also the part of its messages' keys
    /// @param modalities for which it is; empty: for all
    /// @param most viewports on a page
    /// @param wheel what the wheel turns
    TileProtocol(String id, List<String> modalities, int most, Stage.Wheel wheel) {
        this.id = id;
        this.modalities = modalities;
        this.most = most;
        this.wheel = wheel;
    }

    /// A stack, and its first image.
    private record Tile(HangSeries series, HangImage image, ImageStack stack) {}

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean suits(HangStudy study) {
        return modalities.isEmpty() || study.modality().filter(modalities::contains).isPresent();
    }

    @Override
    public Hang hang(HangInput input) {
        var unplaced = new ArrayList<>(input.current().unreadable());
        var current = tiles(input.current(), unplaced);
        var prior = input.prior().map(p -> tiles(p, new ArrayList<>())).orElse(List.of());
        boolean both = !prior.isEmpty();
        int larger = Math.max(current.size(), prior.size());
        var one = ScreenLayout.holding(larger, both ? Math.min(most, 4) : most);
        var half = both && one.columns() > 2 ? new ScreenLayout(2, 2) : one;
        var layout = both ? new ScreenLayout(half.rows(), 2 * half.columns()) : one;
        var placements = new ArrayList<Placement>();
        add(current, half, 0, placements);
        if (both) add(prior, half, half.columns(), placements);
        var stage =
                new Stage(
                        both ? "stage.with-prior" : "stage.current",
                        layout,
                        placements,
                        wheel,
                        true,
                        both ? List.of() : List.of(Because.of("note.no-prior")));
        var stacks = new ArrayList<>(Candidates.pictures(input.current()));
        input.prior().ifPresent(p -> stacks.addAll(Candidates.pictures(p)));
        var modality = input.current().modality();
        var because =
                modality.isEmpty()
                        ? Because.of("protocol.empty")
                        : Because.of("protocol." + id, modality.get());
        return new Hang(id, because, List.of(stage), unplaced, stacks);
    }

    private static List<Tile> tiles(HangStudy study, List<Unplaced> unplaced) {
        var tiles = new ArrayList<Tile>();
        for (var series : study.series()) {
            if (!series.hasPictures()) unplaced.add(Candidates.no(series, "unplaced.no-images"));
            else if (series.sections())
                tiles.add(
                        new Tile(
                                series,
                                series.images().getFirst(),
                                Stacks.ofSeries(study.uid(), series)));
            else
                for (var image : series.pictures())
                    tiles.add(new Tile(series, image, Stacks.ofImage(study.uid(), series, image)));
        }
        boolean timed = tiles.stream().allMatch(t -> t.image.acquired().isPresent());
        var byNumber =
                Comparator.comparingInt((Tile t) -> t.series.number().orElse(Integer.MAX_VALUE))
                        .thenComparingInt(t -> t.image.number().orElse(Integer.MAX_VALUE));
        tiles.sort(
                timed
                        ? Comparator.comparing((Tile t) -> t.image.acquired().orElseThrow())
                                .thenComparing(byNumber)
                        : byNumber);
        return tiles;
    }

    private void add(
            List<Tile> tiles, ScreenLayout half, int firstColumn, List<Placement> placements) {
        for (int i = 0; i < tiles.size(); i++) {
            var tile = tiles.get(i);
            int place = i % half.slots();
            var kind = tile.stack.size() > 1 ? "place.clip" : "place.still";
            placements.add(
                    new Placement(
                            i / half.slots(),
                            place / half.columns(),
                            firstColumn + place % half.columns(),
                            tile.stack,
                            firstColumn > 0,
                            Turn.NONE,
                            Placement.Wall.NONE,
                            Optional.empty(),
                            Because.of(kind, i + 1, tiles.size(), tile.stack.size())));
        }
    }
}
