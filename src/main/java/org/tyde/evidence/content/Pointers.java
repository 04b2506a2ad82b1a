package org.tyde.evidence.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which pointers of a tree lead nowhere, and which back to themselves (PS3.3 C.17.3.2.5).
final class Pointers {
    private static final String RULE = "PS3.3 C.17.3.2.5";

    private final Map<List<Integer>, ContentItem> items = new HashMap<>();
    private final Set<List<Integer>> open = new HashSet<>();
    private final Set<List<Integer>> done = new HashSet<>();
    private final Set<List<Integer>> circular = new HashSet<>();

    private Pointers(ContentItem root) {
        for (var item : new ContentTree(root).items()) items.put(item.position(), item);
    }

    static ContentItem checked(ContentItem root) {
        var pointers = new Pointers(root);
        if (pointers.none()) return root;
        pointers.walk(root);
        return pointers.marked(root);
    }

    private boolean none() {
        return items.values().stream().noneMatch(i -> i.value() instanceof ContentValue.Pointer);
    }

    /// Depth first without recursion: a chain of pointers is as long as a hostile document wants.
    private void walk(ContentItem root) {
        var path = new ArrayDeque<Step>();
        path.push(step(root));
        while (!path.isEmpty()) {
            var step = path.peek();
            if (step.left.isEmpty()) {
                open.remove(step.item.position());
                done.add(step.item.position());
                path.pop();
                continue;
            }
            var next = step.left.pop();
            if (open.contains(next.position())) circular.add(step.item.position());
            else if (!done.contains(next.position())) path.push(step(next));
        }
    }

    private Step step(ContentItem item) {
        open.add(item.position());
        var next = new ArrayDeque<>(item.children());
        if (item.value() instanceof ContentValue.Pointer pointer) {
            var target = items.get(pointer.target());
            if (target != null) next.add(target);
        }
        return new Step(item, next);
    }

    private record Step(ContentItem item, ArrayDeque<ContentItem> left) {}

    private ContentItem marked(ContentItem item) {
        var children = new ArrayList<ContentItem>();
        for (var child : item.children()) children.add(marked(child));
        var own = item.with(children);
        if (!(item.value() instanceof ContentValue.Pointer pointer)) return own;
        var to = ContentItem.place(pointer.target());
        if (!items.containsKey(pointer.target()))
            return own.with(Flaw.of(ContentReason.POINTS_NOWHERE, item.position(), RULE, to));
        return circular.contains(item.position())
                ? own.with(Flaw.of(ContentReason.POINTS_IN_A_CIRCLE, item.position(), RULE, to))
                : own;
    }
}
