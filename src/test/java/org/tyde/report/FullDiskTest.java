package org.tyde.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tyde.refusal.Refusal;
import org.tyde.store.FullDisk;
import org.tyde.store.StoreReason;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// A disk that gets full while a report is written.
@Timeout(60)
class FullDiskTest {
    @TempDir Path folder = Path.of("");

    @Test
    void itIsSaidOnceTheTextStaysAndIsSavedWhenThereIsRoomAgain() throws Exception {
        var told = new CopyOnWriteArrayList<Refusal>();
        var words = "Knute i høyre overlapp. ".repeat(5_000);
        try (var disk = new FullDisk(folder);
                var runner = new JobRunner(1);
                var reports = new ReportStore(disk.drafts(), runner)) {
            var report = reports.begin(Reports.study("2.25.1", "CT thorax"), Referral.NONE);
            report.insert("Lagret.", Set.of());
            reports.save();
            reports.onTrouble(told::add);
            disk.full();
            report.insert(words, Set.of());
            var refused = assertThrows(Refusal.class, reports::save);
            assertEquals(StoreReason.DISK_FULL, refused.reason());
            Thread.sleep(1500); // the saving clock tries three times meanwhile
            assertEquals(
                    List.of(StoreReason.DISK_FULL), told.stream().map(Refusal::reason).toList());
            assertEquals(1, told.getFirst().getMessage().lines().count());
            assertThrows(Refusal.class, () -> reports.putAside(report.id()));
            assertTrue(report.text().of(Section.FINDINGS).endsWith("overlapp. "), "in memory");
            assertTrue(disk.drafts().all().getFirst().content().contains("Lagret."), "on disk");
            disk.room();
            reports.save();
        }
        try (var disk = new FullDisk(folder);
                var runner = new JobRunner(1);
                var reports = new ReportStore(disk.drafts(), runner)) {
            var report = reports.begin(Reports.study("2.25.1", "CT thorax"), Referral.NONE);
            assertEquals("Lagret. " + words, report.text().of(Section.FINDINGS));
        }
    }
}
