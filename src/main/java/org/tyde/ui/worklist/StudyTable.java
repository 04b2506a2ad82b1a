package org.tyde.ui.worklist;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;

import org.jspecify.annotations.Nullable;
import org.tyde.ui.Messages;
import org.tyde.worklist.WorklistRow;

import java.util.function.Consumer;

/// The dense table: one line a study, columns that keep their width. Sorted by urgency until a heading is
/// pressed.
final class StudyTable extends TableView<WorklistRow> {
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");
    private static final PseudoClass DONE = PseudoClass.getPseudoClass("done");
    private static final double BASE_PX = 13;

    private final StudyTexts texts;

    StudyTable(
            WorklistModel model, Messages messages, StudyTexts texts, Consumer<WorklistRow> read) {
        this.texts = texts;
        getStyleClass().addAll("study-table", "dense");
        setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        setTableMenuButtonVisible(false);
        setPlaceholder(new Label());
        accessibleTextProperty().bind(messages.in(StudyTable.class).bind("table.name"));
        var sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        for (var column : StudyColumn.ALL) getColumns().add(column(column, messages));
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

    private TableColumn<WorklistRow, WorklistRow> column(StudyColumn column, Messages messages) {
        var made = new TableColumn<WorklistRow, WorklistRow>();
        var heading = new Label();
        heading.textProperty().bind(messages.in(StudyTable.class).bind(column.key()));
        made.setGraphic(heading);
        made.setId(column.key());
        made.setPrefWidth(column.width());
        made.setMinWidth(24);
        made.setReorderable(true);
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
        made.setCellFactory(_ -> new Cell(column));
        made.setComparator((a, b) -> column.order().apply(texts).compare(a, b));
        return made;
    }

    /// @param scale 1 to 2: rows and columns grow with the text
    void scale(double scale) {
        setFixedCellSize(Math.rint(26 * scale));
        for (int i = 0; i < getColumns().size(); i++)
            getColumns().get(i).setPrefWidth(StudyColumn.ALL.get(i).width() * scale);
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
            setText(row == null || empty ? "" : column.text().apply(texts, row));
        }
    }
}
