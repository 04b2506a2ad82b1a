package org.tyde.ui.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.tyde.evidence.document.DocumentLine;
import org.tyde.evidence.document.DocumentLine.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Which lines of a document are looked at.
class PageModelTest {
    private static final List<DocumentLine> LINES =
            List.of(
                    line(Kind.HEADING, 0, "Funn", "1.1"),
                    line(Kind.TEXT, 1, "Knute.", "1.1.1"),
                    line(Kind.HEADING, 1, "Målegruppe", "1.1.2"),
                    line(Kind.ABOUT, 2, "2.25.1", "1.1.2.1"),
                    line(Kind.NUMBER, 2, "8,4", "1.1.2.2"),
                    line(Kind.HEADING, 0, "Om dokumentet", "1"),
                    line(Kind.FACT, 1, "Språk", "1.3"));

    private static DocumentLine line(Kind kind, int depth, String text, String place) {
        var position = new ArrayList<Integer>();
        for (var one : place.split("\\.")) position.add(Integer.valueOf(one));
        return new DocumentLine(
                position, depth, kind, text, "", "", "", List.of(), Optional.empty());
    }

    private static PageModel open() {
        var model = new PageModel();
        model.open(LINES);
        return model;
    }

    private static List<Integer> shown(PageModel model) {
        return model.shown().stream().map(PageModel.Shown::index).toList();
    }

    @Test
    void whatIsAboutTheDocumentBeginsFoldedAndIdentifiersAway() {
        var model = open();
        assertEquals(List.of(0, 1, 2, 4, 5), shown(model));
        assertEquals(1, model.hiddenProperty().get());
        model.allProperty().set(true);
        assertEquals(List.of(0, 1, 2, 3, 4, 5), shown(model));
    }

    @Test
    void aFoldedHeadingSaysHowMuchStandsUnderIt() {
        var model = open();
        model.fold(0, true);
        assertEquals(List.of(0, 5), shown(model));
        assertEquals(4, model.shown().getFirst().below());
        model.foldAll(false);
        assertEquals(List.of(0, 1, 2, 4, 5, 6), shown(model));
    }

    @Test
    void whatIsLookedForIsUnfoldedAndWalkedRound() {
        var model = open();
        model.foldAll(true);
        model.soughtProperty().set("2.25");
        assertEquals(List.of(0, 1, 2, 3, 4, 5), shown(model));
        model.soughtProperty().set("e");
        assertEquals(List.of(1, 2, 5), List.of(1, 2, 5).stream().filter(model::hit).toList());
        assertEquals(OptionalInt.of(1), model.next(-1, false));
        assertEquals(OptionalInt.of(1), model.next(5, false));
        assertEquals(OptionalInt.of(5), model.next(1, true));
    }

    @Test
    void aLineThatIsPointedAtIsShownWhereverItStands() {
        var model = open();
        assertEquals(OptionalInt.of(3), model.lineOf(List.of(1, 1, 2, 1)));
        assertEquals(OptionalInt.of(3), model.reveal(3));
        assertEquals(OptionalInt.of(6), model.reveal(6));
    }
}
