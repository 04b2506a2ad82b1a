package org.tyde.archive;

import static org.tyde.dicom.Tag.INSTANCE_NUMBER;
import static org.tyde.dicom.Tag.SERIES_INSTANCE_UID;
import static org.tyde.dicom.Tag.SOP_INSTANCE_UID;
import static org.tyde.dicom.Tag.STUDY_INSTANCE_UID;

import org.tyde.dicom.DataSet;
import org.tyde.dicomweb.DicomwebReason;
import org.tyde.refusal.Refusal;
import org.tyde.store.Cache;
import org.tyde.work.JobContext;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// An archive in memory that writes down what it is asked for, and hands out instances one by one as a test
/// allows.
final class FakeWire implements Wire {
    /// By Study Instance UID; may be changed at any time.
    final Map<String, List<DataSet>> held = new ConcurrentHashMap<>();

    final List<String> asked = new CopyOnWriteArrayList<>();
    final List<String> given = new CopyOnWriteArrayList<>();
    final AtomicInteger running = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    final Semaphore may = new Semaphore(Integer.MAX_VALUE / 2, true);
    volatile boolean dead;
    volatile boolean countless;
    volatile Predicate<String> absent = _ -> false;

    FakeWire with(TestStudies.Made study) {
        held.put(study.studyUid(), new CopyOnWriteArrayList<>(study.instances()));
        return this;
    }

    /// From now on only as many instances are handed out as [#allow] says.
    FakeWire slowly() {
        may.drainPermits();
        return this;
    }

    void allow(int instances) {
        may.release(instances);
    }

    void allowAll() {
        may.release(Integer.MAX_VALUE / 4);
    }

    private void answer() throws Refusal {
        if (dead) throw new Refusal(DicomwebReason.UNREACHABLE, "fake");
    }

    private List<DataSet> of(String studyUid, String seriesUid) throws Refusal {
        var found = new ArrayList<DataSet>();
        for (var one : held.getOrDefault(studyUid, List.of()))
            if (one.textOr(SERIES_INSTANCE_UID, "").equals(seriesUid)) found.add(one);
        return found;
    }

    @Override
    public List<WireSeries> series(String studyUid, JobContext job) throws Refusal {
        answer();
        asked.add("series");
        var counts = new LinkedHashMap<String, Integer>();
        for (var one : held.getOrDefault(studyUid, List.of()))
            counts.merge(one.textOr(SERIES_INSTANCE_UID, ""), 1, Integer::sum);
        var all = new ArrayList<WireSeries>();
        for (var one : counts.entrySet())
            all.add(
                    new WireSeries(
                            one.getKey(), "CT", all.size() + 1, countless ? -1 : one.getValue()));
        return all;
    }

    @Override
    public List<WireInstance> instances(String studyUid, String seriesUid, JobContext job)
            throws Refusal {
        answer();
        asked.add("list");
        var all = new ArrayList<WireInstance>();
        for (var one : of(studyUid, seriesUid))
            all.add(
                    new WireInstance(
                            one.textOr(SOP_INSTANCE_UID, ""),
                            one.integer(INSTANCE_NUMBER).orElse(Integer.MAX_VALUE)));
        return all;
    }

    @Override
    public void series(String studyUid, String seriesUid, Sink sink, JobContext job)
            throws Refusal {
        answer();
        asked.add("whole");
        give(of(studyUid, seriesUid), sink, job);
    }

    @Override
    public void instances(
            String studyUid, String seriesUid, List<String> sopUids, Sink sink, JobContext job)
            throws Refusal {
        answer();
        asked.add("some " + sopUids.size());
        var wanted = new ArrayList<DataSet>();
        for (var one : of(studyUid, seriesUid)) {
            var uid = one.textOr(SOP_INSTANCE_UID, "");
            if (!sopUids.contains(uid)) continue;
            if (absent.test(uid)) throw new Refusal(DicomwebReason.NOT_FOUND, "fake");
            wanted.add(one);
        }
        give(wanted, sink, job);
    }

    private void give(List<DataSet> some, Sink sink, JobContext job) throws Refusal {
        most.accumulateAndGet(running.incrementAndGet(), Math::max);
        try {
            for (var one : some) {
                may.acquire();
                job.checkpoint();
                answer();
                given.add(
                        one.textOr(SOP_INSTANCE_UID, "")
                                + "@"
                                + one.textOr(STUDY_INSTANCE_UID, ""));
                sink.accept(new ByteArrayInputStream(Cache.part10(one)));
            }
        } catch (Refusal known) {
            throw known;
        } catch (IOException broken) {
            throw new Refusal(DicomwebReason.BROKEN_OFF, "fake").because(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refusal(DicomwebReason.BROKEN_OFF, "fake").because(stopped);
        } finally {
            running.decrementAndGet();
        }
    }

    /// What was handed out of a study, by instance number.
    List<Integer> numbersGiven(TestStudies.Made study) throws Refusal {
        var numbers = new LinkedHashMap<String, Integer>();
        for (var one : study.instances())
            numbers.put(
                    one.textOr(SOP_INSTANCE_UID, ""), one.integer(INSTANCE_NUMBER).orElseThrow());
        return given.stream()
                .map(g -> g.split("@", 2)[0])
                .filter(numbers::containsKey)
                .map(numbers::get)
                .toList();
    }
}
