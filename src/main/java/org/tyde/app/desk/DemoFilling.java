package org.tyde.app.desk;

import static org.tyde.ui.FxThread.FX;

import org.tyde.app.house.House;
import org.tyde.archive.RegionalArchive;
import org.tyde.ui.Messages;
import org.tyde.ui.worklist.WorklistModel;
import org.tyde.work.Progress;

import java.util.List;
import java.util.function.Consumer;

/// The demo studies come one by one at the first start; the list shows them as they do.
final class DemoFilling {
    private final House house;
    private final WorklistModel worklist;
    private final Messages.Room words;

    DemoFilling(House house, WorklistModel worklist, Messages messages) {
        this.house = house;
        this.worklist = worklist;
        words = messages.in(DemoFilling.class);
    }

    /// @param trouble told why they do not come
    void watch(Consumer<Throwable> trouble) {
        FX.watch(house.demoFilled(), _ -> full(), trouble);
        FX.watchProgress(house.demoFilled(), this::grew);
    }

    /// @return the archives; while the demo studies are computed their archive's name says how far that is
    List<RegionalArchive.State> archives() {
        var states = house.archive().states();
        var filling = house.demoFilled();
        var progress = filling.progress();
        if (filling.ended() || progress.total() <= 0) return states;
        return states.stream()
                .map(s -> new RegionalArchive.State(s.name() + ": " + made(progress), s.failure()))
                .toList();
    }

    private void grew(Progress progress) {
        if (house.demoFilled().ended()) return;
        worklist.preparingProperty().set(made(progress));
        if (progress.done() % 8 == 1) worklist.refresh();
    }

    private void full() {
        worklist.preparingProperty().set("");
        worklist.refresh();
    }

    private String made(Progress progress) {
        return words.text("demo.made", "" + progress.done(), "" + progress.total());
    }
}
