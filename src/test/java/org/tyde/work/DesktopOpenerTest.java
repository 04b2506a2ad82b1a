package org.tyde.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tyde.refusal.Refusal;

import java.net.URI;
import java.util.List;

class DesktopOpenerTest {
    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "javascript:x", "mailto:a@b", "relative"})
    void onlyWebAddressesAreShown(String address) {
        var refusal = assertThrows(Refusal.class, () -> DesktopOpener.open(URI.create(address)));
        assertEquals(WorkReason.NOT_SHOWN, refusal.reason());
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, xdg-open",
        "Mac OS X, open",
        "Windows 11, 'rundll32 url.dll,FileProtocolHandler'"
    })
    void everySystemHasItsProgram(String system, String words) {
        var command = DesktopOpener.command(system, "https://a/?b=c&d");
        assertEquals(words + " https://a/?b=c&d", String.join(" ", command));
    }

    @Test
    void theAddressIsOneWordWhateverItHolds() {
        assertEquals(
                List.of("xdg-open", "https://a/;rm"),
                DesktopOpener.command("Linux", "https://a/;rm"));
    }
}
