package org.tyde.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What the foot line says. Lives on the JavaFX thread.
public final class FootModel {
    /// How the fetch of the open study goes.
    ///
    /// @param state how far
    /// @param done images here
    /// @param total images in all, -1 when unknown
    /// @param megabytesPerSecond lately
    /// @param cancel stops it
    /// @param retry takes it up again
    public record Fetch(
            FetchState state,
            int done,
            int total,
            double megabytesPerSecond,
            Runnable cancel,
            Runnable retry) {
        /// Nothing is fetched.
        public static final Fetch IDLE = new Fetch(FetchState.IDLE, 0, -1, 0, () -> {}, () -> {});

        double fraction() {
            return total <= 0 ? -1 : Math.min(1, (double) done / total);
        }
    }

    private final ObjectProperty<Fetch> fetch =
            new SimpleObjectProperty<>(this, "fetch", Fetch.IDLE);
    private final StringProperty archive = new SimpleStringProperty(this, "archive", "");
    private final StringProperty signIn = new SimpleStringProperty(this, "signIn", "");
    private final BooleanProperty archiveAway = new SimpleBooleanProperty(this, "archiveAway");
    private final BooleanProperty microphoneOn = new SimpleBooleanProperty(this, "microphoneOn");
    private final DoubleProperty level = new SimpleDoubleProperty(this, "level", -120);

    /// @return the fetch of the open study, settable
    public ObjectProperty<Fetch> fetchProperty() {
        return fetch;
    }

    /// @return the archive's state in words, settable
    public StringProperty archiveProperty() {
        return archive;
    }

    /// @return who is signed in to the archives, in words; empty where none asks for that; settable
    public StringProperty signInProperty() {
        return signIn;
    }

    /// @return whether the archive does not answer, settable
    public BooleanProperty archiveAwayProperty() {
        return archiveAway;
    }

    /// @return whether the microphone is on, settable
    public BooleanProperty microphoneOnProperty() {
        return microphoneOn;
    }

    /// @return dB full scale of what the microphone hears, settable
    public DoubleProperty levelProperty() {
        return level;
    }
}
