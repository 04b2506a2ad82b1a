package org.tyde.dicomweb;

import org.tyde.refusal.Refusal;
import org.tyde.tls.TlsFailure;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;

/// Requests and their answers: waits, follows what may be followed, asks again where that may help, and
/// turns every way to fail into one [Refusal].
final class Exchange {
    private static final int ATTEMPTS = 3;
    private static final int RENEWALS = 2;
    private static final Duration FIRST_WAIT = Duration.ofMillis(300);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final HttpClient http;
    private final Endpoint endpoint;
    private final StallWatch watch;

    Exchange(HttpClient http, Endpoint endpoint, StallWatch watch) {
        this.http = http;
        this.endpoint = endpoint;
        this.watch = watch;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    /// An answer of success, asked for again with growing pauses where the archive is busy or the
    /// connection failed.
    Answer answer(Ask ask, JobContext job) throws Refusal {
        for (int attempt = 1; ; attempt++) {
            job.checkpoint();
            try {
                return followed(ask, job, attempt);
            } catch (TryAgain again) {
                if (attempt == ATTEMPTS || again.wait.compareTo(LONGEST_WAIT) > 0)
                    throw again.refusal;
                pause(again.wait, job);
            }
        }
    }

    private Answer followed(Ask first, JobContext job, int attempt) throws Refusal, TryAgain {
        var redirection = new Redirection(endpoint);
        var ask = first;
        int renewals = 0;
        while (true) {
            var secrets = secrets(ask);
            var response = sent(ask, secrets, job, attempt);
            int status = response.statusCode();
            var headers = response.headers();
            boolean learnt =
                    endpoint.credentials().worthAnother(ask.address(), secrets, status, headers);
            if (status / 100 == 2 || status == 409 && ask.method().equals("POST"))
                return new Answer(status, headers, unpacked(response));
            leave(response);
            if (learnt && renewals++ < RENEWALS) continue;
            if (!Redirection.asks(status, ask.method())) fail(response, attempt);
            ask = ask.at(redirection.next(ask.address(), headers.firstValue("Location")));
        }
    }

    private Map<String, String> secrets(Ask ask) throws Refusal {
        var secrets = endpoint.credentials().headers(ask.method(), ask.address());
        if (!secrets.isEmpty() && !endpoint.keepsSecrets())
            throw DicomwebReason.SECRET_IN_CLEAR.of(endpoint).withRule("RFC 6750 5.2");
        return secrets;
    }

    private HttpResponse<InputStream> sent(
            Ask ask, Map<String, String> secrets, JobContext job, int attempt)
            throws Refusal, TryAgain {
        var builder =
                HttpRequest.newBuilder(ask.address())
                        .method(ask.method(), ask.body())
                        .timeout(endpoint.answer());
        ask.headers().forEach(builder::setHeader);
        secrets.forEach(builder::setHeader);
        try {
            return http.send(builder.build(), BodyHandlers.ofInputStream());
        } catch (InterruptedException | InterruptedIOException stopped) {
            Thread.currentThread().interrupt();
            throw cancelled(stopped);
        } catch (HttpConnectTimeoutException late) {
            throw DicomwebReason.UNREACHABLE.of(endpoint).because(late);
        } catch (HttpTimeoutException late) {
            var seconds = endpoint.answer().toSeconds();
            throw DicomwebReason.NO_ANSWER.of(endpoint, seconds).because(late);
        } catch (ConnectException | UnresolvedAddressException dead) {
            throw again(DicomwebReason.UNREACHABLE, dead, attempt);
        } catch (IOException broken) {
            if (job.cancelled()) throw cancelled(broken);
            var tls = TlsFailure.of(endpoint.name(), broken);
            if (tls.isPresent()) throw tls.get();
            throw again(DicomwebReason.BROKEN_OFF, broken, attempt);
        }
    }

    private TryAgain again(DicomwebReason reason, Exception cause, int attempt) {
        return new TryAgain(reason.of(endpoint).because(cause), backoff(attempt));
    }

    private InputStream unpacked(HttpResponse<InputStream> response) throws Refusal {
        var guarded = watch.guard(response.body(), endpoint);
        var encoding = response.headers().firstValue("Content-Encoding").orElse("identity");
        try {
            return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
                case "identity", "" -> guarded;
                case "gzip", "x-gzip" -> new Inflated(guarded, endpoint);
                default -> throw DicomwebReason.PACKED_OTHERWISE.of(endpoint, encoding);
            };
        } catch (IOException unreadable) {
            leave(response);
            if (unreadable instanceof Refusal known) throw known;
            throw DicomwebReason.BROKEN_OFF.of(endpoint).because(unreadable);
        }
    }

    /// The words of a failure are read where they are few, so that the connection is used again.
    private void leave(HttpResponse<InputStream> response) {
        long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        var body = // none where a proxy refused to connect
                Optional.ofNullable(response.body()).orElseGet(InputStream::nullInputStream);
        var answer = new Answer(0, response.headers(), watch.guard(body, endpoint));
        try (answer) {
            if (length >= 0 && length < 16 * 1024) answer.finish();
        } catch (IOException alreadyGone) {
            // it is not wanted
        }
    }

    private void fail(HttpResponse<InputStream> response, int attempt) throws Refusal, TryAgain {
        int status = response.statusCode();
        var reason = DicomwebReason.of(status);
        if (reason == DicomwebReason.BUSY) {
            var wait = RetryAfter.of(response.headers(), InstantSource.system().instant());
            var refusal = reason.of(endpoint, wait.map(Duration::toSeconds).orElse(0L));
            throw new TryAgain(refusal, wait.orElse(backoff(attempt)));
        }
        var refusal = reason.of(endpoint, status);
        if (status == 502 || status == 504) throw new TryAgain(refusal, backoff(attempt));
        throw refusal;
    }

    private static Duration backoff(int attempt) {
        long most = Math.min(LONGEST_WAIT.toMillis(), FIRST_WAIT.toMillis() << attempt);
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most));
    }

    private static void pause(Duration wait, JobContext job) {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw cancelled(stopped);
        }
        job.checkpoint();
    }

    static CancellationException cancelled(Exception cause) {
        var cancelled = new CancellationException();
        cancelled.initCause(cause);
        return cancelled;
    }

    /// What a pause may mend.
    private static final class TryAgain extends IOException {
        private static final long serialVersionUID = 1;
        private final transient Refusal refusal;
        private final transient Duration wait;

        TryAgain(Refusal refusal, Duration wait) {
            super(refusal);
            this.refusal = refusal;
            this.wait = wait;
        }
    }
}
