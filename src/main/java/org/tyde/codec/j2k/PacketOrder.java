package org.tyde.codec.j2k;

import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/// Walks the packets of a tile in the order they stand in (T.800 B.12).
final class PacketOrder {
    /// Reads one packet.
    interface Visitor {
        /// @return false when no more packets are wanted
        boolean visit(Precinct precinct, int layer) throws Refusal;
    }

    private final List<Precinct> precincts = new ArrayList<>();
    private final int layers;

    PacketOrder(List<List<Resolution>> components, int layers) {
        for (var component : components)
            for (var resolution : component) precincts.addAll(resolution.precincts());
        this.layers = layers;
    }

    /// @return packets of the tile
    long count() {
        return (long) precincts.size() * layers;
    }

    void walk(List<ProgressionVolume> volumes, Visitor visitor) throws Refusal {
        for (var volume : volumes) if (!walk(volume, visitor)) return;
    }

    private boolean walk(ProgressionVolume volume, Visitor visitor) throws Refusal {
        var wanted = new ArrayList<Precinct>();
        for (var one : precincts)
            if (one.resolution >= volume.firstResolution()
                    && one.resolution < volume.resolutions()
                    && one.component >= volume.firstComponent()
                    && one.component < volume.components()) wanted.add(one);
        wanted.sort(comparator(volume.order()));
        int end = Math.min(layers, volume.layers());
        switch (volume.order()) {
            case LRCP -> {
                return layersOutside(wanted, end, visitor);
            }
            case RLCP -> {
                int from = 0;
                while (from < wanted.size()) {
                    int to = from;
                    int resolution = wanted.get(from).resolution;
                    while (to < wanted.size() && wanted.get(to).resolution == resolution) to++;
                    if (!layersOutside(wanted.subList(from, to), end, visitor)) return false;
                    from = to;
                }
            }
            case RPCL, PCRL, CPRL -> {
                for (var precinct : wanted)
                    while (precinct.layer < end)
                        if (!visitor.visit(precinct, precinct.layer++)) return false;
            }
        }
        return true;
    }

    private static boolean layersOutside(List<Precinct> wanted, int end, Visitor visitor)
            throws Refusal {
        for (int layer = 0; layer < end; layer++)
            for (var precinct : wanted)
                if (precinct.layer == layer) {
                    precinct.layer++;
                    if (!visitor.visit(precinct, layer)) return false;
                }
        return true;
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
