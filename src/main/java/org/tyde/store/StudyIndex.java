package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.study.Instance;
import org.tyde.study.NationalId;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// `index.db`: which studies, series and instances the blobs hold. Everything in it can be read from them
/// again.
public final class StudyIndex {
    private final Database database;

    StudyIndex(Database database) {
        this.database = database;
    }

    /// Where an instance's bytes are.
    ///
    /// @param instance itself
    /// @param blob its Part 10 file
    /// @param bytes of that file
    /// @param arrived when it came
    public record Located(Instance instance, BlobId blob, long bytes, Instant arrived) {}

    /// A structured report in the cache.
    ///
    /// @param studyUid of its study
    /// @param sopUid itself
    /// @param sopClass its SOP class
    /// @param completion Completion Flag (0040,A491)
    /// @param verification Verification Flag (0040,A493)
    public record HeldReport(
            String studyUid,
            String sopUid,
            String sopClass,
            String completion,
            String verification) {}

    /// Adds instances in one transaction: all or, after a failure, none.
    void add(Collection<IndexEntry> entries) throws Refusal {
        database.write(
                c -> {
                    for (var entry : entries) add(c, entry);
                    return entries.size();
                });
    }

    /// @param filter which
    /// @return studies, newest first
    /// @throws Refusal the index cannot be read
    public List<Study> studies(StudyFilter filter) throws Refusal {
        var query = StudyQueries.studies(filter);
        return database.read(
                c -> {
                    try (var select = c.prepareStatement(query.sql())) {
                        bind(select, query.arguments());
                        var found = new ArrayList<Study>();
                        try (var rows = select.executeQuery()) {
                            while (rows.next()) found.add(StudyRows.study(rows));
                        }
                        return found;
                    }
                });
    }

    /// @param studyUid Study Instance UID
    /// @return the study, empty where nothing of it is held
    /// @throws Refusal the index cannot be read
    public Optional<Study> study(String studyUid) throws Refusal {
        var query = StudyQueries.study(studyUid);
        return database.read(
                c -> {
                    try (var select = c.prepareStatement(query.sql())) {
                        bind(select, query.arguments());
                        try (var rows = select.executeQuery()) {
                            return rows.next()
                                    ? Optional.of(StudyRows.study(rows))
                                    : Optional.<Study>empty();
                        }
                    }
                });
    }

    /// @param studyUid Study Instance UID
    /// @return its series by number, those without one last
    /// @throws Refusal the index cannot be read
    public List<Series> series(String studyUid) throws Refusal {
        return database.read(
                c -> {
                    try (var select = c.prepareStatement(StudyQueries.SERIES)) {
                        select.setString(1, studyUid);
                        var found = new ArrayList<Series>();
                        try (var rows = select.executeQuery()) {
                            while (rows.next()) found.add(StudyRows.series(rows));
                        }
                        return found;
                    }
                });
    }

    /// @param seriesUid Series Instance UID
    /// @return its instances by number, of each the one that came last
    /// @throws Refusal the index cannot be read
    public List<Instance> instances(String seriesUid) throws Refusal {
        return located(StudyQueries.INSTANCES_OF_SERIES, seriesUid).stream()
                .map(Located::instance)
                .toList();
    }

    /// @param studyUid Study Instance UID
    /// @return all its instances, of each the one that came last
    /// @throws Refusal the index cannot be read
    public List<Located> ofStudy(String studyUid) throws Refusal {
        return located(StudyQueries.INSTANCES_OF_STUDY, studyUid);
    }

    /// @param sopUid SOP Instance UID
    /// @return every content held under it, the one that came last first
    /// @throws Refusal the index cannot be read
    public List<Located> find(String sopUid) throws Refusal {
        return located(StudyQueries.CONTENTS_OF_INSTANCE, sopUid);
    }

    /// @return all structured reports that are held
    /// @throws Refusal the index cannot be read
    public List<HeldReport> reports() throws Refusal {
        return database.read(
                c -> {
                    var found = new ArrayList<HeldReport>();
                    try (var select = c.prepareStatement(StudyQueries.REPORTS);
                            var rows = select.executeQuery()) {
                        while (rows.next())
                            found.add(
                                    new HeldReport(
                                            rows.getString(1),
                                            rows.getString(2),
                                            rows.getString(3),
                                            rows.getString(4),
                                            rows.getString(5)));
                    }
                    return found;
                });
    }

    /// Remembers that a study was opened now; eviction spares what was used last.
    ///
    /// @param studyUid Study Instance UID; one that is not held is fine
    /// @throws Refusal the index cannot be written
    public void used(String studyUid) throws Refusal {
        database.write(
                c -> {
                    try (var update =
                            c.prepareStatement("UPDATE study SET last_used = ? WHERE uid = ?")) {
                        update.setLong(1, System.currentTimeMillis());
                        update.setString(2, studyUid);
                        return update.executeUpdate();
                    }
                });
    }

    /// Forgets a study.
    ///
    /// @param studyUid Study Instance UID
    /// @return the blobs that nothing names any more
    /// @throws Refusal the index cannot be written; then nothing is forgotten
    List<BlobId> remove(String studyUid) throws Refusal {
        return database.write(
                c -> {
                    var before = blobs(c, StudyQueries.BLOBS_OF_STUDY, studyUid);
                    try (var delete = c.prepareStatement("DELETE FROM study WHERE uid = ?")) {
                        delete.setString(1, studyUid);
                        delete.executeUpdate();
                    }
                    var orphans = new ArrayList<BlobId>();
                    for (var blob : before)
                        if (blobs(c, StudyQueries.BLOB_STILL_NAMED, blob.sha256()).isEmpty())
                            orphans.add(blob);
                    return orphans;
                });
    }

