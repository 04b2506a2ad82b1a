package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;
import java.util.stream.Collectors;

class StudyQueryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # typed,                 text,          id,           from,       to,         modalities
                    hansen,                  hansen,        '',           '',         '',         ''
                    'HANSEN, Kari',          HANSEN Kari,   '',           '',         '',         ''
                    010190 12345,            '',            01019012345,  '',         '',         ''
                    01019012345,             '',            01019012345,  '',         '',         ''
                    010190-12345,            '',            01019012345,  '',         '',         ''
                    010190,                  '',            010190*,      '',         '',         ''
                    A1234567,                A1234567,      '',           '',         '',         ''
                    A42856098765,            A42856098765,  '',           '',         '',         ''
                    99887766,                99887766,      '',           '',         '',         ''
                    14.3.26,                 '',            '',           2026-03-14, 2026-03-14, ''
                    14.03.2026,              '',            '',           2026-03-14, 2026-03-14, ''
                    14032026,                '',            '',           2026-03-14, 2026-03-14, ''
                    2026-03-14,              '',            '',           2026-03-14, 2026-03-14, ''
                    14.3.98,                 '',            '',           1998-03-14, 1998-03-14, ''
                    i dag,                   '',            '',           2026-11-22, 2026-11-22, ''
                    I DAG,                   '',            '',           2026-11-22, 2026-11-22, ''
                    today,                   '',            '',           2026-11-22, 2026-11-22, ''
                    i går,                   '',            '',           2026-11-21, 2026-11-21, ''
                    -7d,                     '',            '',           2026-11-15, 2026-11-22, ''
                    -2u,                     '',            '',           2026-11-08, 2026-11-22, ''
                    -1m,                     '',            '',           2026-10-22, 2026-11-22, ''
                    1.3.26-14.3.26,          '',            '',           2026-03-01, 2026-03-14, ''
                    31.2.26,                 31.2.26,       '',           '',         '',         ''
                    ct,                      '',            '',           '',         '',         CT
                    røntgen hansen,          hansen,        '',           '',         '',         CR DR DX IO PX RG
                    hansen ct i dag,         hansen,        '',           2026-11-22, 2026-11-22, CT
                    ul -3d 010190,           '',            010190*,      2026-11-19, 2026-11-22, IVUS US
                    '',                      '',            '',           '',         '',         ''
                    """)
    void whatIsTypedIsUnderstood(
            String typed, String text, String id, String from, String to, String modalities) {
        var query = StudyQuery.parse(typed, TODAY);
        assertEquals(text, query.text());
        assertEquals(id, query.patientId());
        assertEquals(from, query.dateFrom().map(LocalDate::toString).orElse(""));
        assertEquals(to, query.dateTo().map(LocalDate::toString).orElse(""));
        assertEquals(
                modalities, query.modalities().stream().sorted().collect(Collectors.joining(" ")));
    }
}
