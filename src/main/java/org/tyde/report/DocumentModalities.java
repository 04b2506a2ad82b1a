package org.tyde.report;

import java.util.Set;

/// Modalities of documents: what is no image, and so not what a report is about.
final class DocumentModalities {
    private static final Set<String> ALL = Set.of("SR", "KO", "PR", "DOC", "SEG", "REG", "AU");

    private DocumentModalities() {}

    static boolean contains(String modality) {
        return ALL.contains(modality);
    }
}
