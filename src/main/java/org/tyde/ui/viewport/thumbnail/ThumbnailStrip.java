package org.tyde.ui.viewport.thumbnail;

import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

import org.kordamp.ikonli.feather.Feather;
import org.tyde.hanging.ImageStack;
import org.tyde.reading.CaseChange;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.OpenCase;
import org.tyde.ui.control.ControlStyles;
import org.tyde.ui.control.Icons;
import org.tyde.ui.viewport.ImageDesk;
import org.tyde.ui.viewport.StackDrag;
import org.tyde.ui.viewport.StudyPaper;
import org.tyde.ui.viewport.ViewportGrid;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Every series of the open case and its priors, as small pictures that can be dragged into any viewport;
/// Enter or a double click shows one in the active viewport.
public final class ThumbnailStrip extends ScrollPane {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.ROOT);

    private final ImageDesk desk;
    private final VBox list = new VBox();
    private final PauseTransition soon = new PauseTransition(Duration.millis(200));
    private List<ImageStack> shown = List.of();

    /// @param desk of the open case
    public ThumbnailStrip(ImageDesk desk) {
        this.desk = desk;
        getStyleClass().add("thumbnail-strip");
        list.getStyleClass().add("list");
        ControlStyles.wear(this, ViewportGrid.class, "viewport.css");
        setContent(list);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setMinWidth(Thumbnail.SIZE + 32.0);
        setPrefWidth(Thumbnail.SIZE + 32.0);
        accessibleTextProperty().bind(desk.messages().in(ThumbnailStrip.class).bind("strip"));
        desk.openProperty().subscribe(_ -> rebuild());
        desk.messages().localeProperty().subscribe(_ -> rebuild());
        desk.papersProperty().subscribe(_ -> rebuild());
        soon.setOnFinished(_ -> refresh());
        desk.listen(this::changed);
    }

    /// @return how many thumbnails it shows
    public int size() {
        return (int) list.getChildren().stream().filter(n -> n instanceof Thumbnail).count();
    }

    private void changed(CaseChange change) {
        switch (change) {
            case CaseChange.Studies() -> {
                var stacks = desk.openCase().map(c -> c.hang().stacks()).orElse(List.of());
                if (stacks.equals(shown)) refresh();
                else rebuild();
            }
            case CaseChange.Seen _ -> {
                if (soon.getStatus() != Animation.Status.RUNNING) soon.playFromStart();
            }
            case CaseChange.Viewport _,
                    CaseChange.Layout _,
                    CaseChange.Active _,
                    CaseChange.Link _,
                    CaseChange.MarksChanged _ -> {}
        }
    }

    private void refresh() {
        for (var node : list.getChildren()) if (node instanceof Thumbnail t) t.refresh();
    }

    private void rebuild() {
        list.getChildren().clear();
        shown = List.of();
        if (desk.openCase().isEmpty()) return;
        var open = desk.openCase().get();
        shown = open.hang().stacks();
        var text = desk.messages().in(ThumbnailStrip.class);
        section(open, open.current(), text.text("strip.current"), false);
        for (var prior : open.priors())
            section(
                    open,
                    prior,
                    text.text("strip.prior", prior.when().map(w -> w.format(DATE)).orElse("")),
                    true);
    }

    private void section(OpenCase open, CaseStudy study, String title, boolean prior) {
        var stacks = shown.stream().filter(s -> s.studyUid().equals(study.uid())).toList();
        list.getChildren().add(heading(open, study, title, prior && stacks.isEmpty()));
        for (var stack : stacks) list.getChildren().add(thumbnail(open, stack, prior));
        for (var paper : desk.papersProperty().get())
            if (paper.studyUid().equals(study.uid())) list.getChildren().add(paper(paper));
    }

    private static Button paper(StudyPaper paper) {
        var button = new Button(paper.name(), Icons.of(Feather.FILE_TEXT));
        button.getStyleClass().addAll("flat", "paper");
        button.setWrapText(true);
        button.setMaxWidth(Thumbnail.SIZE + 8.0);
        button.setMinHeight(USE_PREF_SIZE);
        button.setAccessibleText(paper.name() + ". " + paper.about());
        button.setTooltip(new Tooltip(paper.about()));
        button.setOnAction(_ -> paper.open().run());
        return button;
    }

    /// A prior that does not hang is hung by its heading.
    private static Labeled heading(OpenCase open, CaseStudy study, String title, boolean hangs) {
        Labeled heading;
        if (hangs) {
            var button = new Button(title);
            button.setOnAction(_ -> open.hangPrior(Optional.of(study.uid())));
            heading = button;
        } else heading = new Label(title);
        heading.getStyleClass()
                .addAll("heading", study.uid().equals(open.current().uid()) ? "strong" : "prior");
        heading.setWrapText(true);
        return heading;
    }

    private Thumbnail thumbnail(OpenCase open, ImageStack stack, boolean prior) {
        var thumbnail = new Thumbnail(desk, stack, prior);
        thumbnail.refresh();
        thumbnail.setOnMousePressed(_ -> thumbnail.requestFocus());
        thumbnail.setOnMouseClicked(
                e -> {
                    if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2)
                        open.show(open.active(), stack);
                });
        thumbnail.setOnKeyPressed(
                e -> {
                    if (e.getCode() != KeyCode.ENTER) return;
                    open.show(open.active(), stack);
                    e.consume();
                });
        thumbnail.setOnDragDetected(
                e -> {
                    thumbnail
                            .startDragAndDrop(TransferMode.COPY)
                            .setContent(StackDrag.content(stack.id()));
                    e.consume();
                });
        return thumbnail;
    }
}
