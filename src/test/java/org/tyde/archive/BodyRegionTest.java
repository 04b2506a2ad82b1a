package org.tyde.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.stream.Collectors;

class BodyRegionTest {
    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    # body part, description,                  regions
                    CHEST,       CT ABDOMEN,                   CHEST
                    '',          CT thorax/abdomen/bekken,     CHEST ABDOMEN PELVIS
                    '',          RTG Thorax,                   CHEST
                    '',          MR caput m/kontrast,          HEAD
                    '',          MR Brain,                     HEAD
                    '',          CT Hjernen,                   HEAD
                    '',          RG høyre hånd,                HAND
                    '',          RG Venstre håndledd,          HAND
                    '',          Røntgen kne,                  LEG
                    '',          Mammografi,                   BREAST
                    '',          MR LS-columna,                LUMBAR_SPINE
                    '',          MR columna,                   SPINE
                    '',          MR cervicalcolumna,           CERVICAL_SPINE
                    '',          CT hals,                      NECK
                    '',          Røntgen tå,                   FOOT
                    '',          UL lever,                     ABDOMEN
                    '',          CT koronarangiografi,         HEART
                    '',          Kontroll,                     ''
                    CSPINE,      '',                           CERVICAL_SPINE
                    """)
    void regionsAreReadFromCodesAndWords(String part, String description, String expected) {
        var found = BodyRegion.of(part, description);
        assertEquals(
                expected,
                Arrays.stream(BodyRegion.values())
                        .filter(found::contains)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")));
    }
}
