package org.tyde.archive.node;

import static org.tyde.dicom.Tag.*;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.archive.Line;
import org.tyde.archive.StudyQuery;
import org.tyde.archive.Wire;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dimse.FindLimits;
import org.tyde.dimse.FindScu;
import org.tyde.dimse.GetScu;
import org.tyde.dimse.MayCome;
import org.tyde.dimse.MoveInbox;
import org.tyde.dimse.MoveScu;
import org.tyde.dimse.RetrieveWatch;
import org.tyde.dimse.Retrieved;
import org.tyde.dimse.StoreScu;
import org.tyde.dimse.command.Status;
import org.tyde.dimse.message.DimseReason;
import org.tyde.dimse.message.InstanceSink;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.Query;
import org.tyde.dimse.message.QueryLevel;
import org.tyde.dimse.message.QueryModel;
import org.tyde.dimse.message.Tally;
import org.tyde.dimse.upper.Peer;
import org.tyde.refusal.Refusal;
import org.tyde.study.Series;
import org.tyde.study.Study;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// An archive by DIMSE: C-FIND in the study root model, C-GET or C-MOVE, C-STORE.
public final class DimseLine implements Line {
    private static final Logger LOG = LoggerFactory.getLogger(DimseLine.class);
    private static final int MOST_SERIES = 10_000;

    private final Peer peer;
    private final JobRunner runner;
    private final Carrier carrier;
    private final Map<String, MayCome> kindsOfSeries = new ConcurrentHashMap<>();

    /// Brings what a query names.
    private interface Carrier {
        Retrieved bring(
                Query query, Kinds kinds, InstanceSink sink, RetrieveWatch watch, JobContext job)
                throws Refusal;
    }

    /// Says what may come, where somebody wants to know.
    private interface Kinds {
        MayCome ask();
    }

    private DimseLine(Peer peer, JobRunner runner, Carrier carrier) {
        this.peer = peer;
        this.runner = runner;
        this.carrier = carrier;
    }

    /// @param peer the archive
    /// @param runner watches the time
    /// @return instances come over the association that asks for them (C-GET)
    public static DimseLine getting(Peer peer, JobRunner runner) {
        var get = new GetScu(peer, runner, peer.limits().idle());
        return new DimseLine(peer, runner, (q, k, s, w, j) -> get.get(q, k.ask(), s, w, j));
    }

    /// @param peer the archive
    /// @param inbox behind our storage port, which the archive knows
    /// @param runner watches the time
    /// @return the archive sends instances to that port (C-MOVE)
    public static DimseLine moving(Peer peer, MoveInbox inbox, JobRunner runner) {
        var move = new MoveScu(peer, runner, peer.limits().idle());
        return new DimseLine(peer, runner, (q, _, s, w, j) -> move.move(q, inbox, s, w, j));
    }

    @Override
    public List<Study> find(StudyQuery query) throws Refusal {
        return StudySearch.find(
                query,
                (keys, limit, offset) ->
                        ask(QueryLevel.STUDY, keys, ofStudy(), limit, offset, JobContext.NONE));
    }

    private static List<Tag> ofStudy() {
        var wanted = new ArrayList<>(StudySearch.SHOWN);
        wanted.addAll(
                List.of(
                        STUDY_INSTANCE_UID,
                        STUDY_DATE,
                        STUDY_TIME,
                        ACCESSION_NUMBER,
                        MODALITIES_IN_STUDY,
                        PATIENT_NAME,
                        PATIENT_ID,
                        PATIENT_BIRTH_DATE,
                        PATIENT_SEX,
                        NUMBER_OF_STUDY_RELATED_SERIES,
                        NUMBER_OF_STUDY_RELATED_INSTANCES));
        return wanted;
    }

    private List<DataSet> ask(
            QueryLevel level,
            Map<Tag, String> keys,
            List<Tag> wanted,
            int limit,
            int offset,
            JobContext job)
            throws Refusal {
        var identifier = DataSet.builder().asFound();
        for (var tag : wanted) identifier.text(tag);
        if (level == QueryLevel.STUDY)
            for (var tag : StudySearch.SHOWN_ITEMS) identifier.sequence(tag, List.of());
        for (var key : keys.entrySet()) identifier.text(key.getKey(), key.getValue());
        var limits = limit > 0 ? FindLimits.page(offset, limit) : FindLimits.ALL;
        var query = new Query(QueryModel.STUDY_ROOT, level, identifier.build());
        return new FindScu(peer, runner).find(query, limits, job).found();
    }

    @Override
    public List<Series> series(String studyUid) throws Refusal {
        return StudySearch.series(seriesSets(studyUid, JobContext.NONE));
    }

    private List<DataSet> seriesSets(String studyUid, JobContext job) throws Refusal {
        var wanted = new ArrayList<>(StudySearch.OF_SERIES);
        wanted.add(SERIES_INSTANCE_UID);
        return ask(QueryLevel.SERIES, Map.of(STUDY_INSTANCE_UID, studyUid), wanted, 0, 0, job);
    }

    @Override
    public List<DataSet> instances(String studyUid, String seriesUid) throws Refusal {
        return instanceSets(studyUid, seriesUid, JobContext.NONE);
    }

    private List<DataSet> instanceSets(String studyUid, String seriesUid, JobContext job)
            throws Refusal {
        var keys = Map.of(STUDY_INSTANCE_UID, studyUid, SERIES_INSTANCE_UID, seriesUid);
        var wanted =
                List.of(
                        SOP_INSTANCE_UID,
                        SOP_CLASS_UID,
                        INSTANCE_NUMBER,
                        COMPLETION_FLAG,
                        VERIFICATION_FLAG,
                        AVAILABLE_TRANSFER_SYNTAX_UID);
        var sets = ask(QueryLevel.IMAGE, keys, wanted, 0, 0, job);
        if (kindsOfSeries.size() > MOST_SERIES) kindsOfSeries.clear();
        kindsOfSeries.put(seriesUid, kinds(sets));
        return sets;
    }

