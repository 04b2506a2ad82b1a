package org.tyde.ui.settings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.tyde.refusal.Refusal;
import org.tyde.report.out.FormSample;
import org.tyde.report.out.OutReason;
import org.tyde.report.out.ReportForms.Form;
import org.tyde.settings.ReportOutputs;
import org.tyde.ui.FxThread;
import org.tyde.ui.Messages;
import org.tyde.work.JobRunner;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;

/// Which forms of a signed report leave besides it, and where they go. Used on the JavaFX thread.
public final class ReportFormsModel {
    private final SettingsModel settings;
    private final JobRunner runner;
    private final Messages messages;
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper(this, "refused");
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");

    /// @param settings in force
    /// @param runner writes samples
    /// @param messages words
    public ReportFormsModel(SettingsModel settings, JobRunner runner, Messages messages) {
        this.settings = settings;
        this.runner = runner;
        this.messages = messages;
    }

    /// @return words
    Messages messages() {
        return messages;
    }

    /// @return what came of the last change or sample, in words
    ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }

    /// @return whether what was said is a refusal
    ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    private void say(boolean no, String sentence) {
        refused.set(no);
        said.set(sentence);
    }

    /// @return what leaves now
    ReportOutputs now() {
        return settings.settingsProperty().get().reportOutputs();
    }

    /// @param on whether the PDF goes to the archive as an object
    void pdfToArchive(boolean on) {
        settings.change(
                s -> s.withReportOutputs(new ReportOutputs(on, s.reportOutputs().folders())));
    }

    /// @param form of reports
    /// @return where they go as files, empty where they do not
    String folder(Form form) {
        return Optional.ofNullable(now().folders().get(key(form))).map(Path::toString).orElse("");
    }

    /// @param form of reports
    /// @param text a folder with its whole path, or nothing
    /// @return whether it was taken
    boolean folder(Form form, String text) {
        try {
            var folders = new TreeMap<>(now().folders());
            if (text.isBlank()) folders.remove(key(form));
            else folders.put(key(form), whole(text.strip()));
            say(false, "");
            settings.change(
                    s ->
                            s.withReportOutputs(
                                    new ReportOutputs(s.reportOutputs().pdfToArchive(), folders)));
            return true;
        } catch (Refusal no) {
            say(true, messages.sentence(no));
            return false;
        }
    }

    private static Path whole(String text) throws Refusal {
        try {
            var path = Path.of(text);
            if (path.isAbsolute()) return path;
        } catch (InvalidPathException none) {
            throw new Refusal(OutReason.FOLDER_RELATIVE, text).because(none);
        }
        throw new Refusal(OutReason.FOLDER_RELATIVE, text);
    }

    /// Writes a sample into the folder of a form.
    ///
    /// @param form with a folder
    void sample(Form form) {
        var folder = now().folders().get(key(form));
        if (folder == null) return;
        var language = settings.settingsProperty().get().language();
        say(false, "");
        FxThread.FX.watch(
                runner.waiting(
                        "write a sample",
                        _ ->
                                FormSample.write(
                                        form,
                                        folder,
                                        language,
                                        LocalDateTime.now(ZoneId.systemDefault()).withNano(0))),
                file -> say(false, messages.in(ReportFormsModel.class).text("forms.sampled", file)),
                failure -> say(true, messages.sentence(failure)));
    }

    private static String key(Form form) {
        return form.name().toLowerCase(Locale.ROOT);
    }
}
