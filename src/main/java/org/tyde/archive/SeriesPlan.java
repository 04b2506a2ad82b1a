package org.tyde.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// What is still to come of one series, and from where. Where nothing of it is here it is asked for whole;
/// else the archives list it, and what is missing is asked for, nearest to the eye first. Not thread-safe.
final class SeriesPlan {
    /// Images on each side of the eye that come before anything else.
    static final int WINDOW = 8;

    private static final int BATCH = 8;
    private static final int TRIES = 3;

    /// One listed instance, and who has it.
    private record Listed(int number, Set<Node> at) {}

    private final String uid;
    private final String modality;
    private final int number;
    private final boolean pictures;
    private final Map<Node, Integer> counts = new LinkedHashMap<>();
    private final Set<Node> homes = new HashSet<>();
    private final Set<Node> toList = new LinkedHashSet<>();
    private final Set<Node> listing = new HashSet<>();
    private final Set<Node> listedBy = new HashSet<>();
    private final Map<String, Listed> listed = new LinkedHashMap<>();
    private final Map<String, Integer> triesInVain = new HashMap<>();
    private final Set<String> inFlight = new HashSet<>();
    private final Deque<String> order = new ArrayDeque<>();
    private final Map<String, Integer> places = new HashMap<>();
    private Optional<Piece> streaming = Optional.empty();
    private Optional<String> eye = Optional.empty();
    private boolean whole;
    private boolean orderly;
    private int batch = BATCH;
    private int running;
    private int known = -1;
    private int inVain;
    private long notBefore;

    SeriesPlan(Wire.WireSeries series) {
        uid = series.uid();
        modality = series.modality();
        number = series.number();
        pictures = series.pictures();
    }

    /// A node has it too; the one with most of it is asked first.
    void add(Node node, int expected) {
        counts.put(node, expected);
        homes.add(node);
        known = Math.max(known, expected);
        var sorted = new ArrayList<>(counts.entrySet());
        sorted.sort(Map.Entry.<Node, Integer>comparingByValue().reversed());
        counts.clear();
        sorted.forEach(e -> counts.put(e.getKey(), e.getValue()));
    }

    /// Decides how it is asked for.
    ///
    /// @param here how many of its instances are here
    /// @param before whether some of them were here before this retrieval began
    void begin(int here, boolean before) {
        whole = here == 0;
        boolean several = counts.size() > 1;
        for (var home : counts.entrySet()) {
            if (before || several || here > 0 && here != home.getValue()) toList.add(home.getKey());
        }
        if (whole && several) toList.remove(counts.keySet().iterator().next());
    }

    String uid() {
        return uid;
    }

    String modality() {
        return modality;
    }

    int number() {
        return number;
    }

    boolean pictures() {
        return pictures;
    }

    boolean isRunning() {
        return running > 0;
    }

    Set<Node> nodes() {
        return Set.copyOf(counts.keySet());
    }

    /// How many there are: as listed, else the greatest count, -1 when no node says.
    int expected() {
        return allListed().map(Set::size).orElse(known);
    }

    /// What every node that has it has listed, empty where one has not.
    Optional<Set<String>> allListed() {
        return listedBy.containsAll(homes) ? Optional.of(listed.keySet()) : Optional.empty();
    }

    /// Where the reader looks in it; empty: at another series.
    ///
    /// @return whether something around the eye is missing
    boolean look(Optional<String> sopUid, int received, Predicate<String> here) {
        if (!sopUid.equals(eye)) {
            eye = sopUid;
            orderly = false;
        }
        if (eye.isEmpty() || counts.isEmpty() || known >= 0 && received >= known) return false;
        whole = false;
        if (listedBy.isEmpty()) toList.add(counts.keySet().iterator().next());
        yieldToEye(here);
        return listedBy.isEmpty() || nearest(here) <= WINDOW;
    }

    private void yieldToEye(Predicate<String> here) {
        if (streaming.isPresent() && nearest(here) <= WINDOW) streaming.get().giveWay();
    }

