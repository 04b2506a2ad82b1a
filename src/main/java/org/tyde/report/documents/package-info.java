/// The documents of a study and of a patient as a person may see them, and what differs between two texts. All
/// documents on screen come from [StudyDocuments]: it alone decides what may be seen.
@NullMarked
package org.tyde.report.documents;

import org.jspecify.annotations.NullMarked;
