package org.tyde.ui.settings;

import static org.tyde.ui.settings.NodeField.*;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

import org.tyde.settings.NodeLimits;
import org.tyde.settings.RetrieveMethod;
import org.tyde.ui.Messages;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One archive with all that can be said of it. What cannot be is marked and said in words, and nothing is
/// kept then.
final class NodeForm extends VBox {
    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

    private final Messages.Room words;
    private final NodeDraft draft;
    private final Map<NodeField, TextField> fields = new EnumMap<>(NodeField.class);
    private final ObjectProperty<LoginKind> login = new SimpleObjectProperty<>(LoginKind.NONE);
    private final ComboBox<LoginKind> logins;
    private final CheckBox dpop = new CheckBox();
    private final CheckBox dimseTls = new CheckBox();
    private final List<ComboBox<Optional<RetrieveMethod>>> order = new ArrayList<>();
    private final Label said = new Label();

    /// @param draft what stands there at first
    /// @param taken names of the other archives
    /// @param keep takes what is entered
    /// @param leave closes the form
    NodeForm(
            Messages messages,
            NodeDraft draft,
            List<String> taken,
            Consumer<NodeDraft.Read.Node> keep,
            Runnable leave) {
        words = messages.in(NodeForm.class);
        this.draft = draft;
        getStyleClass().add("node-form");
        for (var field : NodeField.values()) fields.put(field, made(field));
        login.set(draft.login());
        logins =
                Choice.of(
                        words,
                        List.of(LoginKind.values()),
                        kind -> words.text("node.login." + kind),
                        login,
                        login::set);
        var form = new FormGrid(words);
        web(form);
        dimse(form);
        trust(form);
        form.row("node.retrieve", retrieve());
        form.row("node.limits", limits());
        said.getStyleClass().add("danger");
        said.setWrapText(true);
        said.managedProperty().bind(said.textProperty().isNotEmpty());
        var save = button("node.keep");
        save.setDefaultButton(false);
        save.setOnAction(_ -> keep(taken, keep));
        var cancel = button("node.leave");
        cancel.setOnAction(_ -> leave.run());
        var buttons = new HBox(save, cancel);
        buttons.getStyleClass().add("line");
        getChildren().addAll(form, said, buttons);
        addEventHandler(
                KeyEvent.KEY_PRESSED,
                pressed -> {
                    if (pressed.getCode() != KeyCode.ESCAPE) return;
                    leave.run();
                    pressed.consume();
                });
    }

    /// Where typing begins.
    TextField first() {
        return field(NAME);
    }

    TextField field(NodeField field) {
        return java.util.Objects.requireNonNull(fields.get(field));
    }

    ComboBox<LoginKind> logins() {
        return logins;
    }

    private TextField made(NodeField field) {
        var text = field.secret() ? new PasswordField() : new TextField();
        text.setText(draft.text(field));
        text.textProperty().subscribe(() -> text.pseudoClassStateChanged(WRONG, false));
        text.accessibleTextProperty().bind(words.bind("node." + field.name()));
        if (field.secret())
            text.promptTextProperty()
                    .bind(words.bind(draft.kept(field) ? "node.kept" : "node.secret"));
        return text;
    }

    private void web(FormGrid form) {
        row(form, NAME);
        field(ADDRESS).setPromptText("https://arkiv.eksempel.no/dicom-web");
        row(form, ADDRESS);
        form.row("node.login", logins);
        dpop.setSelected(draft.dpop());
        dpop.textProperty().bind(words.bind("node.dpop"));
        field(ISSUER).setPromptText("https://innlogging.eksempel.no");
        field(SCOPE).setPromptText("openid");
        form.row("node.USER", field(USER), is(LoginKind.BASIC));
        form.row("node.PASSWORD", field(PASSWORD), is(LoginKind.BASIC));
        form.row("node.TOKEN", field(TOKEN), is(LoginKind.BEARER));
        form.row("node.ISSUER", field(ISSUER), is(LoginKind.OPENID));
        form.row("node.CLIENT", field(CLIENT), is(LoginKind.OPENID));
        form.row("node.SCOPE", field(SCOPE), is(LoginKind.OPENID));
        form.row("node.CLIENT_KEY", field(CLIENT_KEY), is(LoginKind.OPENID));
        form.row("node.tokens", dpop, is(LoginKind.OPENID));
        field(PROXY).promptTextProperty().bind(words.bind("node.proxy.none"));
        row(form, PROXY);
    }

    private BooleanBinding is(LoginKind kind) {
        return Bindings.createBooleanBinding(() -> login.get() == kind, login);
    }

