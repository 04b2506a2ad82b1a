package org.tyde.dicomweb;

import java.util.List;

/// What is searched, and within what (PS3.18 Table 10.6.1-1).
///
/// @param level what is found
/// @param segments of the path below the service
public record QidoScope(QidoLevel level, List<String> segments) {
    /// All studies.
    public static final QidoScope STUDIES = new QidoScope(QidoLevel.STUDY, List.of("studies"));

    /// All series of all studies.
    public static final QidoScope SERIES = new QidoScope(QidoLevel.SERIES, List.of("series"));

    /// All instances of all studies.
    public static final QidoScope INSTANCES =
            new QidoScope(QidoLevel.INSTANCE, List.of("instances"));

    /// Keeps its own copy.
    public QidoScope {
        segments = List.copyOf(segments);
    }

    /// @param studyUid of a study
    /// @return its series
    public static QidoScope seriesOf(String studyUid) {
        return new QidoScope(QidoLevel.SERIES, List.of("studies", studyUid, "series"));
    }

    /// @param studyUid of a study
    /// @return the instances of all its series
    public static QidoScope instancesOf(String studyUid) {
        return new QidoScope(QidoLevel.INSTANCE, List.of("studies", studyUid, "instances"));
    }

    /// @param studyUid of a study
    /// @param seriesUid of a series
    /// @return its instances
    public static QidoScope instancesOf(String studyUid, String seriesUid) {
        return new QidoScope(
                QidoLevel.INSTANCE, List.of("studies", studyUid, "series", seriesUid, "instances"));
    }

    String[] path() {
        return segments.toArray(String[]::new);
    }
}
