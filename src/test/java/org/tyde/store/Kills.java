package org.tyde.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Many kills, in rows of at most 10 one after the other on the same folder; several rows side by side, since a
/// child about to be killed mostly waits.
public final class Kills {
    private static final int ROW = 10;
    private static final int SIDE_BY_SIDE = 6;

    private Kills() {}

    /// One row of kills on a folder of its own.
    public interface Row {
        void run(Path folder, int kills, Random random) throws Exception;
    }

    /// @param kills altogether
    /// @param folder holds a folder for each row
    public static void inRows(int kills, Path folder, Row row) throws Exception {
        var rows = new ArrayList<Future<?>>();
        try (var side = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            for (int from = 0; from < kills; from += ROW) {
                int seed = 20261122 + from;
                int count = Math.min(ROW, kills - from);
                var own = Files.createDirectory(folder.resolve("row" + from));
                rows.add(
                        side.submit(
                                () -> {
                                    row.run(own, count, new Random(seed));
                                    return true;
                                }));
            }
            for (var one : rows) one.get();
        }
    }
}
