package org.tyde.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.tyde.refusal.Refusal;

import java.net.URI;
import java.util.Map;

class FixedCredentialsTest {
    private static final URI ANY = URI.create("https://archive.example/studies");

    @Test
    void aNameAndPasswordAreWrittenAsRfc7617Shows() throws Exception {
        assertEquals(
                Map.of("Authorization", "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=="),
                FixedCredentials.basic("Aladdin", "open sesame"::toCharArray).headers("GET", ANY));
        assertEquals(
                Map.of("Authorization", "Basic dGVzdDoxMjPCow=="),
                FixedCredentials.basic("test", "123£"::toCharArray).headers("GET", ANY));
    }

    @Test
    void aTokenIsWrittenAsRfc6750Shows() throws Exception {
        assertEquals(
                Map.of("Authorization", "Bearer mF_9.B5f-4.1JqM"),
                FixedCredentials.bearer("mF_9.B5f-4.1JqM"::toCharArray).headers("GET", ANY));
    }

    @Test
    void aLineEndInASecretIsRefusedAndNotSent() {
        var refusal =
                assertThrows(
                        Refusal.class,
                        () ->
                                FixedCredentials.bearer("token\r\nX: y"::toCharArray)
                                        .headers("GET", ANY));
        assertEquals(AccessReason.SECRET_OF_SEVERAL_LINES, refusal.reason());
    }

    @Test
    void theSecretIsWipedAfterUse() throws Exception {
        var word = "secret".toCharArray();
        FixedCredentials.bearer(() -> word).headers("GET", ANY);
        assertArrayEquals("      ".toCharArray(), word);
    }
}
