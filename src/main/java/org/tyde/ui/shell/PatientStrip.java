package org.tyde.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;

import org.tyde.ui.Messages;
import org.tyde.ui.control.ControlStyles;

import java.util.Optional;

/// The band that says whose pictures these are, in every window, in large type. It grows by a line rather
/// than cutting a name.
public final class PatientStrip extends VBox {
    private static final PseudoClass NOBODY = PseudoClass.getPseudoClass("nobody");
    private final Messages.Room words;
    private final Label name = part("name");
    private final Label number = part("number");
    private final Label age = part("age");
    private final Label sex = part("sex");
    private final Label examination = part("examination");
    private final Label accession = part("accession");
    private final Label hospital = part("hospital");
    private Optional<Identity> shown = Optional.empty();

    /// @param identity who is shown now, empty for nobody
    /// @param messages words
    public PatientStrip(ObservableValue<Optional<Identity>> identity, Messages messages) {
        words = messages.in(PatientStrip.class);
        getStyleClass().add("patient-strip");
        ControlStyles.wear(this, PatientStrip.class, "shell.css");
        var first = new FlowPane(name, number, age, sex);
        first.getStyleClass().add("first");
        var second = new FlowPane(examination, accession, hospital);
        second.getStyleClass().add("second");
        getChildren().addAll(first, second);
        name.setWrapText(true);
        name.setMinWidth(0);
        name.maxWidthProperty().bind(widthProperty().subtract(24));
        setMinHeight(USE_PREF_SIZE);
        identity.subscribe(this::show);
        messages.localeProperty().subscribe(_ -> show(shown));
    }

    private static Label part(String style) {
        var label = new Label();
        label.getStyleClass().add(style);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    private void show(Optional<Identity> identity) {
        shown = identity;
        pseudoClassStateChanged(NOBODY, identity.isEmpty());
        name.setText(identity.map(Identity::name).orElseGet(() -> words.text("strip.nobody")));
        number.setText(identity.map(i -> i.numberKind() + " " + i.number()).orElse(""));
        age.setText(identity.map(Identity::age).orElse(""));
        sex.setText(identity.map(Identity::sex).orElse(""));
        examination.setText(identity.map(i -> i.examination() + "  " + i.when()).orElse(""));
        accession.setText(
                identity.map(i -> words.text("strip.accession", i.accession())).orElse(""));
        hospital.setText(identity.map(Identity::hospital).orElse(""));
        setAccessibleText(name.getText() + " " + number.getText() + " " + examination.getText());
    }

    /// @return who the strip names now
    public Optional<Identity> shown() {
        return shown;
    }
}
