package org.tyde.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.tyde.refusal.Refusal;
import org.tyde.refusal.Sentences;

import java.util.Locale;

/// Words on screen, in the language chosen now; a change of language changes every bound text at once.
public final class Messages {
    /// Norwegian bokmål as read in Norway.
    public static final Locale BOKMAAL = Locale.of("nb", "NO");

    /// English with the dates and decimal point of Britain: never month first.
    public static final Locale ENGLISH = Locale.UK;

    private final ObjectProperty<Locale> locale =
            new SimpleObjectProperty<>(this, "locale", BOKMAAL);

    /// @return the language, settable
    public ObjectProperty<Locale> localeProperty() {
        return locale;
    }

    /// @return the language now
    public Locale locale() {
        return locale.get();
    }

    /// @param room any class of the room whose `messages_*` hold the key
    /// @return that room's words
    public Room in(Class<?> room) {
        return new Room(room);
    }

    /// @param failure what went wrong
    /// @return the sentence for the reader
    public String sentence(Throwable failure) {
        return failure instanceof Refusal refusal
                ? Sentences.of(refusal, locale())
                : Sentences.text(Messages.class, "unexpected", locale(), String.valueOf(failure));
    }

    /// The words of one room.
    public final class Room {
        private final Class<?> room;

        private Room(Class<?> room) {
            this.room = room;
        }

        /// @return the language now, and each after it
        public ObservableValue<Locale> localeProperty() {
            return locale;
        }

        /// @param key of the message
        /// @param arguments for `{0}`, `{1}`, ...; numbers are written as the language writes them
        /// @return the text in the language now
        public String text(String key, Object... arguments) {
            return Sentences.text(room, key, locale(), arguments);
        }

        /// @param key of the message
        /// @param arguments for `{0}`, ...; an [ObservableValue] is followed
        /// @return the text, following the language
        public StringBinding bind(String key, Object... arguments) {
            var followed = new java.util.ArrayList<javafx.beans.Observable>();
            followed.add(locale);
            for (var argument : arguments)
                if (argument instanceof ObservableValue<?> value) followed.add(value);
            return Bindings.createStringBinding(
                    () -> text(key, values(arguments)),
                    followed.toArray(javafx.beans.Observable[]::new));
        }

        private static Object[] values(Object... arguments) {
            var values = arguments.clone();
            for (int i = 0; i < values.length; i++)
                if (values[i] instanceof ObservableValue<?> value)
                    values[i] = String.valueOf(value.getValue());
            return values;
        }
    }
}
