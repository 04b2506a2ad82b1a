package org.tyde.dictation.words;

import org.tyde.dictation.words.Sayable.Group;
import org.tyde.dictation.words.SpokenTable.Kind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All that can be said, from the tables themselves.
final class Sayables {
    private final SpokenTable table;

    Sayables(SpokenTable table) {
        this.table = table;
    }

    /// @param written how an example is written
    List<Sayable> in(SpokenContext context, List<String> examples, Example written) {
        var all = new ArrayList<Sayable>();
        commands(Kind.COMMAND, all);
        commands(Kind.OPENING, all);
        for (var verb : table.phrases(Kind.SELECT).keySet())
            all.add(new Sayable(Group.EDIT, List.of(verb + " …"), "SELECT"));
        named(Kind.GO, context.places(), Group.PLACE, "GO_TO ", all);
        named(Kind.INSERT, context.autotexts(), Group.INSERT, "INSERT ", all);
        marks(all);
        for (var example : examples)
            all.add(new Sayable(Group.EXAMPLE, List.of(example), written.of(example)));
        return all;
    }

    /// How an example is written.
    interface Example {
        String of(String said);
    }

    private void commands(Kind kind, List<Sayable> all) {
        var phrases = new LinkedHashMap<String, List<String>>();
        for (Map.Entry<String, String> row : table.phrases(kind).entrySet())
            phrases.computeIfAbsent(row.getValue(), _ -> new ArrayList<>()).add(row.getKey());
        phrases.forEach((gives, said) -> all.add(new Sayable(group(gives), said, gives)));
    }

    private static Group group(String gives) {
        return switch (SpokenCommand.of(gives)) {
            case SpokenCommand.GoTo _ -> Group.PLACE;
            case SpokenCommand.Select _ -> Group.EDIT;
            case SpokenCommand.Insert _ -> Group.INSERT;
            case SpokenCommand.Screen(var action) ->
                    action.startsWith("INSERT_") ? Group.INSERT : Group.IMAGES;
            case SpokenCommand.Window _ -> Group.IMAGES;
            case SpokenCommand.Plain plain ->
                    switch (plain) {
                        case DELETE_LAST, UNDO, REDO, CAPITAL -> Group.EDIT;
                        case NEXT_FIELD, PREVIOUS_FIELD -> Group.PLACE;
                        case INSERT_NORMAL -> Group.INSERT;
                        case HELP, STOP, SIGN -> Group.DESK;
                    };
        };
    }

    private void named(
            Kind verb, List<String> names, Group group, String gives, List<Sayable> all) {
        for (var said : table.phrases(verb).keySet())
            for (var name : names)
                all.add(
                        new Sayable(
                                group,
                                List.of(said + " " + SpokenContext.folded(name)),
                                gives + name));
    }

    private void marks(List<Sayable> all) {
        var phrases = new LinkedHashMap<String, List<String>>();
        for (var kind : List.of(Kind.MARK, Kind.LINE, Kind.CAPITAL))
            for (var row : table.phrases(kind).entrySet())
                phrases.computeIfAbsent(row.getValue(), _ -> new ArrayList<>()).add(row.getKey());
        phrases.forEach((gives, said) -> all.add(new Sayable(Group.MARK, said, gives)));
    }
}