    private void dimse(FormGrid form) {
        dimseTls.setSelected(draft.dimseTls());
        dimseTls.setText("TLS");
        dimseTls.setMinWidth(USE_PREF_SIZE);
        field(PORT).setPromptText("11112");
        field(TITLE).promptTextProperty().bind(words.bind("node.TITLE"));
        field(HOST).promptTextProperty().bind(words.bind("node.HOST"));
        field(PORT).setPrefColumnCount(5);
        field(TITLE).setPrefColumnCount(12);
        form.row("node.dimse", line(field(HOST), field(PORT), field(TITLE), dimseTls));
    }

    private void trust(FormGrid form) {
        field(TRUSTED).promptTextProperty().bind(words.bind("node.trusted.system"));
        field(KEY_STORE).promptTextProperty().bind(words.bind("node.keystore.none"));
        form.row("node.TRUSTED", chosen(TRUSTED, "*.pem", "*.crt", "*.cer"));
        form.row("node.KEY_STORE", chosen(KEY_STORE, "*.p12", "*.pfx"));
        form.row(
                "node.KEY_STORE_PASSWORD",
                field(KEY_STORE_PASSWORD),
                field(KEY_STORE).textProperty().isNotEmpty());
    }

    private HBox chosen(NodeField field, String... patterns) {
        var choose = button("node.choose");
        choose.setOnAction(
                _ -> {
                    var chooser = new FileChooser();
                    chooser.getExtensionFilters()
                            .add(
                                    new FileChooser.ExtensionFilter(
                                            words.text("node." + field), patterns));
                    Optional.ofNullable(chooser.showOpenDialog(getScene().getWindow()))
                            .ifPresent(file -> field(field).setText(file.toString()));
                });
        return line(field(field), choose);
    }

    /// First, then, then: methods without an address are left out when it is kept.
    private HBox retrieve() {
        var box = line();
        for (int place = 0; place < RetrieveMethod.values().length; place++) {
            var methods = new ArrayList<Optional<RetrieveMethod>>();
            methods.add(Optional.empty());
            for (var method : RetrieveMethod.values()) methods.add(Optional.of(method));
            var now =
                    place < draft.order().size()
                            ? Optional.of(draft.order().get(place))
                            : Optional.<RetrieveMethod>empty();
            var none = place == 0 ? "node.retrieve.usual" : "node.retrieve.none";
            var choice =
                    Choice.of(
                            words,
                            methods,
                            method ->
                                    method.map(m -> m.name().replace('_', '-'))
                                            .orElse(words.text(none)),
                            new SimpleObjectProperty<>(now),
                            _ -> {});
            choice.accessibleTextProperty().bind(words.bind("node.retrieve.place", place + 1));
            order.add(choice);
            box.getChildren().add(choice);
        }
        return box;
    }

    /// As many to a line as there is room for.
    private FlowPane limits() {
        var box = new FlowPane(12, 4);
        var usual = NodeLimits.USUAL;
        field(PARALLEL).setPromptText(String.valueOf(usual.parallel()));
        field(CONNECT).setPromptText(String.valueOf(usual.connect().toSeconds()));
        field(ANSWER).setPromptText(String.valueOf(usual.answer().toSeconds()));
        field(STALL).setPromptText(String.valueOf(usual.stall().toSeconds()));
        for (var one : List.of(PARALLEL, CONNECT, ANSWER, STALL)) {
            field(one).setPrefColumnCount(3);
            field(one).setMinWidth(48);
            var label = new Label();
            label.textProperty().bind(words.bind("node.limit." + one));
            label.getStyleClass().add("quiet");
            label.setMinWidth(USE_PREF_SIZE);
            var pair = new HBox(label, field(one));
            pair.getStyleClass().add("line");
            box.getChildren().add(pair);
        }
        return box;
    }

    private void row(FormGrid form, NodeField field) {
        form.row("node." + field, field(field));
    }

    private static HBox line(Node... nodes) {
        var line = new HBox(nodes);
        line.getStyleClass().add("line");
        if (nodes.length > 0) HBox.setHgrow(nodes[0], Priority.ALWAYS);
        return line;
    }

    private Button button(String key) {
        var button = new Button();
        button.textProperty().bind(words.bind(key));
        return button;
    }

    private void keep(List<String> taken, Consumer<NodeDraft.Read.Node> keep) {
        switch (entered().read(taken)) {
            case NodeDraft.Read.Node node -> keep.accept(node);
            case NodeDraft.Read.Wrong(var field) -> {
                field(field).pseudoClassStateChanged(WRONG, true);
                field(field).requestFocus();
                said.setText(words.text("node.wrong." + field));
            }
        }
    }

    private NodeDraft entered() {
        var typed = new EnumMap<NodeField, String>(NodeField.class);
        fields.forEach((field, text) -> typed.put(field, text.getText()));
        var methods = new ArrayList<RetrieveMethod>();
        for (var choice : order)
            choice.getValue().filter(m -> !methods.contains(m)).ifPresent(methods::add);
        return new NodeDraft(
                typed,
                login.get(),
                dpop.isSelected(),
                dimseTls.isSelected(),
                methods,
                draft.before());
    }
}
