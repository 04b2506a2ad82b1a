package org.tyde.hl7;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;

class Hl7TextTest {
    @Property
    void whatIsEscapedIsReadBack(
            @ForAll @Chars({'a', '\\', '|', '^', '&', '~', '\n', 'F', 'E', 'å'}) String text) {
        var escaped = Hl7Text.escaped(text);
        assertTrue(Hl7Text.wellEscaped(escaped), escaped);
        assertFalse(escaped.matches("(?s).*[|^&~\n].*"), escaped);
        assertEquals(text, Hl7Text.unescaped(escaped));
    }
}
