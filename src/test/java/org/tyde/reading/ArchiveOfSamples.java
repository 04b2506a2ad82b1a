package org.tyde.reading;

import org.tyde.archive.EmbeddedArchive;
import org.tyde.archive.NodeSource;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.node.Nodes;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicomweb.Endpoint;
import org.tyde.samples.DemoStudies;
import org.tyde.store.Cache;
import org.tyde.study.Study;
import org.tyde.work.JobRunner;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/// The demo studies of one modality behind DICOMweb on loopback, and a cache to fetch them into.
public final class ArchiveOfSamples implements AutoCloseable {
    public final JobRunner runner = new JobRunner();
    public final EmbeddedArchive archive;
    public final Cache cache;
    public final NodeSource source;

    /// @param held of the archive, filled unless it holds something already
    /// @param folder of the cache
    /// @param modalities whose studies are made
    public ArchiveOfSamples(Path held, Path folder, String... modalities) throws Exception {
        archive = new EmbeddedArchive(held);
        if (archive.size() == 0) fill(modalities);
        cache = Cache.open(folder.resolve("cache"), runner);
        source =
                Nodes.web(
                        Endpoint.of("demo", archive.serve(0, runner).base().toString()),
                        cache,
                        runner);
    }

    private void fill(String... modalities) throws Exception {
        if (modalities.length == 0) return;
        Map<String, Boolean> wanted = new HashMap<>();
        for (var one : DemoStudies.instances()) {
            var known = wanted.get(one.studyUid());
            if (Boolean.FALSE.equals(known)) continue;
            var made = one.make().get();
            if (known == null) {
                boolean of = java.util.List.of(modalities).contains(made.textOr(Tag.MODALITY, ""));
                wanted.put(one.studyUid(), of);
                if (!of) continue;
            }
            archive.put(made, TransferSyntax.EXPLICIT_LITTLE);
        }
    }

    /// The newest study of a modality.
    public Study newest(String modality) throws Exception {
        return source.find(StudyQuery.ANY).stream()
                .filter(s -> s.modalities().contains(modality))
                .max(Comparator.comparing(s -> s.when().orElseThrow()))
                .orElseThrow();
    }

    @Override
    public void close() {
        source.close();
        archive.close();
        cache.close();
        runner.close();
    }
}
