package org.tyde.archive;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// Which transfers a study still needs, in the order of the eye: what is around it, then the rest of the
/// series on screen, then small documents, then the other series by number. Not thread-safe.
final class StudyPlan {
    private static final int ATTEMPTS_IN_VAIN = 3;
    static final Set<String> DOCUMENTS = Set.of("SR", "KO", "PR", "DOC");

    private final Predicate<String> here;
    private final ToIntFunction<String> received;
    private final Map<String, SeriesPlan> series = new LinkedHashMap<>();
    private final Map<Node, Integer> inVain = new HashMap<>();
    private final Set<Node> gone = new HashSet<>();
    private final Map<String, Integer> eyes = new HashMap<>();
    private List<Eye> looked = List.of();
    private List<SeriesPlan> sorted = List.of();
    private boolean began;
    private Optional<Refusal> failure = Optional.empty();
    private Optional<Refusal> silent = Optional.empty();

    /// @param here whether an instance is here
    /// @param received how many instances of a series are here
    StudyPlan(Predicate<String> here, ToIntFunction<String> received) {
        this.here = here;
        this.received = received;
    }

    /// @param homes what each node has of the study
    void set(Map<Node, List<Wire.WireSeries>> homes) {
        series.clear();
        inVain.clear();
        gone.clear();
        failure = Optional.empty();
        silent = Optional.empty();
        homes.forEach(
                (node, all) -> {
                    for (var one : all)
                        series.computeIfAbsent(one.uid(), _ -> new SeriesPlan(one))
                                .add(node, one.expected());
                });
        for (var one : series.values()) {
            int count = received.applyAsInt(one.uid());
            one.begin(count, !began && count > 0);
        }
        began = true;
        look(looked);
    }

    /// @param all what is on screen, the active first
    void look(List<Eye> all) {
        looked = List.copyOf(all);
        eyes.clear();
        for (var eye : looked) eyes.putIfAbsent(eye.seriesUid(), eyes.size());
        boolean urgent = false;
        for (var one : series.values())
            urgent |= one.look(eyeAt(one.uid()), received.applyAsInt(one.uid()), here);
        if (urgent)
            for (var one : series.values()) if (!eyes.containsKey(one.uid())) one.yieldStream();
        sorted = new ArrayList<>(series.values());
        sorted.sort(
                Comparator.comparingInt((SeriesPlan s) -> rank(s))
                        .thenComparing(s -> !DOCUMENTS.contains(s.modality()))
                        .thenComparingInt(SeriesPlan::number)
                        .thenComparing(SeriesPlan::uid));
    }

    private Optional<String> eyeAt(String seriesUid) {
        return looked.stream()
                .filter(e -> e.seriesUid().equals(seriesUid))
                .findFirst()
                .flatMap(Eye::sopUid);
    }

    private int rank(SeriesPlan one) {
        return eyes.getOrDefault(one.uid(), Integer.MAX_VALUE);
    }

    /// The next transfer from a node. Until the first image is here, images come one transfer at a time.
    Optional<Piece> take(Node node, long now) {
        if (gone.contains(node) || failure.isPresent()) return Optional.empty();
        boolean first = sorted.stream().noneMatch(s -> s.pictures() && hasAny(s));
        boolean one = sorted.stream().anyMatch(s -> s.pictures() && s.isRunning());
        boolean seeking = sorted.stream().anyMatch(s -> s.seeks(here));
        for (var next : inOrder()) {
            if (first && one && next.pictures()) continue;
            if (seeking && !eyes.containsKey(next.uid())) continue;
            var piece = next.take(node, now, here);
            if (piece.isPresent()) return piece;
        }
        return Optional.empty();
    }

    private boolean hasAny(SeriesPlan one) {
        return received.applyAsInt(one.uid()) > 0;
    }

    /// Of the series on screen what is around the eye comes before the rest of any of them.
    private List<SeriesPlan> inOrder() {
        if (eyes.size() < 2) return sorted;
        var looking = new ArrayList<>(sorted.subList(0, Math.min(eyes.size(), sorted.size())));
        looking.removeIf(s -> rank(s) == Integer.MAX_VALUE);
        int count = looking.size();
        var rings = new HashMap<SeriesPlan, Integer>();
        for (var one : looking) rings.put(one, one.ring(here));
        looking.sort(Comparator.comparingInt(s -> rings.getOrDefault(s, 0)));
        looking.addAll(sorted.subList(count, sorted.size()));
        return looking;
    }

    /// A node's list of a series.
    void listed(Piece piece, List<Wire.WireInstance> instances) {
        piece.series().listed(piece.node(), instances, here);
    }

    /// A transfer has ended.
    ///
    /// @param came how many instances it brought
    /// @param refused why it ended before its end, empty when it did not
    void ended(Piece piece, int came, Optional<Refusal> refused, long now) {
        var one = piece.series();
        boolean failed = refused.isPresent();
        one.ended(piece, came, failed, received.applyAsInt(one.uid()), now, here);
        if (!failed || came > 0) inVain.remove(piece.node());
        if (failed && came == 0) blame(piece, refused.get());
        if (failed && failure.isEmpty() && series.values().stream().anyMatch(this::orphaned))
            failure = refused;
    }

    private boolean orphaned(SeriesPlan one) {
        return one.orphaned(received.applyAsInt(one.uid()), here);
    }

    /// A transfer did not take place, or was cancelled: what it was to bring is wanted as before.
    void stopped(Piece piece) {
        piece.series().stopped(piece);
    }

    /// All places are taken: a series that is not looked at gives one up for one that is.
    void yieldToEye(Node node, long now) {
        boolean waits =
                sorted.stream().anyMatch(s -> rank(s) < eyes.size() && s.waits(node, now, here));
        if (!waits) return;
        for (var one : sorted.reversed())
            if (rank(one) == Integer.MAX_VALUE && one.yieldStream()) return;
    }

    private void blame(Piece piece, Refusal refused) {
        if (Node.maySoonPass(refused)) {
            if (inVain.merge(piece.node(), 1, Integer::sum) < ATTEMPTS_IN_VAIN) return;
            gone.add(piece.node());
            silent = Optional.of(refused);
            for (var all : series.values()) all.without(piece.node());
            return;
        }
        if (piece.kind() == Piece.Kind.SOME && Node.isAbsent(refused))
            piece.series().cannotHave(piece.sopUids());
        else piece.series().without(piece.node());
    }

    /// @param why nothing of the study can be kept: a full disk, another patient's image
    void fail(Refusal why) {
        failure = Optional.of(why);
    }

    /// Whether nothing more will come.
    boolean ended() {
        if (series.values().stream().anyMatch(SeriesPlan::isRunning)) return false;
        return failure.isPresent() || series.values().stream().allMatch(s -> s.ended(here));
    }

    /// Why not all came.
    Optional<Refusal> failure() {
        boolean lacking =
                series.values().stream().anyMatch(s -> received.applyAsInt(s.uid()) < s.expected());
        return failure.isPresent() || !lacking ? failure : silent;
    }

    /// Nodes that have something of it and are still asked.
    Set<Node> nodes() {
        var nodes = new HashSet<Node>();
        for (var one : series.values()) nodes.addAll(one.nodes());
        return nodes;
    }

    /// By series, how many instances the nodes have, and which where they were listed.
    List<SeriesPlan> series() {
        return List.copyOf(series.values());
    }
}