    /// @return blobs the index names, with the SOP Instance UID of each
    Map<BlobId, String> blobs() throws Refusal {
        return database.read(
                c -> {
                    var found = new HashMap<BlobId, String>();
                    try (var select = c.prepareStatement("SELECT blob, uid FROM instance");
                            var rows = select.executeQuery()) {
                        while (rows.next())
                            found.put(new BlobId(rows.getString(1)), rows.getString(2));
                    }
                    return found;
                });
    }

    /// Forgets a content whose blob is gone or damaged.
    void forget(BlobId blob) throws Refusal {
        database.write(
                c -> {
                    try (var delete = c.prepareStatement("DELETE FROM instance WHERE blob = ?")) {
                        delete.setString(1, blob.sha256());
                        delete.executeUpdate();
                    }
                    try (var statement = c.createStatement()) {
                        statement.execute(StudyQueries.DROP_EMPTY_SERIES);
                        return statement.executeUpdate(StudyQueries.DROP_EMPTY_STUDIES);
                    }
                });
    }

    /// Studies by last use, oldest first, with their bytes.
    List<Footprint> footprints() throws Refusal {
        return database.read(
                c -> {
                    var found = new ArrayList<Footprint>();
                    try (var select = c.prepareStatement(StudyQueries.FOOTPRINTS);
                            var rows = select.executeQuery()) {
                        while (rows.next())
                            found.add(
                                    new Footprint(
                                            rows.getString(1), rows.getLong(2), rows.getLong(3)));
                    }
                    return found;
                });
    }

    /// @return by Study Instance UID, how many instances are held
    /// @throws Refusal the index cannot be read
    public Map<String, Integer> counts() throws Refusal {
        return database.read(
                c -> {
                    var found = new HashMap<String, Integer>();
                    try (var select = c.prepareStatement(StudyQueries.COUNTS);
                            var rows = select.executeQuery()) {
                        while (rows.next()) found.put(rows.getString(1), rows.getInt(2));
                    }
                    return found;
                });
    }

    /// @return bytes of all instances
    /// @throws Refusal the index cannot be read
    public long bytes() throws Refusal {
        return footprints().stream().mapToLong(Footprint::bytes).sum();
    }

    /// How much room a study takes.
    record Footprint(String studyUid, long bytes, long instances) {}

    private List<Located> located(String sql, String argument) throws Refusal {
        return database.read(
                c -> {
                    try (var select = c.prepareStatement(sql)) {
                        select.setString(1, argument);
                        var found = new ArrayList<Located>();
                        try (var rows = select.executeQuery()) {
                            while (rows.next()) found.add(StudyRows.located(rows));
                        }
                        return found;
                    }
                });
    }

    private static List<BlobId> blobs(Connection c, String sql, String argument)
            throws SQLException {
        try (var select = c.prepareStatement(sql)) {
            select.setString(1, argument);
            var found = new ArrayList<BlobId>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) found.add(new BlobId(rows.getString(1)));
            }
            return found;
        }
    }

    private static void add(Connection c, IndexEntry entry) throws SQLException, Refusal {
        refuseOtherPatient(c, entry.study());
        try (var insert = c.prepareStatement(StudyQueries.ADD_STUDY)) {
            StudyRows.bindStudy(insert, entry.study(), folded(entry.study()));
            insert.executeUpdate();
        }
        try (var insert = c.prepareStatement(StudyQueries.ADD_SERIES)) {
            StudyRows.bindSeries(insert, entry.series());
            insert.executeUpdate();
        }
        try (var insert = c.prepareStatement(StudyQueries.ADD_INSTANCE)) {
            StudyRows.bindInstance(insert, entry);
            insert.executeUpdate();
        }
    }

    /// @throws Refusal the index holds the study for another patient
    void refuseOtherPatient(Study study) throws Refusal {
        database.read(
                c -> {
                    refuseOtherPatient(c, study);
                    return true;
                });
    }

    /// Whether any instance's bytes are in the blob.
    boolean names(BlobId blob) throws Refusal {
        return database.read(
                c -> !blobs(c, StudyQueries.BLOB_STILL_NAMED, blob.sha256()).isEmpty());
    }

    /// One study is of one patient: what says otherwise is not mixed in.
    private static void refuseOtherPatient(Connection c, Study study) throws SQLException, Refusal {
        try (var select =
                c.prepareStatement("SELECT patient_id, issuer FROM study WHERE uid = ?")) {
            select.setString(1, study.uid());
            try (var rows = select.executeQuery()) {
                if (!rows.next()) return;
                var id = study.patient().id();
                var issuer = id.issuer().orElse("");
                boolean otherId = !rows.getString(1).equals(id.value());
                boolean otherIssuer =
                        !rows.getString(2).equals(issuer)
                                && !issuer.isEmpty()
                                && !rows.getString(2).isEmpty();
                if (otherId || otherIssuer)
                    throw new Refusal(StoreReason.OTHER_PATIENT, study.uid());
            }
        }
    }

    /// What a search reads, each word begun by a space.
    static String folded(Study study) {
        var name = study.patient().name();
        var words =
                String.join(
                        " ",
                        name.encoded(),
                        name.display(),
                        study.patient().id().value(),
                        study.patient().nationalId().map(NationalId::digits).orElse(""),
                        study.accession(),
                        study.description(),
                        study.bodyPart().orElse(""));
        return " " + Folding.fold(words).replaceAll("[,()/-]+", " ").toLowerCase(Locale.ROOT);
    }

    private static void bind(PreparedStatement statement, List<Object> arguments)
            throws SQLException {
        for (int i = 0; i < arguments.size(); i++) statement.setObject(i + 1, arguments.get(i));
    }
}
