package org.tyde.dicomweb;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// How long a busy archive asks to be left alone (RFC 9110 10.2.3).
final class RetryAfter {
    private RetryAfter() {}

    /// A moment is counted from the answer's own Date, so that no clock has to be right.
    ///
    /// @param answer header fields
    /// @param now where the answer has no Date
    /// @return the wait, never negative; empty when none is named or what is named is no time
    static Optional<Duration> of(HttpHeaders answer, Instant now) {
        var text = answer.firstValue("Retry-After").map(String::strip).orElse("");
        if (text.matches("[0-9]{1,9}"))
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        var from = answer.firstValue("Date").flatMap(RetryAfter::moment).orElse(now);
        return moment(text)
                .map(until -> Duration.between(from, until))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<Instant> moment(String text) {
        try {
            var date = ZonedDateTime.parse(text.strip(), DateTimeFormatter.RFC_1123_DATE_TIME);
            return Optional.of(date.toInstant());
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
