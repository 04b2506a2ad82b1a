package org.tyde.ui.shell;

import javafx.scene.Node;

import org.tyde.reading.CaseOpening;
import org.tyde.study.Study;
import org.tyde.ui.Action;

import java.util.Optional;

/// The writing side of the open study as the shell sees it: referral, report, dictation, signing. Used on
/// the JavaFX thread.
public interface ReportDesk {
    /// @return referral and report, to stand beside the images
    Node node();

    /// A study is opened: its draft, or a new report. The pane is blank until then.
    ///
    /// @param study to be described
    void open(Study study);

    /// The open study is on its way: its images, priors and coverage.
    ///
    /// @param opening of the study last given to [#open(Study)]
    void watch(CaseOpening opening);

    /// The study is left: the microphone stops, the draft is saved, the pane goes blank.
    void leave();

    /// @param action any
    /// @return whether it was for the report and is done
    boolean perform(Action action);

    /// A key or button goes down that may mean something for as long as it is held.
    ///
    /// @param action such as [Action#RECORD]
    /// @return whether it was for the report and is done
    default boolean pressed(Action action) {
        return perform(action);
    }

    /// What was pressed is let go.
    ///
    /// @param action any
    default void released(Action action) {}

    /// @return what stands above every workplace while something signed can be taken back; none: empty
    default Optional<Node> strip() {
        return Optional.empty();
    }

    /// @return whether the keyboard is in the report's text
    boolean writing();

    /// Puts what lies over the report away, such as the summary before signing.
    ///
    /// @return whether anything lay there
    boolean cancel();
}
