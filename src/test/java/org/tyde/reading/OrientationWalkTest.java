package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.Bearing;
import org.tyde.geometry.EdgeBearings;
import org.tyde.hanging.Headers;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/// The letters at the edges follow what was done to the picture, whatever was done and in which order
/// (other viewers keep old letters after a flip and a scroll).
class OrientationWalkTest {
    private static final List<AnatomicPlane> PLANES = List.of(AnatomicPlane.values());

    /// A way of its own to keep book: which bearing lies at each edge, turned by hand.
    private static final class Book {
        private Bearing left;
        private Bearing top;
        private Bearing right;
        private Bearing bottom;

        Book(EdgeBearings e) {
            left = e.left();
            top = e.top();
            right = e.right();
            bottom = e.bottom();
        }

        void turnRight() {
            var was = top;
            top = left;
            left = bottom;
            bottom = right;
            right = was;
        }

        void flipLeftRight() {
            var was = left;
            left = right;
            right = was;
        }

        void flipTopBottom() {
            var was = top;
            top = bottom;
            bottom = was;
        }
    }

    @Test
    void anyWalkEndsWithTheLettersOfItsMatrix() {
        var random = new Random(20261123);
        for (int walk = 0; walk < 300; walk++) {
            var plane = PLANES.get(random.nextInt(PLANES.size()));
            var open = Cases.open(study(plane));
            var book = new Book(edges(open));
            for (int step = 0; step < 20; step++) {
                switch (random.nextInt(5)) {
                    case 0 -> {
                        open.view(0, v -> v.with(v.turn().right()));
                        book.turnRight();
                    }
                    case 1 -> {
                        open.view(0, v -> v.with(v.turn().left()));
                        for (int i = 0; i < 3; i++) book.turnRight();
                    }
                    case 2 -> {
                        open.view(0, v -> v.with(v.turn().flippedLeftRight()));
                        book.flipLeftRight();
                    }
                    case 3 -> {
                        open.view(0, v -> v.with(v.turn().flippedTopBottom()));
                        book.flipTopBottom();
                    }
                    default -> {
                        open.reset(0);
                        book = new Book(edges(Cases.open(study(plane))));
                    }
                }
                open.scroll(0, random.nextInt(5) - 2);
            }
            var edges = edges(open);
            assertEquals(book.left, edges.left());
            assertEquals(book.top, edges.top());
            assertEquals(book.right, edges.right());
            assertEquals(book.bottom, edges.bottom());
        }
    }

    private static CaseStudy study(AnatomicPlane plane) {
        return Cases.study(
                "c",
                IntStream.range(0, 6)
                        .mapToObj(
                                i ->
                                        Headers.section(
                                                "MR", "s", i + 1, "f", Headers.of(plane), i, i, i))
                        .toList());
    }

    private static EdgeBearings edges(OpenCase open) {
        var shown = open.viewport(0);
        return EdgeBearings.of(
                shown.frame().orElseThrow().plane().orElseThrow(), shown.view().turn());
    }
}
