package org.tyde.archive;

import java.util.List;

/// One transfer of a retrieval.
final class Piece {
    /// What is asked for.
    enum Kind {
        /// A whole series.
        WHOLE,
        /// Some instances of a series.
        SOME,
        /// The list of a series' instances.
        LIST
    }

    private final Kind kind;
    private final SeriesPlan series;
    private final Node node;
    private final List<String> sopUids;
    private volatile boolean yielding;

    Piece(Kind kind, SeriesPlan series, Node node, List<String> sopUids) {
        this.kind = kind;
        this.series = series;
        this.node = node;
        this.sopUids = List.copyOf(sopUids);
    }

    Kind kind() {
        return kind;
    }

    SeriesPlan series() {
        return series;
    }

    Node node() {
        return node;
    }

    List<String> sopUids() {
        return sopUids;
    }

    /// Ends it after the instance that is coming now: something else is wanted more.
    void giveWay() {
        yielding = true;
    }

    boolean yielding() {
        return yielding;
    }
}
