package org.tyde.ui.worklist;

import javafx.animation.PauseTransition;
import javafx.beans.Observable;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.util.Duration;

import org.jspecify.annotations.Nullable;
import org.tyde.ui.Messages;
import org.tyde.worklist.WorklistRow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The dense table: one line a study, columns that keep their width. Sorted by urgency until a heading is
/// pressed.
final class StudyTable extends TableView<WorklistRow> {
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
    private static final PseudoClass WARNS = PseudoClass.getPseudoClass("warns");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final double BASE_PX = 13;
    private static final double LEAST_WIDTH = 24;

    private final StudyTexts texts;
    private final PauseTransition rest = new PauseTransition(Duration.millis(400));
    private List<ColumnPlace> kept;
    private double scale = 1;

    StudyTable(
            WorklistModel model,
            Messages messages,
            StudyTexts texts,
            Consumer<WorklistRow> read,
            ColumnPlace.Keeper keeper) {
        this.texts = texts;
        getStyleClass().addAll("study-table", "dense");
        setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        setTableMenuButtonVisible(false);
        setPlaceholder(new Label());
        accessibleTextProperty().bind(messages.in(StudyTable.class).bind("table.name"));
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        kept = keeper.columns();
        for (var column : inOrder()) getColumns().add(column(column, model, messages));
        rest.setOnFinished(_ -> keep(keeper));
        getColumns().addListener((Observable _) -> rest.playFromStart());
        setRowFactory(_ -> new Row(read));
        messages.localeProperty().subscribe((_, _) -> refresh());
        getSelectionModel()
                .selectedItemProperty()
                .subscribe(
                        (_, now) -> {
                            if (now != null) model.chosenProperty().set(now);
                        });
        model.chosenProperty().subscribe(this::follow);
    }

    private TableColumn<WorklistRow, WorklistRow> column(
            StudyColumn column, WorklistModel model, Messages messages) {
        var made = new TableColumn<WorklistRow, WorklistRow>();
        var heading = new Label();
        heading.textProperty().bind(messages.in(StudyTable.class).bind(column.key()));
        made.setGraphic(heading);
        made.setId(column.key());
        made.setPrefWidth(width(column));
        made.widthProperty().subscribe((_, _) -> rest.playFromStart());
        made.setMinWidth(LEAST_WIDTH);
        made.setReorderable(true);
        if (column.id().equals(StudyColumn.WAITS))
            model.waits().addListener((Observable _) -> made.setVisible(!model.waits().isEmpty()));
        made.setVisible(!column.id().equals(StudyColumn.WAITS));
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(_ -> new Cell(column));
        made.setComparator((a, b) -> column.order().apply(texts).compare(a, b));
        return made;
    }

    /// @param next 1 to 2: rows and columns grow with the text
    private void scale(double next) {
        setFixedCellSize(Math.rint(26 * next));
        for (var column : getColumns()) column.setPrefWidth(column.getWidth() / scale * next);
        scale = next;
    }

    /// As a person has arranged them; a column that is new stands where it comes with Tyde.
    private List<StudyColumn> inOrder() {
        var order = new ArrayList<StudyColumn>();
        for (var place : kept)
            StudyColumn.ALL.stream().filter(c -> c.id().equals(place.id())).forEach(order::add);
        for (int i = 0; i < StudyColumn.ALL.size(); i++)
            if (!order.contains(StudyColumn.ALL.get(i)))
                order.add(Math.min(i, order.size()), StudyColumn.ALL.get(i));
        return order;
    }

    private double width(StudyColumn column) {
        return kept.stream()
                .filter(p -> p.id().equals(column.id()) && p.width() >= LEAST_WIDTH)
                .mapToDouble(ColumnPlace::width)
                .findFirst()
                .orElse(column.width());
    }

    private void keep(ColumnPlace.Keeper keeper) {
        var now =
                getColumns().stream()
                        .map(c -> new ColumnPlace(idOf(c), Math.rint(c.getWidth() / scale)))
                        .toList();
        if (now.equals(kept)) return;
        kept = now;
        keeper.keep(now);
    }

    private static String idOf(TableColumn<WorklistRow, ?> column) {
        return StudyColumn.ALL.stream()
                .filter(c -> c.key().equals(column.getId()))
                .map(StudyColumn::id)
                .findFirst()
                .orElseThrow();
    }

    private void follow(@Nullable WorklistRow row) {
        if (row == null) getSelectionModel().clearSelection();
        else if (!row.equals(getSelectionModel().getSelectedItem())) {
            getSelectionModel().select(row);
            scrollTo(Math.max(0, getSelectionModel().getSelectedIndex() - 4));
        }
    }

    void takeFocus() {
        requestFocus();
        if (getSelectionModel().isEmpty() && !getItems().isEmpty()) {
            getSelectionModel().select(0);
            getFocusModel().focus(0);
        }
    }

    @Override
    protected void layoutChildren() {
        double text = lookup(".label") instanceof Label label ? label.getFont().getSize() : BASE_PX;
        double rows = Math.rint(2 * text);
        if (getFixedCellSize() != rows) scale(text / BASE_PX);
        super.layoutChildren();
    }

    private static final class Row extends TableRow<WorklistRow> {
        Row(Consumer<WorklistRow> read) {
            setOnMouseClicked(
                    click -> {
                        if (click.getButton() == MouseButton.PRIMARY
                                && click.getClickCount() == 2
                                && getItem() != null) read.accept(getItem());
                    });
        }

        @Override
        protected void updateItem(@Nullable WorklistRow row, boolean empty) {
            super.updateItem(row, empty);
            pseudoClassStateChanged(URGENT, row != null && !empty && StudyTexts.urgent(row));
            pseudoClassStateChanged(DONE, row != null && !empty && StudyTexts.done(row));
        }
    }

    private final class Cell extends TableCell<WorklistRow, WorklistRow> {
        private final StudyColumn column;

        Cell(StudyColumn column) {
            this.column = column;
            getStyleClass().add(column.id());
        }

        @Override
        protected void updateItem(@Nullable WorklistRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean filled = row != null && !empty;
            setText(row != null && filled ? column.text().apply(texts, row) : "");
            if (column.id().equals("status") && row != null && filled) {
                pseudoClassStateChanged(WARNS, row.undelivered().isPresent());
                var told = texts.statusTold(row);
                setTooltip(told.isEmpty() ? null : new Tooltip(told));
            }
            if (!column.id().equals(StudyColumn.READY)) return;
            pseudoClassStateChanged(WARNS, row != null && filled && row.readiness().warns());
            setAccessibleText(row != null && filled ? texts.readiness(row) : "");
            setTooltip(row != null && filled ? new Tooltip(texts.readiness(row)) : null);
        }
    }
}
