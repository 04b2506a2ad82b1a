package org.tyde.ui.worklist;

import org.tyde.evidence.Awaits;
import org.tyde.worklist.Due;
import org.tyde.worklist.WorklistRow;

/// What a supervisor looks for in the list: reports that wait for him, for others, or for the archive.
public enum WaitsFor {
    /// Reports by people in training that he may countersign.
    COUNTERSIGNATURE {
        @Override
        boolean passes(WorklistRow row) {
            return open(row, Awaits.COUNTERSIGNATURE);
        }
    },
    /// Signed reports that he may read a second time.
    SECOND_READING {
        @Override
        boolean passes(WorklistRow row) {
            return open(row, Awaits.SECOND_READING);
        }
    },
    /// His own, sent, and not yet done by the other.
    OTHERS {
        @Override
        boolean passes(WorklistRow row) {
            return row.due().filter(Due::own).isPresent();
        }
    },
    /// Signed here, and not known to be in the archive.
    DELIVERY {
        @Override
        boolean passes(WorklistRow row) {
            return row.undelivered().isPresent();
        }
    };

    /// @param row of the list
    /// @return whether it is one of these
    abstract boolean passes(WorklistRow row);

    private static boolean open(WorklistRow row, Awaits what) {
        return row.due().filter(d -> d.open() && d.what() == what).isPresent();
    }
}
