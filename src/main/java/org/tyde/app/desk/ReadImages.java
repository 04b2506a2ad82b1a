package org.tyde.app.desk;

import org.tyde.evidence.InstanceReference;
import org.tyde.imaging.FrameKey;
import org.tyde.imaging.FrameSource;
import org.tyde.reading.CaseOpening;
import org.tyde.reading.CaseStudy;
import org.tyde.reading.CoverageLedger;
import org.tyde.reading.OpenCase;
import org.tyde.refusal.Refusal;
import org.tyde.report.sign.ImagesRead;
import org.tyde.store.StudyIndex;
import org.tyde.study.Study;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/// What of an open case was here and was looked at, taken down at one moment on the thread that uses the
/// case.
///
/// @param studyUid the study that is described
/// @param received its instances that are here
/// @param expected its instances in the archive, empty where it does not say
/// @param neverShown its images that were never on screen
/// @param pictures SOP Instance UIDs of its images
/// @param keyImages pointed out by the radiologist
/// @param measured the figures drawn in the case
/// @param compared prior studies that were on screen, with the SOP Instance UIDs that were
record ReadImages(
        String studyUid,
        int received,
        OptionalInt expected,
        int neverShown,
        Set<String> pictures,
        List<FrameKey> keyImages,
        CaseGroups measured,
        Map<Study, Set<String>> compared) {
    /// @param opening of the case
    /// @param source of its frames
    /// @return how it stands now
    static ReadImages of(CaseOpening opening, FrameSource source) {
        var here = opening.retrieval().images();
        var open = opening.openCase();
        return new ReadImages(
                opening.study().uid(),
                here.received(),
                here.expected() < 0 ? OptionalInt.empty() : OptionalInt.of(here.expected()),
                open.map(ReadImages::neverShown).orElse(0),
                open.map(c -> pictures(c.current())).orElse(Set.of()),
                open.map(c -> c.marks().keyImages()).orElse(List.of()),
                open.map(c -> CaseGroups.of(c, source)).orElse(CaseGroups.NONE),
                open.map(c -> compared(opening, c)).orElse(Map.of()));
    }

    private static int neverShown(OpenCase open) {
        return open.neverShown().stream().mapToInt(CoverageLedger.Unseen::count).sum();
    }

    private static Set<String> pictures(CaseStudy study) {
        var uids = new HashSet<String>();
        for (var series : study.images().series())
            for (var image : series.images()) uids.add(image.sopInstanceUid());
        return uids;
    }

    private static Map<Study, Set<String>> compared(CaseOpening opening, OpenCase open) {
        var seen = new HashSet<String>();
        for (var frame : open.coverage().all()) seen.add(frame.sopInstanceUid());
        var compared = new LinkedHashMap<Study, Set<String>>();
        var known = opening.priors().map(p -> p.all()).orElse(List.of());
        for (var shown : open.priorsShown())
            for (var prior : known)
                if (prior.study().uid().equals(shown.uid())) {
                    var uids = pictures(shown);
                    uids.retainAll(seen);
                    compared.put(prior.study(), uids);
                }
        return compared;
    }

    /// Names the objects; waits for the index.
    ///
    /// @param index of the cache that holds them
    /// @return the same, as a report refers to it
    /// @throws Refusal the index cannot be read
    ImagesRead in(StudyIndex index) throws Refusal {
        var current = references(index, studyUid);
        var evidence =
                current.values().stream().filter(r -> pictures.contains(r.sopUid())).toList();
        var keys = new LinkedHashMap<String, Set<Integer>>();
        for (var key : keyImages)
            keys.computeIfAbsent(key.sopInstanceUid(), _ -> new TreeSet<>()).add(key.frame());
        var pointedOut = new ArrayList<InstanceReference>();
        keys.forEach(
                (uid, frames) -> {
                    var whole = current.get(uid);
                    if (whole != null) pointedOut.add(withFrames(whole, List.copyOf(frames)));
                });
        var beside = new ArrayList<InstanceReference>();
        for (var prior : compared.entrySet())
            for (var reference : references(index, prior.getKey().uid()).values())
                if (prior.getValue().contains(reference.sopUid())) beside.add(reference);
        return new ImagesRead(
                received,
                expected,
                neverShown,
                evidence,
                pointedOut,
                beside,
                measured.on(
                        index.ofStudy(studyUid).stream()
                                .map(StudyIndex.Located::instance)
                                .toList()));
    }

    private static InstanceReference withFrames(InstanceReference whole, List<Integer> frames) {
        return new InstanceReference(
                whole.studyUid(), whole.seriesUid(), whole.sopClass(), whole.sopUid(), frames);
    }

    private static Map<String, InstanceReference> references(StudyIndex index, String studyUid)
            throws Refusal {
        var references = new HashMap<String, InstanceReference>();
        for (var located : index.ofStudy(studyUid)) {
            var instance = located.instance();
            references.put(
                    instance.uid(),
                    new InstanceReference(
                            studyUid, instance.seriesUid(), instance.sopClass(), instance.uid()));
        }
        return references;
    }
}
