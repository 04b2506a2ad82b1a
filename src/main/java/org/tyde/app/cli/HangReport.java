package org.tyde.app.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.tyde.hanging.Hang;
import org.tyde.hanging.HangStudy;
import org.tyde.hanging.ImageStack;
import org.tyde.hanging.Placement;
import org.tyde.hanging.StackFlaw;
import org.tyde.hanging.Stage;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/// How one study hangs, for people or machines. Rows and columns are numbered from 1.
///
/// @param current the study
/// @param prior the one beside it
/// @param priorBecause why that one
/// @param hang how they hang
/// @param locale of the sentences
record HangReport(
        HangStudy current,
        Optional<HangStudy> prior,
        Optional<String> priorBecause,
        Hang hang,
        Locale locale) {
    ObjectNode json() {
        var root = new ObjectMapper().createObjectNode();
        root.put("study", current.uid())
                .put("protocol", hang.protocol())
                .put("because", hang.because().text(locale));
        prior.ifPresent(p -> root.put("prior", p.uid()));
        priorBecause.ifPresent(b -> root.put("priorBecause", b));
        var stages = root.putArray("stages");
        for (var stage : hang.stages()) {
            var node =
                    stages.addObject()
                            .put("name", stage.name())
                            .put("rows", stage.layout().rows())
                            .put("columns", stage.layout().columns())
                            .put("pages", stage.pages())
                            .put("wheel", stage.wheel().name());
            var placements = node.putArray("placements");
            for (var p : stage.placements()) placements.add(json(p));
            var notes = node.putArray("notes");
            stage.notes().forEach(n -> notes.add(n.text(locale)));
        }
        var unplaced = root.putArray("unplaced");
        for (var u : hang.unplaced()) {
            var node = unplaced.addObject().put("series", u.seriesUid());
            u.sopInstanceUid().ifPresent(i -> node.put("instance", i));
            node.put("because", u.because().text(locale)).put("key", u.because().key());
        }
        var stacks = root.putArray("stacks");
        for (var s : hang.stacks()) stacks.add(json(s));
        return root;
    }

    private ObjectNode json(Placement p) {
        var node = new ObjectMapper().createObjectNode();
        node.put("page", p.page() + 1)
                .put("row", p.row() + 1)
                .put("column", p.column() + 1)
                .put("prior", p.prior())
                .put("stack", p.stack().id())
                .put("series", p.stack().seriesUid())
                .put("frames", p.stack().size())
                .put("quarterTurns", p.turn().quarters())
                .put("mirrored", p.turn().mirrored())
                .put("wall", p.wall().name());
        p.scale().ifPresent(s -> node.put("scale", s));
        return node.put("because", p.because().text(locale)).put("key", p.because().key());
    }

    private ObjectNode json(ImageStack s) {
        var node = new ObjectMapper().createObjectNode();
        node.put("id", s.id())
                .put("study", s.studyUid())
                .put("series", s.seriesUid())
                .put("order", s.order().name())
                .put("phases", s.phases())
                .put("frames", s.size())
                .put("first", s.frames().getFirst().key().sopInstanceUid())
                .put("last", s.frames().getLast().key().sopInstanceUid());
        s.axis().ifPresent(a -> node.put("axis", a.name()));
        var flaws = node.putArray("flaws");
        s.flaws().stream().map(StackFlaw::because).forEach(b -> flaws.add(b.text(locale)));
        return node;
    }

    String text() {
        var text = new StringJoiner(System.lineSeparator());
        text.add(current.uid() + "  " + hang.protocol());
        text.add("  " + hang.because().text(locale));
        prior.ifPresent(p -> text.add("  + " + p.uid() + "  " + priorBecause.orElse("")));
        for (var stage : hang.stages()) stage(stage, text);
        for (var u : hang.unplaced()) text.add("  - " + u.because().text(locale));
        for (var s : hang.stacks())
            for (var flaw : s.flaws())
                text.add("  ! " + s.id() + ": " + flaw.because().text(locale));
        return text.toString();
    }

    private void stage(Stage stage, StringJoiner text) {
        var pages = stage.pages() > 1 ? " x " + stage.pages() : "";
        text.add("  " + stage.layout() + pages);
        for (var p : stage.placements())
            text.add(
                    "    %d.%d.%d  %s"
                            .formatted(
                                    p.page() + 1,
                                    p.row() + 1,
                                    p.column() + 1,
                                    p.because().text(locale)));
        for (var note : stage.notes()) text.add("    " + note.text(locale));
    }
}
