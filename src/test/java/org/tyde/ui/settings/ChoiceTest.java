package org.tyde.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.ComboBoxListViewSkin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tyde.settings.TemplateUse;
import org.tyde.ui.Messages;
import org.tyde.ui.Screens;

import java.util.ArrayList;
import java.util.List;

@Timeout(60)
class ChoiceTest {
    @Test
    void whatIsChosenAndTheListAreSaidAnewInAnotherLanguage() throws Exception {
        Screens.start();
        var messages = new Messages();
        var words = messages.in(ChoiceTest.class);
        var kept = new ArrayList<TemplateUse>();
        var box =
                Screens.on(
                        () ->
                                Choice.of(
                                        words,
                                        List.of(TemplateUse.values()),
                                        use -> words.text("template.use." + use),
                                        new SimpleObjectProperty<>(TemplateUse.OFFER),
                                        kept::add));
        var stage = Screens.show(box, 480, 300);
        var before = shown(box);
        Screens.run(box::show);
        Screens.run(() -> messages.localeProperty().set(Messages.ENGLISH));
        Screens.run(() -> stage.getScene().getRoot().layout());
        assertEquals("får tilbud om malen som passer", before);
        assertEquals(words.text("template.use.OFFER"), shown(box));
        Screens.run(box::hide);
        Screens.run(box::show);
        assertEquals(
                List.of(words.text("template.use.OFFER"), words.text("template.use.APPLY")),
                Screens.on(() -> listed(box)));
        assertEquals(List.of(), kept, "nothing was chosen");
        Screens.run(stage::close);
    }

    private static List<String> listed(ComboBox<?> box) {
        var list = (ListView<?>) ((ComboBoxListViewSkin<?>) box.getSkin()).getPopupContent();
        list.layout();
        return list.lookupAll(".list-cell").stream()
                .map(n -> ((ListCell<?>) n).getText())
                .filter(t -> t != null && !t.isEmpty())
                .toList();
    }

    private static String shown(javafx.scene.Node box) throws Exception {
        return Screens.on(
                () ->
                        box.lookupAll(".list-cell").stream()
                                .filter(n -> box.equals(n.getParent()))
                                .map(n -> ((ListCell<?>) n).getText())
                                .findFirst()
                                .orElseThrow());
    }
}
