package org.tyde.evidence;

import org.tyde.dicom.Code;

import java.util.Arrays;
import java.util.Optional;

/// What a report does to the reports it names as its predecessors, where it does not simply go on from its
/// own preliminary version. Said by a coded item under the root, in a scheme of our own.
public enum Act {
    /// A specialist takes over what somebody in training has written.
    COUNTERSIGNS("countersigns", "Countersigns"),
    /// A second radiologist has read the images and agrees.
    CONFIRMS("confirms", "Confirms by second reading"),
    /// It stands in the place of a signed report that was wrong or incomplete.
    AMENDS("amends", "Amends"),
    /// It joins two independent readings into the result.
    CONCLUDES("concludes", "Concludes independent readings");

    static final Code CONCEPT = new Code("act", DocumentParts.OURS, "Act on predecessor");
    static final Code REASON = new Code("act-reason", DocumentParts.OURS, "Reason of act");

    private final String value;
    private final String meaning;

    Act(String value, String meaning) {
        this.value = value;
        this.meaning = meaning;
    }

    /// @return as it stands in a document
    public Code code() {
        return new Code(value, DocumentParts.OURS, meaning);
    }

    /// @param code of a document
    /// @return what it means, empty for any other code
    public static Optional<Act> of(Code code) {
        return Arrays.stream(values()).filter(a -> a.code().same(code)).findFirst();
    }
}
