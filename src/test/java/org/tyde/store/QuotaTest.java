package org.tyde.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # disk GiB, free GiB, quota GiB
                    400,        400,      100
                    4000,       4000,     200
                    400,        50,       30
                    400,        10,       0
                    """)
    void aQuarterOfTheDiskAndNeverTheLastFivePercent(long disk, long free, long quota) {
        assertEquals(quota << 30, Quota.of(disk << 30, free << 30));
    }
}
