package org.tyde.report.check;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tyde.report.sign.SigningCheck;

import java.util.List;
import java.util.Locale;

class CheckKindTest {
    @ParameterizedTest
    @EnumSource(CheckKind.class)
    void everyCheckHasItsSentenceAndItsRuleInBothLanguages(CheckKind kind) {
        var check = new SigningCheck(kind, new SigningCheck.Place.Images(), List.of(1, 1, 1));
        var english = check.sentence(Locale.ENGLISH) + check.rule(Locale.ENGLISH);
        var norwegian = check.sentence(Locale.of("nb")) + check.rule(Locale.of("nb"));
        assertFalse(english.contains("report.check"), english);
        assertNotEquals(english, norwegian);
        assertTrue(check.rule(Locale.ENGLISH).endsWith("."), english);
    }
}
