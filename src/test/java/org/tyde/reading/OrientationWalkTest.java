package org.tyde.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.geometry.AnatomicPlane;
import org.tyde.geometry.Turn;
import org.tyde.hanging.Headers;
import org.tyde.hanging.ScreenLayout;
import org.tyde.imaging.ImageHeader;
import org.tyde.imaging.lut.Window;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The letters at the edges follow what was done to the picture, whatever was done and in which order
/// (other viewers keep old letters after a flip and a scroll).
class OrientationWalkTest {
    /// A way of its own to keep book: the four letters, moved by hand.
    private static final class Book {
        private List<String> four;

        Book(List<String> four) {
            this.four = four;
        }

        private void take(int left, int top, int right, int bottom) {
            four = List.of(four.get(left), four.get(top), four.get(right), four.get(bottom));
        }

        void turnRight() {
            take(3, 0, 1, 2);
        }

        void flipLeftRight() {
            take(2, 1, 0, 3);
        }

        void flipTopBottom() {
            take(0, 3, 2, 1);
        }
    }

    private record Walked(List<DataSet> headers) {
        ImageHeader of(OpenCase open, int viewport) throws Exception {
            var uid = open.viewport(viewport).frame().orElseThrow().key().sopInstanceUid();
            for (var header : headers)
                if (header.textOr(Tag.SOP_INSTANCE_UID, "").equals(uid))
                    return ImageHeader.of(header);
            throw new AssertionError(uid);
        }

        /// The first viewport that shows anything: one breast hangs on its own side.
        static int at(OpenCase open) {
            int at = 0;
            while (open.viewport(at).stack().isEmpty()) at++;
            return at;
        }

        static Turn turn(OpenCase open) {
            return open.viewport(at(open)).view().turn();
        }

        List<String> marks(OpenCase open, Turn turn) throws Exception {
            return EdgeMarks.of(of(open, at(open)), 1, turn, EdgeLetters.SUPERIOR_INFERIOR);
        }
    }

    @Test
    void aThousandWalksEndWithTheLettersOfTheirMatrix() throws Exception {
        var random = new Random(20261123);
        var kinds = kinds();
        for (int walk = 0; walk < 1_000; walk++) {
            var study = kinds.get(walk % kinds.size());
            var open = Cases.open(Cases.study("c", study.headers));
            var book = new Book(study.marks(open, Walked.turn(open)));
            for (int step = 0; step < 19; step++) step(random, study, open, book);
            open.scroll(Walked.at(open), 1 + random.nextInt(3));
            assertEquals(book.four, study.marks(open, Walked.turn(open)), "walk " + walk);
        }
    }

    private static void step(Random random, Walked study, OpenCase open, Book book)
            throws Exception {
        int at = Walked.at(open);
        switch (random.nextInt(12)) {
            case 0 -> {
                open.view(at, v -> v.with(v.turn().right()));
                book.turnRight();
            }
            case 1 -> {
                open.view(at, v -> v.with(v.turn().left()));
                for (int i = 0; i < 3; i++) book.turnRight();
            }
            case 2 -> {
                open.view(at, v -> v.with(v.turn().flippedLeftRight()));
                book.flipLeftRight();
            }
            case 3 -> {
                open.view(at, v -> v.with(v.turn().flippedTopBottom()));
                book.flipTopBottom();
            }
            case 4 -> {
                open.reset(at);
                book.four = study.marks(open, Walked.turn(Cases.open(open.current())));
            }
            case 5 -> open.view(at, v -> v.with(new Zoom.Times(random.nextDouble(0.5, 3))));
            case 6 -> open.view(at, v -> v.withInverted(!v.inverted()));
            case 7 -> open.view(at, v -> v.with(new VoiChoice.Chosen(new Window(40, 400))));
            case 8 -> open.toggleMaximised(at);
            case 9 -> open.layout(new ScreenLayout(1 + random.nextInt(2), 1 + random.nextInt(2)));
            case 10 -> open.clips().play(at);
            default -> open.scroll(at, random.nextInt(7) - 3);
        }
    }

    private static List<Walked> kinds() {
        var kinds = new ArrayList<Walked>();
        for (var plane : AnatomicPlane.values()) kinds.add(sections("MR", Headers.of(plane)));
        double c = Math.sqrt(0.75);
        kinds.add(sections("CT", new double[] {c, 0.5, 0, -0.5 * 0.6, c * 0.6, -0.8}));
        kinds.add(sections("CT", new double[] {-1, 0, 0, 0, 1, 0}));
        kinds.add(new Walked(List.of(Headers.radiograph("1", "PA", "L", "F", 1))));
        kinds.add(new Walked(List.of(Headers.radiograph("1", "PA", "L", "", 1))));
        kinds.add(
                new Walked(
                        List.of(Headers.breast("1", "L", "MLO", "FOR PRESENTATION", "A", "FR"))));
        kinds.add(
                new Walked(
                        Stream.of(Headers.radiograph("1", "VD", "LE", "V", 1))
                                .map(
                                        h ->
                                                h.toBuilder()
                                                        .text(
                                                                Tag.ANATOMICAL_ORIENTATION_TYPE,
                                                                "QUADRUPED")
                                                        .build())
                                .toList()));
        return kinds;
    }

    private static Walked sections(String modality, double[] orientation) {
        return new Walked(
                IntStream.range(0, 6)
                        .mapToObj(
                                i ->
                                        Headers.section(
                                                modality, "s", i + 1, "f", orientation, i, i, i))
                        .toList());
    }
}
