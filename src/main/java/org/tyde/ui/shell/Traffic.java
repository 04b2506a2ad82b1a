package org.tyde.ui.shell;

import org.tyde.archive.Completeness;
import org.tyde.archive.FetchPriority;
import org.tyde.archive.RegionalArchive;
import org.tyde.archive.Retrieval;
import org.tyde.study.Study;
import org.tyde.work.Job;
import org.tyde.work.Outcome;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What goes between here and the archives at one moment.
///
/// @param archives how each answered last
/// @param fetches studies that are fetched, will be or were, the most wanted first
/// @param outgoing objects that wait to be stored in an archive, the oldest first
public record Traffic(
        List<RegionalArchive.State> archives, List<Fetch> fetches, List<Outgoing> outgoing) {
    /// Keeps its own copies.
    public Traffic {
        archives = List.copyOf(archives);
        fetches = List.copyOf(fetches);
        outgoing = List.copyOf(outgoing);
    }

    /// One study on its way.
    ///
    /// @param studyUid which
    /// @param study what is known of it
    /// @param priority how much it is wanted
    /// @param here how much of it is here
    /// @param megabytesPerSecond lately
    /// @param remaining how long it will take, where that can be said
    /// @param ended whether it is not being fetched any more
    /// @param failure why it ended early
    /// @param cancel stops it
    /// @param retry takes it up again
    public record Fetch(
            String studyUid,
            Optional<Study> study,
            FetchPriority priority,
            Completeness here,
            double megabytesPerSecond,
            Optional<Duration> remaining,
            boolean ended,
            Optional<Throwable> failure,
            Runnable cancel,
            Runnable retry) {
        /// @param retrieval as it is now
        /// @return it as a line of the queue
        public static Fetch of(Retrieval retrieval) {
            var outcome = retrieval.job().outcome();
            return new Fetch(
                    retrieval.studyUid(),
                    retrieval.study(),
                    retrieval.priority(),
                    retrieval.completeness(),
                    retrieval.rate().bytesPerSecond() / 1e6,
                    retrieval.remaining(),
                    outcome.isPresent(),
                    outcome.flatMap(
                            o ->
                                    o instanceof Outcome.Failed<Completeness>(var cause)
                                            ? Optional.of(cause)
                                            : Optional.empty()),
                    retrieval::cancel,
                    retrieval::retry);
        }

        /// @return whether it can be taken up again
        boolean canRetry() {
            return ended && !here.complete();
        }
    }

    /// How far something has come on its way out.
    public enum Stage {
        /// not sent, or in vain so far
        WAITING,
        /// taken at the other end, and not yet found there
        SENT,
        /// found at the other end
        CONFIRMED,
        /// the other end will not take it
        REFUSED
    }

    /// One thing on its way out.
    ///
    /// @param archive the name of the archive or folder it is for
    /// @param name its SOP Instance UID, or the name of the file
    /// @param stage how far it has come
    /// @param attempts made so far
    /// @param until how long to the next one; zero while it is its turn
    /// @param said what the archive said when it refused it, in the reader's language; empty for nothing
    /// @param again sends what was refused once more
    /// @param save writes it to a file, so that it can be brought there by hand
    public record Outgoing(
            String archive,
            String name,
            Stage stage,
            int attempts,
            Duration until,
            Function<Locale, String> said,
            Runnable again,
            Consumer<Path> save) {}

    /// How it stands with the sign-in at one service.
    ///
    /// @param service its host
    /// @param signedIn whether somebody is
    /// @param name who, where the service has told it
    public record SignIn(String service, boolean signedIn, Optional<String> name) {}

    /// Looks at it.
    public interface Watch {
        /// @return how it is now; waits for the disk
        Job<Traffic> look();

        /// Takes what has ended off the list.
        void forgetEnded();

        /// @return how it stands with each sign-in that an archive asks for; does not wait
        default List<SignIn> signIns() {
            return List.of();
        }

        /// Lets the person sign in through the browser, where nobody is.
        default void signIn() {}

        /// Forgets who is signed in.
        default void signOut() {}
    }
}