    private static MayCome kinds(List<DataSet> sets) throws Refusal {
        var classes = new LinkedHashSet<String>();
        var syntaxes = new LinkedHashSet<String>();
        for (var one : sets) {
            one.text(SOP_CLASS_UID).filter(c -> !c.isEmpty()).ifPresent(classes::add);
            for (var uid : one.texts(AVAILABLE_TRANSFER_SYNTAX_UID))
                if (!uid.isEmpty()) syntaxes.add(uid);
        }
        return new MayCome(List.copyOf(classes), List.copyOf(syntaxes));
    }

    /// An archive that does not tell is asked for what a reading room meets.
    private MayCome kinds(String studyUid, String seriesUid, JobContext job) {
        var known = kindsOfSeries.get(seriesUid);
        if (known != null) return known;
        try {
            instanceSets(studyUid, seriesUid, job);
        } catch (Refusal untold) {
            LOG.info("an archive does not tell what a series holds: {}", untold.reason().name());
        }
        return kindsOfSeries.getOrDefault(seriesUid, MayCome.ANYTHING);
    }

    @Override
    public void send(List<Path> files) throws Refusal {
        var outgoing = new ArrayList<Outgoing>();
        for (var file : files) {
            try {
                outgoing.add(Outgoing.file(file));
            } catch (IOException unreadable) {
                throw notSendable(String.valueOf(file.getFileName()), unreadable);
            }
        }
        new StoreScu(peer, runner).sendAll(outgoing, JobContext.NONE);
    }

    @Override
    public void sendDataSets(List<DataSet> dataSets) throws Refusal {
        var outgoing = new ArrayList<Outgoing>();
        for (var one : dataSets) {
            try {
                outgoing.add(Outgoing.dataSet(one, TransferSyntax.EXPLICIT_LITTLE));
            } catch (IOException unwritable) {
                throw notSendable(one.textOr(SOP_INSTANCE_UID, "?"), unwritable);
            }
        }
        new StoreScu(peer, runner).sendAll(outgoing, JobContext.NONE);
    }

    private static Refusal notSendable(String name, IOException why) {
        return why instanceof Refusal known
                ? known
                : new Refusal(DimseReason.NOT_SENDABLE, name, String.valueOf(why.getMessage()))
                        .because(why);
    }

    @Override
    public Wire wire() {
        return new Associations();
    }

    @Override
    public void close() {}

    /// What a retrieval asks of this archive.
    private final class Associations implements Wire {
        @Override
        public List<WireSeries> series(String studyUid, JobContext job) throws Refusal {
            var all = new ArrayList<WireSeries>();
            for (var one : seriesSets(studyUid, job))
                all.add(
                        new WireSeries(
                                one.textOr(SERIES_INSTANCE_UID, ""),
                                one.textOr(MODALITY, ""),
                                StudySearch.number(one, SERIES_NUMBER),
                                one.integer(NUMBER_OF_SERIES_RELATED_INSTANCES).orElse(-1)));
            return all;
        }

        @Override
        public List<WireInstance> instances(String studyUid, String seriesUid, JobContext job)
                throws Refusal {
            var all = new ArrayList<WireInstance>();
            for (var one : instanceSets(studyUid, seriesUid, job)) {
                int number = StudySearch.number(one, INSTANCE_NUMBER);
                one.text(SOP_INSTANCE_UID).ifPresent(u -> all.add(new WireInstance(u, number)));
            }
            return all;
        }

        @Override
        public void series(String studyUid, String seriesUid, Sink sink, JobContext job)
                throws Refusal {
            bring(QueryLevel.SERIES, studyUid, seriesUid, List.of(), sink, job);
        }

        @Override
        public void instances(
                String studyUid, String seriesUid, List<String> sopUids, Sink sink, JobContext job)
                throws Refusal {
            bring(QueryLevel.IMAGE, studyUid, seriesUid, sopUids, sink, job);
        }

        private void bring(
                QueryLevel level,
                String studyUid,
                String seriesUid,
                List<String> sopUids,
                Sink sink,
                JobContext job)
                throws Refusal {
            var keys =
                    DataSet.builder()
                            .asFound()
                            .text(STUDY_INSTANCE_UID, studyUid)
                            .text(SERIES_INSTANCE_UID, seriesUid);
            if (!sopUids.isEmpty()) keys.text(SOP_INSTANCE_UID, sopUids.toArray(String[]::new));
            var taking = new Taking(sink);
            var query = new Query(QueryModel.STUDY_ROOT, level, keys.build());
            Kinds kinds = () -> kinds(studyUid, seriesUid, job);
            var end = carrier.bring(query, kinds, taking::take, taking, job);
            if (!end.whole()) kindsOfSeries.remove(seriesUid);
            var ended = taking.ended();
            if (ended.isPresent()) throw ended.get();
            end.required();
        }
    }

    /// Hands on what comes, until that is refused: then the archive is asked to stop.
    private static final class Taking implements RetrieveWatch {
        private final Wire.Sink sink;
        private volatile @Nullable Refusal ended;

        Taking(Wire.Sink sink) {
            this.sink = sink;
        }

        Status take(Object arrival, InputStream partTen) throws IOException {
            try {
                sink.accept(partTen);
                return Status.SUCCESS;
            } catch (Refusal refused) {
                ended = refused;
                throw refused;
            }
        }

        Optional<Refusal> ended() {
            return Optional.ofNullable(ended);
        }

        @Override
        public void counted(Tally tally) {}

        @Override
        public boolean stop() {
            return ended != null;
        }
    }
}
