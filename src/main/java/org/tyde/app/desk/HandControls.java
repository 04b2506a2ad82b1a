package org.tyde.app.desk;

import static org.tyde.ui.FxThread.FX;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.dictation.words.SpokenCommand;
import org.tyde.refusal.Refusal;
import org.tyde.speech.PushToTalk.Button;
import org.tyde.speech.hid.Control;
import org.tyde.speech.hid.HandDevice;
import org.tyde.speech.hid.HandEvent;
import org.tyde.speech.hid.HidConnection;
import org.tyde.ui.reporting.ReportModel;
import org.tyde.work.Job;
import org.tyde.work.JobRunner;

import java.util.Optional;

/// Hand microphones and pedals at this desk: the record button and the middle pedal speak, stop ends it, two
/// buttons lead to the next field and the one before, and the record light shines while somebody is listened to.
final class HandControls implements HidConnection.Listener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HandControls.class);

    private final ReportModel report;
    private final Job<Optional<HidConnection>> connection;

    /// @param report that is spoken to
    /// @param runner listens
    HandControls(ReportModel report, JobRunner runner) {
        this.report = report;
        connection = runner.waiting("find hand microphones", _ -> connect(runner));
        report.dictation().stateProperty().subscribe(_ -> light(report.dictation().listening()));
    }

    private Optional<HidConnection> connect(JobRunner runner) {
        try {
            return Optional.of(HidConnection.open(runner, this));
        } catch (Refusal without) {
            LOG.info("{}", without.getMessage());
            return Optional.empty();
        }
    }

    private void light(boolean on) {
        if (!connection.ended()) return;
        try {
            connection.await().ifPresent(c -> c.light(on));
        } catch (Refusal failed) {
            LOG.info("no light: {}", failed.reason().name());
        }
    }

    @Override
    public void happened(HandDevice device, HandEvent event) {
        FX.execute(
                () -> {
                    switch (event) {
                        case HandEvent.Pressed(var control) -> pressed(device, control);
                        case HandEvent.Released(var control) ->
                                button(device, control).ifPresent(report.dictation()::released);
                        case HandEvent.Slid(var position) -> slid(position);
                        case HandEvent.Moved _ -> {}
                    }
                });
    }

    private void pressed(HandDevice device, Control control) {
        button(device, control).ifPresent(report.dictation()::pressed);
        command(device, control).ifPresent(report.dictation()::perform);
        if (control == Control.STOP && report.dictation().listening()) report.dictation().record();
    }

    /// Whoever pushes a slider means what it stands at, whatever the key to speak does.
    private void slid(Control position) {
        var dictation = report.dictation();
        listens(position)
                .filter(on -> on != dictation.listening())
                .ifPresent(_ -> dictation.record());
        fieldOf(position).ifPresent(dictation::perform);
    }

    /// @return whether somebody is listened to while a slider stands there, empty where it changes nothing
    static Optional<Boolean> listens(Control position) {
        if (position == Control.RECORD) return Optional.of(true);
        boolean ends = position == Control.STOP || position == Control.PLAY;
        return ends ? Optional.of(false) : Optional.empty();
    }

    private static Optional<SpokenCommand.Plain> fieldOf(Control position) {
        if (position == Control.FORWARD) return Optional.of(SpokenCommand.Plain.NEXT_FIELD);
        if (position == Control.REWIND) return Optional.of(SpokenCommand.Plain.PREVIOUS_FIELD);
        return Optional.empty();
    }

    /// @return what a control means to who speaks, empty where it is no control to speak
    static Optional<Button> button(HandDevice device, Control control) {
        if (device.pedal())
            return control == Control.PLAY ? Optional.of(Button.PEDAL) : Optional.empty();
        return control == Control.RECORD ? Optional.of(Button.HAND) : Optional.empty();
    }

    /// A SpeechMike has no keys for fields: there they are those that lead forward and back in a recording.
    ///
    /// @return what a control asks for, empty where nothing
    static Optional<SpokenCommand.Plain> command(HandDevice device, Control control) {
        if (device.pedal()) return Optional.empty();
        boolean windsFields = !device.hasFieldButtons();
        if (control == Control.TAB_FORWARD || windsFields && control == Control.FORWARD)
            return Optional.of(SpokenCommand.Plain.NEXT_FIELD);
        if (control == Control.TAB_BACKWARD || windsFields && control == Control.REWIND)
            return Optional.of(SpokenCommand.Plain.PREVIOUS_FIELD);
        return Optional.empty();
    }

    @Override
    public void close() {
        if (!connection.ended()) connection.cancel();
        else
            try {
                connection.await().ifPresent(HidConnection::close);
            } catch (Refusal failed) {
                LOG.info("hand microphones: {}", failed.reason().name());
            }
    }
}