    /// Distance of the nearest missing image from the eye, in images.
    private int nearest(Predicate<String> here) {
        if (eye.isEmpty() || listed.isEmpty()) return Integer.MAX_VALUE;
        return head(here).map(this::distance).orElse(Integer.MAX_VALUE);
    }

    /// Whether what is around the eye is still to be found or to be asked for.
    boolean seeks(Predicate<String> here) {
        if (eye.isEmpty() || counts.isEmpty()) return false;
        return listedBy.isEmpty() && !toList.isEmpty() || nearest(here) <= WINDOW;
    }

    /// How soon it is wanted: 0 for what is around the eye, then further and further from it.
    int ring(Predicate<String> here) {
        int nearest = nearest(here);
        if (nearest == Integer.MAX_VALUE) return listedBy.isEmpty() ? 0 : 1;
        return nearest / (WINDOW + 1);
    }

    private int distance(String sopUid) {
        int at = eye.map(e -> places.getOrDefault(e, 0)).orElse(0);
        return Math.abs(places.getOrDefault(sopUid, 0) - at);
    }

    private Optional<String> head(Predicate<String> here) {
        arrange(here);
        while (!order.isEmpty() && !wanted(order.getFirst(), here)) order.removeFirst();
        return Optional.ofNullable(order.peekFirst());
    }

    private boolean wanted(String sopUid, Predicate<String> here) {
        return !here.test(sopUid)
                && !inFlight.contains(sopUid)
                && triesInVain.getOrDefault(sopUid, 0) < TRIES;
    }

    private void arrange(Predicate<String> here) {
        if (orderly) return;
        var all = new ArrayList<>(listed.keySet());
        all.sort(Comparator.comparingInt(u -> number(u)));
        places.clear();
        for (int i = 0; i < all.size(); i++) places.put(all.get(i), i);
        all.removeIf(u -> !wanted(u, here) || nobodyHas(u));
        if (eye.isPresent()) all.sort(Comparator.comparingInt(this::distance));
        order.clear();
        order.addAll(all);
        orderly = true;
    }

    private boolean nobodyHas(String sopUid) {
        var known = listed.get(sopUid);
        return known == null || known.at().isEmpty();
    }

    private int number(String sopUid) {
        var known = listed.get(sopUid);
        return known == null ? Integer.MAX_VALUE : known.number();
    }

    /// The next transfer from a node, if there is one.
    Optional<Piece> take(Node node, long now, Predicate<String> here) {
        if (!counts.containsKey(node) || now - notBefore < 0) return Optional.empty();
        if (whole && !isRunning() && node.equals(counts.keySet().iterator().next())) {
            whole = false;
            var piece = started(new Piece(Piece.Kind.WHOLE, this, node, List.of()));
            streaming = Optional.of(piece);
            return streaming;
        }
        if (whole) return Optional.empty();
        if (toList.contains(node) && (streaming.isEmpty() || eye.isPresent()) && listing.add(node))
            return Optional.of(started(new Piece(Piece.Kind.LIST, this, node, List.of())));
        if (streaming.isPresent() && !streaming.get().yielding()) return Optional.empty();
        return some(node, here);
    }

    private Optional<Piece> some(Node node, Predicate<String> here) {
        int most = eye.isPresent() && nearest(here) <= 4 * WINDOW ? 1 : batch;
        var uids = new ArrayList<String>();
        for (var next = head(here); next.isPresent() && uids.size() < most; next = head(here)) {
            var known = listed.get(next.get());
            if (known == null || !known.at().contains(node)) return elsewhere(node, here);
            order.removeFirst();
            uids.add(next.get());
        }
        if (uids.isEmpty()) return Optional.empty();
        inFlight.addAll(uids);
        return Optional.of(started(new Piece(Piece.Kind.SOME, this, node, uids)));
    }

