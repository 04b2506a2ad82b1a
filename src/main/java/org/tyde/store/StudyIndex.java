package org.tyde.store;

import org.tyde.refusal.Refusal;
import org.tyde.store.seal.Veil;
import org.tyde.study.Instance;
import org.tyde.study.Series;
import org.tyde.study.Study;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// `index.db`: which studies, series and instances the blobs hold. Everything in it can be read from them
/// again. Thread-safe.
public final class StudyIndex {
    private final Database database;
    private final Veil veil;
    private final StudyTexts texts;
    private final UnaryOperator<List<Located>> shown;

    StudyIndex(Database database, Veil veil) {
        this(database, veil, UnaryOperator.identity());
    }

    StudyIndex(Database database, Veil veil, UnaryOperator<List<Located>> shown) {
        this.shown = shown;
        this.database = database;
        this.veil = veil;
        texts = new StudyTexts(veil);
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

    /// An instance that was held, was found missing or damaged, and is to be fetched again.
    ///
    /// @param studyUid of its study
    /// @param sopUid itself
    public record Lost(String studyUid, String sopUid) {}

    /// How much room a study takes.
    record Footprint(String studyUid, long bytes, long instances) {}

    private interface Row<T> {
        T read(ResultSet row) throws SQLException, Refusal;
    }

    /// Adds instances in one transaction: all or, after a failure, none. What comes counts from now on.
    void add(Collection<IndexEntry> entries) throws Refusal {
        insert(entries, false);
    }

    /// Adds instances whose blobs lay here before; of several contents the youngest counts.
    void restore(Collection<IndexEntry> entries) throws Refusal {
        insert(entries, true);
    }

    private void insert(Collection<IndexEntry> entries, boolean restoring) throws Refusal {
        database.write(
                c -> {
                    try (var insertion = new IndexInsertion(c, veil, restoring)) {
                        for (var entry : entries) insertion.add(entry);
                        insertion.finish();
                    }
                    return entries.size();
                });
    }

    /// @param filter which
    /// @return studies, newest first
    /// @throws Refusal the index cannot be read
    public List<Study> studies(StudyFilter filter) throws Refusal {
        var query = StudyQueries.studies(filter, veil);
        var words = StudyQueries.words(filter.text());
        return database.read(
                c -> {
                    var found = new ArrayList<Study>();
                    try (var select = c.prepareStatement(query.sql());
                            var one = c.prepareStatement(StudyQueries.STUDY)) {
                        bind(select, query.arguments());
                        try (var rows = select.executeQuery()) {
                            while (found.size() < filter.limit() && rows.next()) {
                                var known = texts.known(rows);
                                if (known.isEmpty() || known.get().matches(words))
                                    study(one, rows.getLong(1), words).ifPresent(found::add);
                            }
                        }
                    }
                    return found;
                });
    }

    private Optional<Study> study(PreparedStatement one, long id, List<String> words)
            throws SQLException, Refusal {
        one.setLong(1, id);
        try (var row = one.executeQuery()) {
            if (!row.next()) return Optional.empty();
            var text = texts.of(row);
            return text.matches(words) ? Optional.of(StudyRows.study(row, text)) : Optional.empty();
        }
    }

    /// Opens the text of every study, so that the first search is as fast as the next.
    /// Others read in between.
    void warm() throws Refusal {
        for (long after = 0; after >= 0; ) {
            long from = after;
            after = database.read(c -> open(c, from));
        }
    }

    /// @return the last row that was opened, -1 when there are no more
    private long open(Connection c, long after) throws SQLException, Refusal {
        try (var select = c.prepareStatement(StudyQueries.TEXTS)) {
            select.setLong(1, after);
            long last = -1;
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    texts.of(row);
                    last = row.getLong(1);
                }
            }
            return last;
        }
    }

    /// @param studyUid Study Instance UID
    /// @return the study
    /// @throws Refusal the index cannot be read
    public Optional<Study> study(String studyUid) throws Refusal {
        var query = StudyQueries.study(studyUid);
        return rows(query.sql(), row -> StudyRows.study(row, texts.of(row)), studyUid).stream()
                .findFirst();
    }

    /// @param studyUid Study Instance UID
    /// @return its series by number, those without one last
    /// @throws Refusal the index cannot be read
    public List<Series> series(String studyUid) throws Refusal {
        return rows(
                StudyQueries.SERIES,
                row -> {
                    var text = veil.show(row.getString(1), row.getBytes(5));
                    return StudyRows.series(row, IndexRows.text(text));
                },
                studyUid);
    }

    /// @param seriesUid Series Instance UID
    /// @return its instances that may be seen, by number, of each the one that came last
    /// @throws Refusal the index cannot be read
    public List<Instance> instances(String seriesUid) throws Refusal {
        return shown
                .apply(rows(StudyQueries.INSTANCES_OF_SERIES, StudyRows::located, seriesUid))
                .stream()
                .map(Located::instance)
                .toList();
    }

    /// @param studyUid Study Instance UID
    /// @return its instances that may be seen, of each the one that came last
    /// @throws Refusal the index cannot be read
    public List<Located> ofStudy(String studyUid) throws Refusal {
        return shown.apply(held(studyUid));
    }

    /// For what keeps instances and shows none of them.
    ///
    /// @param studyUid Study Instance UID
    /// @return all its instances, of each the one that came last
    /// @throws Refusal the index cannot be read
    public List<Located> held(String studyUid) throws Refusal {
        return rows(StudyQueries.INSTANCES_OF_STUDY, StudyRows::located, studyUid);
    }

    /// @param sopUid SOP Instance UID
    /// @return every content held under it, the one that came last first
    /// @throws Refusal the index cannot be read
    public List<Located> find(String sopUid) throws Refusal {
        return rows(StudyQueries.CONTENTS_OF_INSTANCE, StudyRows::located, sopUid);
    }

    /// @param studyUid Study Instance UID
    /// @return SOP Instance UIDs that came a second time with another content; the later one is shown, the
    ///     earlier ones are kept and found by [#find]
    /// @throws Refusal the index cannot be read
    public List<String> changed(String studyUid) throws Refusal {
        return rows(StudyQueries.CHANGED, row -> row.getString(1), studyUid);
    }

    /// @return what was held once, was lost to the disk and has not come again
    /// @throws Refusal the index cannot be read
    public List<Lost> lost() throws Refusal {
        return rows(
                "SELECT study, uid FROM refetch ORDER BY study, uid",
                row -> new Lost(row.getString(1), row.getString(2)));
    }

    /// @return all structured reports that are held
    /// @throws Refusal the index cannot be read
    public List<HeldReport> reports() throws Refusal {
        return rows(
                StudyQueries.REPORTS,
                row ->
                        new HeldReport(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)));
    }

    /// Remembers that a study was opened now; eviction spares what was used last.
    ///
    /// @param studyUid Study Instance UID; one that is not held is fine
    /// @throws Refusal the index cannot be written
    public void used(String studyUid) throws Refusal {
        database.write(
                c ->
                        change(
                                c,
                                "UPDATE study SET last_used = ? WHERE uid = ?",
                                System.currentTimeMillis(),
                                studyUid));
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
        return rows("SELECT coalesce(sum(bytes), 0) FROM study", row -> row.getLong(1)).getFirst();
    }

    /// Forgets a study.
    ///
    /// @return the blobs that nothing names any more
    List<BlobId> remove(String studyUid) throws Refusal {
        return database.write(
                c -> {
                    var before = blobs(c, StudyQueries.BLOBS_OF_STUDY, studyUid);
                    change(c, "DELETE FROM study WHERE uid = ?", studyUid);
                    change(c, "DELETE FROM refetch WHERE study = ?", studyUid);
                    var orphans = new ArrayList<BlobId>();
                    for (var blob : before)
                        if (blobs(c, StudyQueries.BLOB_STILL_NAMED, blob.bytes()).isEmpty())
                            orphans.add(blob);
                    return orphans;
                });
    }

    /// @return the first two bytes of the names of all blobs, as four hexadecimal digits
    List<String> shelves() throws Refusal {
        return rows(
                "SELECT DISTINCT substr(blob, 1, 2) FROM instance",
                row -> HexFormat.of().formatHex(row.getBytes(1)));
    }

    /// @param shelf the first two bytes of the blobs' names, as four hexadecimal digits
    /// @return blobs the index names there, with the SOP Instance UID of each
    Map<BlobId, String> blobs(String shelf) throws Refusal {
        return database.read(
                c -> {
                    var found = new HashMap<BlobId, String>();
                    try (var select = c.prepareStatement(StudyQueries.BLOBS_BETWEEN)) {
                        select.setBytes(1, new BlobId(shelf + "0".repeat(60)).bytes());
                        select.setBytes(2, new BlobId(shelf + "f".repeat(60)).bytes());
                        try (var rows = select.executeQuery()) {
                            while (rows.next())
                                found.put(BlobId.of(rows.getBytes(1)), rows.getString(2));
                        }
                    }
                    return found;
                });
    }

    /// Forgets a content whose blob is gone or damaged, and that it is to be fetched again.
    void forget(BlobId blob) throws Refusal {
        database.write(
                c -> {
                    IndexRemoval.content(c, blob);
                    return blob;
                });
    }

    /// Studies by last use, oldest first, with their bytes.
    List<Footprint> footprints() throws Refusal {
        return rows(
                StudyQueries.FOOTPRINTS,
                row -> new Footprint(row.getString(1), row.getLong(2), row.getLong(3)));
    }

    /// Whether any instance's bytes are in the blob.
    boolean names(BlobId blob) throws Refusal {
        return database.read(c -> !blobs(c, StudyQueries.BLOB_STILL_NAMED, blob.bytes()).isEmpty());
    }

    /// @throws Refusal the index holds the study, or the instance, for another patient
    void refuseOtherPatient(IndexEntry entry) throws Refusal {
        var patient = entry.study().patient();
        var held = study(entry.study().uid());
        if (held.isPresent() && StudyText.differ(held.get().patient(), patient))
            throw new Refusal(StoreReason.OTHER_PATIENT, entry.study().uid());
        var uid = entry.instance().uid();
        var others =
                rows(
                        StudyQueries.STUDIES_OF_INSTANCE,
                        row -> StudyText.unpacked(veil.show(row.getString(1), row.getBytes(2))),
                        uid);
        for (var other : others)
            if (other.ofAnotherThan(patient))
                throw new Refusal(StoreReason.INSTANCE_OF_OTHER_PATIENT, uid);
    }

    private <T> List<T> rows(String sql, Row<T> row, Object... arguments) throws Refusal {
        return database.read(
                c -> {
                    try (var select = c.prepareStatement(sql)) {
                        bind(select, List.of(arguments));
                        var found = new ArrayList<T>();
                        try (var rows = select.executeQuery()) {
                            while (rows.next()) found.add(row.read(rows));
                        }
                        return found;
                    }
                });
    }

    private static List<BlobId> blobs(Connection c, String sql, Object argument)
            throws SQLException {
        try (var select = c.prepareStatement(sql)) {
            bind(select, List.of(argument));
            var found = new ArrayList<BlobId>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) found.add(BlobId.of(rows.getBytes(1)));
            }
            return found;
        }
    }

    static int change(Connection c, String sql, Object... arguments) throws SQLException {
        try (var statement = c.prepareStatement(sql)) {
            bind(statement, List.of(arguments));
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, List<Object> arguments)
            throws SQLException {
        for (int i = 0; i < arguments.size(); i++) statement.setObject(i + 1, arguments.get(i));
    }
}
