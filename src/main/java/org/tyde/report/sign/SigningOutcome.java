package org.tyde.report.sign;

import org.tyde.dicom.DataSet;
import org.tyde.evidence.ReportDocument;
import org.tyde.report.PriorReport;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// How the second act of signing ended, where it was not refused.
public sealed interface SigningOutcome {
    /// It is signed, durable here, and on its way to the archive.
    ///
    /// @param document what was signed
    /// @param structuredReport as it was stored
    /// @param keyObjects as they were stored, where key images were pointed out
    /// @param measurements as they were stored (TID 1500)
    /// @param told measurement reports that its forms tell: these, and those of reports it follows
    record Signed(
            ReportDocument document,
            DataSet structuredReport,
            Optional<DataSet> keyObjects,
            List<DataSet> measurements,
            List<DataSet> told)
            implements SigningOutcome {
        /// Copies the measurements.
        public Signed {
            measurements = List.copyOf(measurements);
            told = List.copyOf(told);
        }

        /// @return all objects, in the order in which they are sent
        public List<DataSet> objects() {
            return Stream.of(
                            Stream.of(structuredReport), measurements.stream(), keyObjects.stream())
                    .flatMap(s -> s)
                    .toList();
        }
    }

    /// Somebody else's report was stored meanwhile. Show it; then sign with it named as seen, or not.
    ///
    /// @param reports what they say
    record StoredMeanwhile(List<PriorReport> reports) implements SigningOutcome {
        /// @throws NullPointerException never a missing part
        public StoredMeanwhile {
            reports = List.copyOf(reports);
        }
    }
}
