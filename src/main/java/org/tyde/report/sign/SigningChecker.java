package org.tyde.report.sign;

import org.tyde.evidence.Observer;
import org.tyde.refusal.Refusal;
import org.tyde.report.ReportContent;
import org.tyde.report.ReportHead;
import org.tyde.report.Section;

import java.util.List;
import java.util.Optional;

/// Looks a report over before it is signed. Waits for disk and network at most: called in a job.
public interface SigningChecker {
    /// What is looked over.
    ///
    /// @param head of which study
    /// @param content as it would be signed, open optional fields still in it
    /// @param images what was there and was looked at
    /// @param signer from settings, empty where nobody is entered
    /// @param target where it would go
    record Candidate(
            ReportHead head,
            ReportContent content,
            ImagesRead images,
            Optional<Observer> signer,
            Destination target) {
        /// @return sections that must say something and do not
        public List<Section> missing() {
            return Section.of(head.kind()).stream()
                    .filter(s -> s.required() && content.text().blank(s))
                    .toList();
        }
    }

    /// @param candidate what is looked over
    /// @return what was found, the gravest first
    /// @throws Refusal something it needs cannot be read
    List<SigningCheck> check(Candidate candidate) throws Refusal;
}
