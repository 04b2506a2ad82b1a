package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # disk GiB, free GiB, held GiB, quota GiB
                    400,        400,      0,        100
                    4000,       4000,     0,        200
                    400,        50,       10,       40
                    400,        10,       50,       40
                    400,        10,       5,        0
                    """)
    void aQuarterOfTheDiskAndNeverTheLastFivePercent(long disk, long free, long held, long quota) {
        assertEquals(quota << 30, Quota.of(disk << 30, free << 30, held << 30));
    }
}
