package org.tyde.dicomweb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tyde.dicom.Tag;
import org.tyde.work.JobContext;
import org.tyde.work.JobRunner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Archives with so many studies and ideas of their own about pages.
class PagingTest {
    private final JobRunner runner = new JobRunner(1);
    private final List<String> asked = new ArrayList<>();

    @AfterEach
    void end() {
        runner.close();
    }

    private FaultyArchive archive(int studies, int maximum, boolean warns, boolean ignoresOffset)
            throws Exception {
        return new FaultyArchive(
                (exchange, _) -> {
                    var text = Optional.ofNullable(exchange.getRequestURI().getRawQuery());
                    asked.add(text.orElse(""));
                    var query = QidoQuery.parse(text.orElse("")).orElseThrow();
                    int from = ignoresOffset ? 0 : Math.min(query.offset(), studies);
                    int most = Math.min(maximum, query.limit() == 0 ? maximum : query.limit());
                    int to = Math.min(studies, from + most);
                    if (warns && to < studies)
                        exchange.getResponseHeaders()
                                .set(
                                        "Warning",
                                        "299 here \"There are %d additional results that can be requested\""
                                                .formatted(studies - to));
                    if (to == from) {
                        exchange.sendResponseHeaders(204, -1);
                        return;
                    }
                    FaultyArchive.say(
                            exchange,
                            200,
                            "application/dicom+json",
                            IntStream.range(from, to)
                                    .mapToObj(PagingTest::study)
                                    .collect(Collectors.joining(",", "[", "]")));
                });
    }

    private static String study(int number) {
        return "{\"0020000D\":{\"vr\":\"UI\",\"Value\":[\"1.2." + number + "\"]}}";
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # studies, maximum, warns, ignores offset, limit, found, requests
                    7,         1000,    false, false,          0,     7,     1
                    7,         3,       true,  false,          0,     7,     3
                    7,         3,       false, false,          0,     3,     1
                    250,       100,     false, false,          0,     250,   3
                    200,       100,     false, false,          0,     200,   3
                    2500,      5000,    false, false,          0,     2500,  3
                    250,       100,     true,  false,          120,   120,   2
                    250,       1000,    false, false,          120,   120,   1
                    250,       100,     true,  true,           0,     100,   2
                    0,         100,     false, false,          0,     0,     1
                    """)
    void aSearchEndsWhereTheLimitOrTheArchiveDoes(
            int studies,
            int maximum,
            boolean warns,
            boolean ignoresOffset,
            int limit,
            int found,
            int requests)
            throws Exception {
        try (var archive = archive(studies, maximum, warns, ignoresOffset);
                var client = new DicomwebClient(Endpoint.of("test", archive.address()), runner)) {
            var query = QidoQuery.ALL.page(limit, 0);
            var all = client.qido().studies(query, JobContext.NONE);
            assertEquals(found, all.size());
            assertEquals(requests, archive.requests(), asked.toString());
            for (int i = 0; i < found; i++)
                assertEquals("1.2." + i, all.get(i).textOr(Tag.STUDY_INSTANCE_UID, "?"));
        }
    }

    @Test
    void aPageBeginsWhereItIsAskedFor() throws Exception {
        try (var archive = archive(250, 100, true, false);
                var client = new DicomwebClient(Endpoint.of("test", archive.address()), runner)) {
            var query = QidoQuery.ALL.page(150, 20);
            var all = client.qido().studies(query, JobContext.NONE);
            assertEquals(150, all.size());
            assertEquals("1.2.20", all.getFirst().textOr(Tag.STUDY_INSTANCE_UID, "?"));
            assertEquals(List.of("limit=150&offset=20", "limit=50&offset=120"), asked);
        }
    }

    @Test
    void whatTheArchiveSaysOfFuzzyMatchingIsHandedOn() throws Exception {
        var warning =
                "299 here \"The fuzzymatching parameter is not supported. Only literal matching has"
                        + " been performed.\"";
        var archive =
                new FaultyArchive(
                        (exchange, _) -> {
                            assertTrue(
                                    exchange.getRequestURI()
                                            .getRawQuery()
                                            .contains("fuzzymatching=true"));
                            exchange.getResponseHeaders().set("Warning", warning);
                            FaultyArchive.say(exchange, 200, "application/dicom+json", "[{}]");
                        });
        try (archive;
                var client = new DicomwebClient(Endpoint.of("test", archive.address()), runner)) {
            var query = QidoQuery.ALL.with(Tag.PATIENT_NAME, "Odegard").fuzzily();
            var found = client.qido().find(QidoScope.STUDIES, query, JobContext.NONE);
            assertEquals(1, found.warnings().size());
            assertTrue(found.warnings().getFirst().startsWith("The fuzzymatching"));
        }
    }

    @Test
    void everyScopeHasItsPath() {
        assertEquals(List.of("studies"), QidoScope.STUDIES.segments());
        assertEquals(List.of("series"), QidoScope.SERIES.segments());
        assertEquals(List.of("instances"), QidoScope.INSTANCES.segments());
        assertEquals(List.of("studies", "1", "instances"), QidoScope.instancesOf("1").segments());
        assertEquals(
                List.of("studies", "1", "series", "2", "instances"),
                QidoScope.instancesOf("1", "2").segments());
    }
}
