package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.store.ChildJvm;
import org.tyde.store.Kills;
import org.tyde.store.WorkDatabase;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.Random;
import java.util.Set;

/// A killed process costs at most a second of a draft's text.
class KilledDraftTest {
    private static final int KILLS = Integer.getInteger("tyde.kills", 3);

    @TempDir Path folder;

    /// Writes a numbered word every 20 ms and says when it did.
    static final class Child {
        public static void main(String[] arguments) throws Exception {
            try (var runner = new JobRunner(1);
                    var work = WorkDatabase.open(Path.of(arguments[0]));
                    var store = new ReportStore(work.drafts(), runner)) {
                var report = store.begin(Reports.study("2.25.1", "CT thorax"), Referral.NONE);
                int before = report.text().of(Section.FINDINGS).length();
                for (int word = 1; word < 10_000; word++) {
                    report.insert("ord" + word, Set.of());
                    System.out.println(
                            System.currentTimeMillis()
                                    + " "
                                    + (report.text().of(Section.FINDINGS).length() - before));
                    Thread.sleep(20);
                }
            }
        }
    }

    @Test
    void atMostASecondOfTextIsLost() throws Exception {
        Kills.inRows(KILLS, folder, KilledDraftTest::kill);
    }

    private static void kill(Path folder, int kills, Random random) throws Exception {
        int length = 0;
        for (int kill = 1; kill <= kills; kill++) {
            long killed;
            java.util.List<String> said;
            try (var child = ChildJvm.start(Child.class, folder)) {
                said = child.killAfter(70 + random.nextInt(60), random.nextInt(500));
                killed = System.currentTimeMillis();
            }
            long durable = killed - 1500; // one second, and half of one for a busy machine
            int written = 0;
            for (var line : said) {
                var parts = line.split(" ");
                if (Long.parseLong(parts[0]) <= durable) written = Integer.parseInt(parts[1]);
            }
            try (var runner = new JobRunner(1);
                    var work = WorkDatabase.open(folder);
                    var store = new ReportStore(work.drafts(), runner)) {
                assertEquals(1, work.drafts().all().size());
                var report = store.begin(Reports.study("2.25.1", "CT thorax"), Referral.NONE);
                int kept = report.text().of(Section.FINDINGS).length();
                assertTrue(
                        kept >= length + written,
                        "kept %d of %d chars after kill %d"
                                .formatted(kept - length, written, kill));
                length = kept;
            }
        }
        assertTrue(length > 0);
    }
}
