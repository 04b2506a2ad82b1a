package org.tyde.reading;

import org.tyde.geometry.Turn;
import org.tyde.hanging.Hang;
import org.tyde.hanging.ImageStack;
import org.tyde.hanging.Placement;
import org.tyde.hanging.ScreenLayout;
import org.tyde.hanging.Stage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Which stack is in which viewport: by a step and page of the hanging, until a person arranges them by
/// hand. It remembers how each stack was last shown, and shows it so again.
final class Arrangement {
    private final Map<String, ViewState> remembered = new HashMap<>();
    private final List<ViewportState> viewports = new ArrayList<>();
    private Hang hang;
    private ScreenLayout layout = new ScreenLayout(1, 1);
    private int stage;
    private int page;
    private boolean byHand;

    Arrangement(Hang hang) {
        this.hang = hang;
        open();
    }

    Hang hang() {
        return hang;
    }

    Stage stage() {
        return hang.stages().get(stage);
    }

    int stageIndex() {
        return stage;
    }

    int page() {
        return page;
    }

    ScreenLayout layout() {
        return layout;
    }

    List<ViewportState> viewports() {
        return viewports;
    }

    Optional<ImageStack> stack(String id) {
        return hang.stacks().stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /// The viewport that shows a stack.
    OptionalInt showing(String id) {
        return IntStream.range(0, viewports.size())
                .filter(i -> viewports.get(i).stack().filter(s -> s.id().equals(id)).isPresent())
                .findFirst();
    }

    /// Hangs anew, from the first step.
    void rehang(Hang next) {
        rememberAll();
        hang = next;
        stage = 0;
        page = 0;
        open();
    }

    /// Takes a hanging of the same studies with more images, or with a prior that was not here before. The
    /// stack that fills the screen, `held`, is not taken from there: where the hanging has no more place
    /// for it, the viewports stay as they are.
    ///
    /// @return whether the viewports are still the same ones
    boolean grow(Hang next, Optional<String> held) {
        rememberAll();
        var before = hang;
        hang = next;
        keepFrames(before);
        stage = Math.min(stage, hang.stages().size() - 1);
        page = Math.min(page, stage().pages() - 1);
        byHand |=
                held.isPresent()
                        && stage().page(page).stream()
                                .noneMatch(p -> held.get().equals(p.stack().id()));
        boolean same = byHand || hangsAsBefore();
        if (same) growViewports();
        else open();
        return same;
    }

    /// The index of a frame changes when others come before it; what is remembered stays at its frame.
    private void keepFrames(Hang before) {
        for (var old : before.stacks()) {
            var view = Optional.ofNullable(remembered.get(old.id()));
            var grown = stack(old.id());
            if (view.isEmpty() || grown.isEmpty() || view.get().frame() >= old.size()) continue;
            remembered.put(old.id(), moved(view.get(), old, grown.get()));
        }
    }

    /// A view that nobody has touched stays at the beginning of its stack, the others at their frame.
    private static ViewState moved(ViewState view, ImageStack old, ImageStack grown) {
        if (view.equals(ViewState.FIRST.with(view.turn()))) return view;
        return view.withFrame(grown.indexOf(old.frame(view.frame()).key()).orElse(0));
    }

    /// Whether the hanging still wants the same stacks in the same viewports, be they larger.
    private boolean hangsAsBefore() {
        if (!layout.equals(stage().layout())) return false;
        var wanted = new HashMap<Integer, String>();
        for (var p : stage().page(page)) wanted.put(slot(p), p.stack().id());
        for (int i = 0; i < viewports.size(); i++) {
            var shown = viewports.get(i).stack().map(ImageStack::id);
            if (!shown.equals(Optional.ofNullable(wanted.get(i)))) return false;
        }
        return true;
    }

    private void growViewports() {
        for (int i = 0; i < viewports.size(); i++) {
            var shown = viewports.get(i);
            if (shown.stack().isEmpty()) continue;
            var old = shown.stack().get();
            var grown = stack(old.id());
            if (grown.isEmpty()) continue;
            var placement =
                    shown.placement()
                            .flatMap(p -> placementOf(grown.get()).or(() -> Optional.of(p)));
            var view = moved(shown.view(), old, grown.get());
            viewports.set(i, new ViewportState(grown, placement, view, shown.cine()));
        }
    }

    private Optional<Placement> placementOf(ImageStack stack) {
        return stage().placements().stream()
                .filter(p -> p.stack().id().equals(stack.id()))
                .findFirst();
    }

    /// @return whether another step is shown now
    boolean stepStage(int by) {
        int next = Math.clamp(stage + (long) by, 0, hang.stages().size() - 1);
        if (next == stage && layout.equals(stage().layout())) return false;
        rememberAll();
        stage = next;
        page = 0;
        open();
        return true;
    }

    /// @return whether another page is shown now
    boolean stepPage(int by) {
        int next = Math.clamp(page + (long) by, 0, stage().pages() - 1);
        if (next == page) return false;
        rememberAll();
        page = next;
        open();
        return true;
    }

    private void open() {
        layout = stage().layout();
        byHand = false;
        viewports.clear();
        for (int i = 0; i < layout.slots(); i++) viewports.add(ViewportState.EMPTY);
        for (var p : stage().page(page)) viewports.set(slot(p), placed(p));
    }

    private int slot(Placement p) {
        return p.row() * stage().layout().columns() + p.column();
    }

    /// Another grid by hand: what is shown stays as far as there is room, the active viewport always; new
    /// ones take what of `more` is not shown yet.
    ///
    /// @return the index of what was at `active`
    int layout(ScreenLayout next, int active, List<ImageStack> more) {
        rememberAll();
        var keep = new ArrayList<>(viewports);
        int moved = Math.min(active, next.slots() - 1);
        keep.set(moved, keep.get(active));
        viewports.clear();
        viewports.addAll(keep.subList(0, Math.min(next.slots(), keep.size())));
        layout = next;
        byHand = true;
        var waiting = new ArrayList<>(more);
        waiting.removeIf(
                s -> viewports.stream().anyMatch(v -> v.stack().filter(s::equals).isPresent()));
        while (viewports.size() < next.slots())
            viewports.add(waiting.isEmpty() ? ViewportState.EMPTY : byHand(waiting.removeFirst()));
        return moved;
    }

    /// Another stack by hand.
    void show(int index, ImageStack stack) {
        remember(viewports.get(index));
        byHand = true;
        viewports.set(index, byHand(stack));
    }

    private ViewportState byHand(ImageStack stack) {
        var turn =
                hang.stages().stream()
                        .flatMap(s -> s.placements().stream())
                        .filter(p -> p.stack().equals(stack))
                        .map(Placement::turn)
                        .findFirst()
                        .orElse(Turn.NONE);
        return new ViewportState(
                Optional.of(stack), Optional.empty(), view(stack, turn), Optional.empty());
    }

    private ViewportState placed(Placement p) {
        return new ViewportState(
                Optional.of(p.stack()),
                Optional.of(p),
                view(p.stack(), p.turn()),
                Optional.empty());
    }

    private ViewState view(ImageStack stack, Turn turn) {
        return within(remembered.getOrDefault(stack.id(), ViewState.FIRST.with(turn)), stack);
    }

    private static ViewState within(ViewState view, ImageStack stack) {
        return view.withFrame(Math.min(view.frame(), stack.size() - 1));
    }

    private void remember(ViewportState shown) {
        shown.stack().ifPresent(s -> remembered.put(s.id(), shown.view()));
    }

    private void rememberAll() {
        viewports.forEach(this::remember);
    }

    /// How each stack was last shown, by its id.
    Map<String, ViewState> views() {
        rememberAll();
        return new LinkedHashMap<>(remembered);
    }

    /// What each viewport is to show once views that were kept are taken, by its index.
    Map<Integer, ViewportState> restored(Map<String, ViewState> kept) {
        remembered.putAll(kept);
        var next = new LinkedHashMap<Integer, ViewportState>();
        for (int i = 0; i < viewports.size(); i++) {
            var shown = viewports.get(i);
            if (shown.stack().isEmpty()) continue;
            var stack = shown.stack().get();
            var view = Optional.ofNullable(kept.get(stack.id()));
            if (view.isPresent()) next.put(i, shown.with(within(view.get(), stack)));
        }
        return next;
    }
}
