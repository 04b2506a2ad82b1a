package org.tyde.ui.settings;

import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

import org.tyde.report.out.ReportForms.Form;
import org.tyde.ui.Messages;

import java.nio.file.Files;
import java.nio.file.Path;

/// What leaves with a signed report: its PDF to the archive, its forms into folders, each with a sample to see
/// whether it gets there.
public final class ReportFormsPane extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final ReportFormsModel model;
    private final Messages.Room words;

    /// @param model which forms go where
    public ReportFormsPane(ReportFormsModel model) {
        this.model = model;
        words = model.messages().in(ReportFormsPane.class);
        getStyleClass().addAll("report-forms", "boxes");
        var note = new Label();
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.textProperty().bind(words.bind("forms.note"));
        var archive = new CheckBox();
        archive.textProperty().bind(words.bind("forms.archive"));
        archive.setSelected(model.now().pdfToArchive());
        archive.setOnAction(_ -> model.pdfToArchive(archive.isSelected()));
        var grid = new FormGrid(words);
        for (var form : Form.values()) grid.row("forms." + form.name(), line(form));
        var said = new Label();
        model.refusedProperty()
                .subscribe(no -> said.getStyleClass().setAll("label", no ? "warning" : "quiet"));
        said.setWrapText(true);
        said.textProperty().bind(model.saidProperty());
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        getChildren().addAll(note, archive, grid, said);
    }

    private HBox line(Form form) {
        var folder = new TextField(model.folder(form));
        folder.promptTextProperty().bind(words.bind("forms.none"));
        HBox.setHgrow(folder, Priority.ALWAYS);
        Runnable keep =
                () -> folder.pseudoClassStateChanged(WRONG, !model.folder(form, folder.getText()));
        folder.setOnAction(_ -> keep.run());
        folder.focusedProperty()
                .subscribe(
                        (was, is) -> {
                            if (was && !is) keep.run();
                        });
        var choose = button("forms.choose", () -> choose(folder, keep));
        var sample =
                button(
                        "forms.sample",
                        () -> {
                            keep.run();
                            model.sample(form);
                        });
        sample.disableProperty().bind(folder.textProperty().isEmpty());
        var line = new HBox(folder, choose, sample);
        line.getStyleClass().add("line");
        return line;
    }

    private Button button(String key, Runnable step) {
        var button = new Button();
        button.textProperty().bind(words.bind(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> step.run());
        return button;
    }

    private void choose(TextField folder, Runnable keep) {
        var chooser = new DirectoryChooser();
        var now = Path.of(folder.getText());
        if (now.isAbsolute() && Files.isDirectory(now)) chooser.setInitialDirectory(now.toFile());
        var chosen = chooser.showDialog(getScene().getWindow());
        if (chosen == null) return;
        folder.setText(chosen.getPath());
        keep.run();
    }
}
