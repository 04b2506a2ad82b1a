package org.tyde.dictation;

import org.tyde.dictation.Learned.Decision;
import org.tyde.dictation.Learned.Habit;
import org.tyde.dictation.words.Replacement;
import org.tyde.dictation.words.Replacements;
import org.tyde.refusal.Refusal;
import org.tyde.settings.TydeHome;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The words of a user: the department's replacements (`replacements.json` of the machine-wide folder, read
/// only), his own (the same file in his configuration), and what his corrections taught (`learned.json` in
/// his data). What is changed holds at once and is written; waits for the disk. Thread-safe.
public final class WordBook {
    private final Path ownFile;
    private final Path learnedFile;
    private final Consumer<Replacements> inForce;
    private List<Replacement> department = List.of();
    private List<Replacement> own = List.of();
    private Learned learned = Learned.NOTHING;

    /// @param home whose words
    /// @param inForce told of the replacements whenever they change
    public WordBook(TydeHome home, Consumer<Replacements> inForce) {
        this.ownFile = home.config().resolve("replacements.json");
        this.learnedFile = home.data().resolve("learned.json");
        this.inForce = inForce;
    }

    /// Reads all three.
    ///
    /// @param home whose words
    /// @return what could not be read, and rows that are no replacements
    public List<Refusal> load(TydeHome home) {
        var refused = new ArrayList<Refusal>();
        synchronized (this) {
            department = rows(home.machine().resolve("replacements.json"), refused);
            own = rows(ownFile, refused);
            try {
                learned = LearnedFile.read(learnedFile);
            } catch (Refusal unreadable) {
                refused.add(unreadable);
            }
        }
        tell();
        return refused;
    }

    private static List<Replacement> rows(Path file, List<Refusal> refused) {
        try {
            var read = ReplacementFile.read(file);
            refused.addAll(read.refused());
            return read.rows();
        } catch (Refusal unreadable) {
            refused.add(unreadable);
            return List.of();
        }
    }

    /// @return replacements for all users of this machine
    public synchronized List<Replacement> department() {
        return department;
    }

    /// @return replacements of this user
    public synchronized List<Replacement> own() {
        return own;
    }

    /// @return what was learned
    public synchronized Learned learned() {
        return learned;
    }

    /// @param next all replacements of this user from now on
    /// @throws Refusal they hold, but could not be written
    public void keep(List<Replacement> next) throws Refusal {
        synchronized (this) {
            own = List.copyOf(next);
        }
        tell();
        ReplacementFile.write(ownFile, next);
    }

    /// @param text dictated into a report that is left now
    /// @param day today
    /// @throws Refusal it could not be written
    public void learn(DictatedText text, LocalDate day) throws Refusal {
        Learned next;
        synchronized (this) {
            next = text.into(learned, day);
            if (next.equals(learned)) return;
            learned = next;
        }
        LearnedFile.write(learnedFile, next);
    }

    /// Decides about a correction; an accepted one becomes a replacement of this user.
    ///
    /// @param habit the correction
    /// @param decision about it
    /// @throws Refusal it can be no replacement, or could not be written
    public void decide(Habit habit, Decision decision) throws Refusal {
        if (decision == Decision.ACCEPTED) {
            var row = Replacement.of(habit.spoken(), habit.written());
            var all = new ArrayList<>(own());
            all.removeIf(r -> r.spoken().equals(row.spoken()));
            all.add(row);
            keep(all);
        }
        Learned next;
        synchronized (this) {
            next = learned.decided(habit, decision);
            learned = next;
        }
        LearnedFile.write(learnedFile, next);
    }

    /// Takes away all that was learned; replacements stay.
    ///
    /// @throws Refusal it could not be written
    public void forget() throws Refusal {
        synchronized (this) {
            learned = Learned.NOTHING;
        }
        LearnedFile.write(learnedFile, Learned.NOTHING);
    }

    private void tell() {
        Replacements now;
        synchronized (this) {
            now = new Replacements(department, own);
        }
        inForce.accept(now);
    }
}