    /// The nearest image is at another node: the nearest that this node has.
    private Optional<Piece> elsewhere(Node node, Predicate<String> here) {
        for (var uid : order) {
            var known = listed.get(uid);
            if (known == null || !known.at().contains(node) || !wanted(uid, here)) continue;
            inFlight.add(uid);
            return Optional.of(started(new Piece(Piece.Kind.SOME, this, node, List.of(uid))));
        }
        return Optional.empty();
    }

    private Piece started(Piece piece) {
        running++;
        return piece;
    }

    void listed(Node node, List<Wire.WireInstance> instances, Predicate<String> here) {
        toList.remove(node);
        listedBy.add(node);
        for (var one : instances)
            listed.computeIfAbsent(one.uid(), _ -> new Listed(one.number(), new HashSet<>()))
                    .at()
                    .add(node);
        counts.put(node, instances.size());
        known = Math.max(known, instances.size());
        orderly = false;
        yieldToEye(here);
    }

    /// A transfer has ended.
    ///
    /// @param came how many instances it brought
    /// @param failed whether it ended before its end
    /// @param received how many of the series are here
    void ended(
            Piece piece, int came, boolean failed, int received, long now, Predicate<String> here) {
        running--;
        switch (piece.kind()) {
            case LIST -> listing.remove(piece.node());
            case WHOLE -> {
                streaming = Optional.empty();
                orderly = false;
                int count = counts.getOrDefault(piece.node(), -1);
                if (failed && received == 0 && eye.isEmpty()) whole = true;
                else if ((count < 0 || received < count) && !listedBy.contains(piece.node()))
                    toList.add(piece.node());
            }
            case SOME -> {
                piece.sopUids().forEach(inFlight::remove);
                if (!piece.sopUids().stream().allMatch(here)) orderly = false;
                if (!failed && !piece.yielding())
                    for (var uid : piece.sopUids()) triesInVain.merge(uid, 1, Integer::sum);
            }
        }
        inVain = !failed || came > 0 ? 0 : inVain + 1;
        if (inVain > 0) notBefore = now + Backoff.USUAL.rest(inVain).toNanos();
    }

    /// A transfer did not take place.
    void stopped(Piece piece) {
        running--;
        orderly = false;
        switch (piece.kind()) {
            case LIST -> listing.remove(piece.node());
            case WHOLE -> {
                streaming = Optional.empty();
                if (listedBy.isEmpty()) toList.add(piece.node());
            }
            case SOME -> piece.sopUids().forEach(inFlight::remove);
        }
    }

    /// Whether it could use a place at the node, and has none.
    boolean waits(Node node, long now, Predicate<String> here) {
        if (isRunning() || now - notBefore < 0 || !counts.containsKey(node)) return false;
        return whole || toList.contains(node) || head(here).isPresent();
    }

    /// @return whether it is asked for whole, and gives that up after the instance that is coming
    boolean yieldStream() {
        if (streaming.isEmpty() || streaming.get().yielding()) return false;
        streaming.get().giveWay();
        return true;
    }

    /// The node refused some instances for good: one by one it becomes clear which.
    void cannotHave(List<String> sopUids) {
        batch = 1;
        if (sopUids.size() == 1) triesInVain.put(sopUids.getFirst(), TRIES);
    }

    /// The node is given up for this series.
    void without(Node node) {
        counts.remove(node);
        toList.remove(node);
        for (var one : listed.values()) one.at().remove(node);
        orderly = false;
    }

    /// Whether nothing more will come: all is here, or nobody is left to ask.
    boolean ended(Predicate<String> here) {
        if (isRunning()) return false;
        if (counts.isEmpty()) return true;
        if (whole || !toList.isEmpty()) return false;
        return head(here).isEmpty();
    }

    /// Whether nobody is left to ask though something is missing.
    boolean orphaned(int received, Predicate<String> here) {
        boolean missing = listed.keySet().stream().anyMatch(u -> wanted(u, here));
        return counts.isEmpty() && (missing || known < 0 || received < known);
    }
}
