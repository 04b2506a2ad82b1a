package org.tyde.ui.settings;

import static org.tyde.ui.FxThread.FX;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

import org.tyde.refusal.Refusal;
import org.tyde.settings.ArchiveNode;
import org.tyde.settings.Monitor;
import org.tyde.settings.MonitorSetup;
import org.tyde.settings.Secrets;
import org.tyde.settings.Settings;
import org.tyde.ui.Messages;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The settings in force. A change holds at once and is written by a job; what could not be written is
/// said. Lives on the JavaFX thread.
public final class SettingsModel {
    /// Keeps settings; waits for the disk.
    @FunctionalInterface
    public interface Keeper {
        /// @param settings all of them
        /// @throws Refusal they could not be written
        void keep(Settings settings) throws Refusal;
    }

    /// Asks an archive for one study, to see whether it answers; waits for the network.
    @FunctionalInterface
    public interface Probe {
        /// @param node to be tried
        /// @throws Refusal it does not answer, or not as an archive
        void ask(ArchiveNode node) throws Refusal;
    }

    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper(this, "said", "");

    /// Who keeps secrets, and whether they can be read now.
    ///
    /// @param kind who keeps them
    /// @param locked whether a pass phrase must be given first
    /// @param chosen whether a pass phrase has been chosen before
    public record SecretsState(Secrets.Kind kind, boolean locked, boolean chosen) {}

    private final Secrets secrets;
    private final Keeper keeper;
    private final Probe probe;
    private final JobRunner runner;
    private final Messages messages;
    private Optional<SpeechSetup> speech = Optional.empty();

    /// @param settings in force at the start
    /// @param keeper writes them
    /// @param probe tries an archive
    /// @param secrets keeps passwords, tokens and keys
    /// @param runner runs both
    /// @param messages words
    public SettingsModel(
            Settings settings,
            Keeper keeper,
            Probe probe,
            Secrets secrets,
            JobRunner runner,
            Messages messages) {
        this.settings = new ReadOnlyObjectWrapper<>(this, "settings", settings);
        this.keeper = keeper;
        this.probe = probe;
        this.secrets = secrets;
        this.runner = runner;
        this.messages = messages;
        messages.localeProperty().set(settings.language());
    }

    /// @param setup what the settings of speech ask of this machine; before the settings are shown
    public void speechThrough(SpeechSetup setup) {
        speech = Optional.of(setup);
    }

    /// @return what the settings of speech ask of this machine
    Optional<SpeechSetup> speech() {
        return speech;
    }

    /// @param step makes the next settings of the ones in force
    public void change(UnaryOperator<Settings> step) {
        var next = step.apply(settings.get());
        if (next.equals(settings.get())) return;
        settings.set(next);
        messages.localeProperty().set(next.language());
        Job<Boolean> job =
                runner.waiting(
                        "settings",
                        _ -> {
                            keeper.keep(next);
                            return true;
                        });
        FX.watch(
                job,
                _ -> said.set(messages.in(SettingsModel.class).text("kept")),
                failure -> said.set(messages.sentence(failure)));
    }

    /// @param node to be tried
    /// @return ends when it has answered, or with why it did not
    public Job<Boolean> probe(ArchiveNode node) {
        return runner.waiting(
                "probe",
                _ -> {
                    probe.ask(node);
                    return true;
                });
    }

    /// Writes secrets and overwrites what was given.
    ///
    /// @param all by name
    /// @return ends when they are kept
    public Job<Boolean> keepSecrets(Map<String, char[]> all) {
        return runner.waiting(
                "keep secrets",
                _ -> {
                    try {
                        for (var one : all.entrySet()) secrets.write(one.getKey(), one.getValue());
                    } finally {
                        all.values().forEach(secret -> Arrays.fill(secret, '\0'));
                    }
                    return true;
                });
    }

    /// @param names of secrets that nothing refers to any more
    /// @return ends when they are gone
    public Job<Boolean> dropSecrets(Collection<String> names) {
        return runner.waiting(
                "drop secrets",
                _ -> {
                    for (var name : names) secrets.delete(name);
                    return true;
                });
    }

    /// @return who keeps secrets; may wait for the user to unlock the key store
    public Job<SecretsState> secretsState() {
        return runner.waiting(
                "look at the key store",
                _ -> {
                    var lock = secrets.lock();
                    return new SecretsState(
                            secrets.kind(),
                            lock.filter(Secrets.Lock::locked).isPresent(),
                            lock.filter(Secrets.Lock::exists).isPresent());
                });
    }

    /// @param passPhrase overwritten
    /// @return ends when secrets can be read
    public Job<Boolean> unlockSecrets(char[] passPhrase) {
        return runner.waiting(
                "unlock secrets",
                _ -> {
                    try {
                        var lock = secrets.lock();
                        if (lock.isPresent()) lock.get().unlock(passPhrase);
                        return true;
                    } finally {
                        Arrays.fill(passPhrase, '\0');
                    }
                });
    }

    /// Grows or shrinks all text on a monitor by a step; stops at 100 and 200 %.
    ///
    /// @param monitor on which
    /// @param by added to the scale, such as 0.1
    public void resize(Monitor monitor, double by) {
        double now = settings.get().monitors().textScale(monitor);
        double next = Math.clamp(Math.rint((now + by) * 20) / 20, 1, 2);
        set(monitor, setup -> setup.withTextScale(next));
    }

    /// @param monitor to be set
    /// @param step makes the next setup of the one now
    public void set(Monitor monitor, UnaryOperator<MonitorSetup> step) {
        change(
                s -> {
                    var all = s.monitors();
                    return s.withMonitors(all.with(monitor, step.apply(all.of(monitor))));
                });
    }

    /// @param step makes the next setup, of all monitors that are not set themselves, of the one now
    public void setOthers(UnaryOperator<MonitorSetup> step) {
        change(
                s -> {
                    var all = s.monitors();
                    return s.withMonitors(all.withOthers(step.apply(all.others())));
                });
    }

    /// Norwegian becomes English, anything else Norwegian.
    public void switchLanguage() {
        boolean norwegian = messages.locale().getLanguage().equals("nb");
        change(s -> s.withLanguage(norwegian ? Messages.ENGLISH : Messages.BOKMAAL));
    }

    /// @return the settings in force
    public ReadOnlyObjectProperty<Settings> settingsProperty() {
        return settings.getReadOnlyProperty();
    }

    /// @return how the last change was kept, in words; empty before the first
    public ReadOnlyStringProperty saidProperty() {
        return said.getReadOnlyProperty();
    }
}
