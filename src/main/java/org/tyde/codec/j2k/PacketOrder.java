package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Progression;
import org.tyde.codec.j2k.header.ProgressionVolume;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/// Walks the packets of a tile in the order they stand in (T.800 B.12).
final class PacketOrder {
    /// Reads one packet.
    interface Visitor {
        void visit(Precinct precinct, int layer) throws Refusal;
    }

    private final List<Precinct> precincts = new ArrayList<>();
    private final int layers;
    private final int lastResolution;
    private final JobContext job;

    /// @param lastResolution above which no packet is wanted
    PacketOrder(List<List<Resolution>> components, int layers, int lastResolution, JobContext job) {
        for (var component : components)
            for (var resolution : component) precincts.addAll(resolution.precincts());
        this.layers = layers;
        this.lastResolution = lastResolution;
        this.job = job;
    }

    /// @return packets of the tile
    long count() {
        return (long) precincts.size() * layers;
    }

    /// @return whether the first layer of the lowest resolution has been read everywhere
    boolean coarse() {
        return precincts.stream().allMatch(one -> one.resolution > 0 || one.layer > 0);
    }

    void walk(List<ProgressionVolume> volumes, Visitor visitor) throws Refusal {
        for (var volume : volumes) {
            job.checkpoint();
            boolean last = volumes.size() == 1 && byResolution(volume.order());
            walk(volume, last ? lastResolution : Integer.MAX_VALUE, visitor);
        }
    }

    /// Where low resolutions come first, the packets that are not wanted need not be read.
    private static boolean byResolution(Progression order) {
        return order == Progression.RLCP || order == Progression.RPCL;
    }

    private void walk(ProgressionVolume volume, int highest, Visitor visitor) throws Refusal {
        var wanted = new ArrayList<Precinct>();
        for (var one : precincts)
            if (one.resolution >= volume.firstResolution()
                    && one.resolution < volume.resolutions()
                    && one.resolution <= highest
                    && one.component >= volume.firstComponent()
                    && one.component < volume.components()) wanted.add(one);
        wanted.sort(comparator(volume.order()));
        int end = Math.min(layers, volume.layers());
        switch (volume.order()) {
            case LRCP -> layersOutside(wanted, end, visitor);
            case RLCP -> {
                int to;
                for (int from = 0; from < wanted.size(); from = to) {
                    to = from;
                    int resolution = wanted.get(from).resolution;
                    while (to < wanted.size() && wanted.get(to).resolution == resolution) to++;
                    layersOutside(wanted.subList(from, to), end, visitor);
                }
            }
            case RPCL, PCRL, CPRL -> {
                for (var precinct : wanted)
                    while (precinct.layer < end) {
                        visitor.visit(precinct, precinct.layer);
                        precinct.layer++;
                    }
            }
        }
    }

    private void layersOutside(List<Precinct> wanted, int end, Visitor visitor) throws Refusal {
        for (int layer = 0; layer < end; layer++) {
            job.checkpoint();
            for (var precinct : wanted)
                if (precinct.layer == layer) {
                    visitor.visit(precinct, layer);
                    precinct.layer++;
                }
        }
    }

    private static Comparator<Precinct> comparator(Progression order) {
        ToLongFunction<Precinct> r = p -> p.resolution;
        ToLongFunction<Precinct> c = p -> p.component;
        ToLongFunction<Precinct> x = p -> p.x;
        ToLongFunction<Precinct> y = p -> p.y;
        ToLongFunction<Precinct> index = p -> p.index;
        return switch (order) {
            case LRCP, RLCP -> by(r, c, index);
            case RPCL -> by(r, y, x, c, index);
            case PCRL -> by(y, x, c, r, index);
            case CPRL -> by(c, y, x, r, index);
        };
    }

    @SafeVarargs
    private static Comparator<Precinct> by(
            ToLongFunction<Precinct> first, ToLongFunction<Precinct>... next) {
        var comparator = Comparator.comparingLong(first);
        for (var key : next) comparator = comparator.thenComparingLong(key);
        return comparator;
    }
}
