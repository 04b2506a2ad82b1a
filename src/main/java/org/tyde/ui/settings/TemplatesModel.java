package org.tyde.ui.settings;

import static org.tyde.ui.FxThread.FX;

import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.tyde.refusal.Refusal;
import org.tyde.report.Section;
import org.tyde.report.template.MrrtRead;
import org.tyde.report.template.Notation;
import org.tyde.report.template.Origin;
import org.tyde.report.template.Part;
import org.tyde.report.template.Piece;
import org.tyde.report.template.Template;
import org.tyde.report.template.TemplateLibrary;
import org.tyde.report.template.TemplateLibrary.Held;
import org.tyde.report.template.TemplateReason;
import org.tyde.ui.Messages;
import org.tyde.work.JobRunner;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// The templates of this desk, changed as text and kept as the user's own. Used on the JavaFX thread.
public final class TemplatesModel {
    private final TemplateLibrary library;
    private final JobRunner runner;
    private final Messages messages;
    private final ObservableList<Held> all = FXCollections.observableArrayList();
    private Optional<String> kept = Optional.empty();
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");

    /// @param library of this desk
    /// @param runner runs what waits for the disk
    /// @param messages words on screen
    public TemplatesModel(TemplateLibrary library, JobRunner runner, Messages messages) {
        this.library = library;
        this.runner = runner;
        this.messages = messages;
        refresh();
    }

    /// The files have changed, or how they are read.
    public void refresh() {
        FX.watch(
                runner.waiting("read templates", _ -> library.read()),
                read -> {
                    all.setAll(read.templates());
                    kept = Optional.empty();
                    if (!read.refused().isEmpty()) tell(read.refused().getFirst());
                },
                this::tell);
    }

    private void tell(Throwable why) {
        said.set(messages.sentence(why));
    }

    /// Keeps a template as the user's own: one that is his in its place, a copy of any other.
    ///
    /// @param of as it was
    /// @param title what it is called from now on
    /// @param texts what its sections say, in [Notation]
    /// @return whether it could be read; else [#saidProperty()] says why not
    boolean keep(Held of, String title, Map<Section, String> texts) {
        try {
            var fields = of.template().slots().map(Piece.Slot::field).toList();
            var parts = new ArrayList<Part>();
            for (var text : texts.entrySet())
                parts.add(new Part(text.getKey(), Notation.template(text.getValue(), fields)));
            once(parts);
            var head = of.template().head();
            var id = of.origin() == Origin.OWN ? head.id() : fresh();
            var name = title.isBlank() ? head.title() : title.strip();
            var next = new Template(head.copiedAs(id, name), parts, of.template().fieldCodes());
            if (next.parts().isEmpty()) throw new Refusal(TemplateReason.EMPTY);
            said.set("");
            FX.watch(
                    runner.waiting("keep a template", _ -> library.keep(next)),
                    _ -> {
                        kept = Optional.of(id);
                        refresh();
                    },
                    this::tell);
            return true;
        } catch (Refusal refused) {
            tell(refused);
            return false;
        }
    }

    private static void once(List<Part> parts) throws Refusal {
        var labels = new HashSet<String>();
        var ids = new HashSet<String>();
        for (var slot : parts.stream().flatMap(Part::slots).toList()) {
            var field = slot.field();
            if (!labels.add(field.label().toLowerCase(Locale.ROOT)) || !ids.add(field.id()))
                throw new Refusal(TemplateReason.FIELD_TWICE, field.label());
        }
    }

    private static String fresh() {
        var digits = UUID.randomUUID().toString().replace("-", "");
        return "2.25." + new BigInteger(digits, 16);
    }

    /// @param held an own one
    void remove(Held held) {
        var id = held.template().head().id();
        FX.watch(
                runner.waiting(
                        "remove a template",
                        _ -> {
                            library.remove(id);
                            return true;
                        }),
                _ -> refresh(),
                this::tell);
    }

    /// @param file MRRT of anyone; becomes an own template, and what was left out of it is said
    void bring(Path file) {
        FX.watch(
                runner.waiting(
                        "read a template",
                        _ -> {
                            var read = TemplateLibrary.read(file);
                            library.keep(read.template());
                            return read;
                        }),
                this::brought,
                this::tell);
    }

    private void brought(MrrtRead read) {
        said.set(
                read.warnings().stream().map(messages::sentence).collect(Collectors.joining("\n")));
        refresh();
    }

    /// @param held any
    /// @param file MRRT, written over
    void take(Held held, Path file) {
        FX.watch(
                runner.waiting(
                        "write a template",
                        _ -> {
                            TemplateLibrary.write(held.template(), file);
                            return true;
                        }),
                _ -> said.set(""),
                this::tell);
    }

    /// @return identifier of what was kept since the list was last read, while it is read anew
    Optional<String> lastKept() {
        return kept;
    }

    ObservableList<Held> all() {
        return all;
    }

    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    Messages messages() {
        return messages;
    }
}
