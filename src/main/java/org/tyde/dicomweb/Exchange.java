package org.tyde.dicomweb;

import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ThreadLocalRandom;

/// One request and its answer: waits, retries what may be repeated, and turns every way to fail into one
/// [Refusal].
final class Exchange {
    private static final int ATTEMPTS = 3;
    private static final long FIRST_WAIT_MILLIS = 300;
    private static final long LONGEST_WAIT_MILLIS = 10_000;

    private final HttpClient http;
    private final Endpoint endpoint;
    private final StallWatch watch;

    Exchange(HttpClient http, Endpoint endpoint, StallWatch watch) {
        this.http = http;
        this.endpoint = endpoint;
        this.watch = watch;
    }

    /// An answer with a status of success.
    ///
    /// @param status 2xx
    /// @param headers of the answer
    /// @param body to be closed; refuses when it stalls
    record Answer(int status, HttpHeaders headers, InputStream body) implements AutoCloseable {
        Optional<MediaType> type() {
            return headers.firstValue("Content-Type").flatMap(MediaType::parse);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    Endpoint endpoint() {
        return endpoint;
    }

    Refusal refused(DicomwebReason reason, Object... more) {
        var all = new Object[more.length + 1];
        all[0] = endpoint.name();
        System.arraycopy(more, 0, all, 1, more.length);
        return new Refusal(reason, all);
    }

    /// A GET, tried again with growing pauses where the archive is busy or the connection failed.
    Answer get(URI address, String accept, JobContext job) throws Refusal {
        return repeated(HttpRequest.newBuilder(address).GET().header("Accept", accept), job);
    }

    /// A POST of instances, repeated like a GET: the same instance stored twice is stored once.
    Answer post(
            URI address,
            MediaType type,
            HttpRequest.BodyPublisher body,
            String accept,
            JobContext job)
            throws Refusal {
        return repeated(
                HttpRequest.newBuilder(address)
                        .POST(body)
                        .header("Content-Type", type.toString())
                        .header("Accept", accept),
                job);
    }

    private Answer repeated(HttpRequest.Builder request, JobContext job) throws Refusal {
        for (int attempt = 1; ; attempt++) {
            job.checkpoint();
            try {
                return send(request, job, attempt);
            } catch (TryAgain again) {
                if (attempt == ATTEMPTS) throw again.refusal;
                pause(again.waitMillis, job);
            }
        }
    }

    private Answer send(HttpRequest.Builder builder, JobContext job, int attempt)
            throws Refusal, TryAgain {
        builder.timeout(endpoint.answer());
        endpoint.authorization().header().ifPresent(h -> builder.setHeader("Authorization", h));
        try {
            var response = http.send(builder.build(), BodyHandlers.ofInputStream());
            int status = response.statusCode();
            if (status / 100 == 2 || status == 409)
                return new Answer(
                        status,
                        response.headers(),
                        watch.guard(response.body(), endpoint.stall(), this));
            var wait = response.headers().firstValue("Retry-After").map(Exchange::seconds);
            response.body().close();
            throw of(status, wait, attempt);
        } catch (TryAgain | Refusal known) {
            throw known;
        } catch (InterruptedException | InterruptedIOException stopped) {
            Thread.currentThread().interrupt();
            throw cancelled(stopped);
        } catch (HttpConnectTimeoutException late) {
            throw refused(DicomwebReason.UNREACHABLE).because(late);
        } catch (HttpTimeoutException late) {
            throw refused(DicomwebReason.NO_ANSWER, endpoint.answer().toSeconds()).because(late);
        } catch (ConnectException | UnresolvedAddressException dead) {
            throw new TryAgain(refused(DicomwebReason.UNREACHABLE).because(dead), backoff(attempt));
        } catch (IOException broken) {
            if (job.cancelled()) throw cancelled(broken);
            throw new TryAgain(
                    refused(DicomwebReason.BROKEN_OFF).because(broken), backoff(attempt));
        }
    }

    private IOException of(int status, Optional<Long> wait, int attempt) {
        return switch (status) {
            case 401, 407 -> refused(DicomwebReason.WHO_ASKS);
            case 403 -> refused(DicomwebReason.FORBIDDEN);
            case 404, 410 -> refused(DicomwebReason.NOT_FOUND);
            case 406, 415 -> refused(DicomwebReason.NO_COMMON_FORM);
            case 429, 503 ->
                    new TryAgain(refused(DicomwebReason.BUSY), wait.orElse(backoff(attempt)));
            case 502, 504 ->
                    new TryAgain(refused(DicomwebReason.FAILED_THERE, status), backoff(attempt));
            default ->
                    refused(
                            status >= 500
                                    ? DicomwebReason.FAILED_THERE
                                    : DicomwebReason.REFUSED_THERE,
                            status);
        };
    }

    private static long backoff(int attempt) {
        long most = Math.min(LONGEST_WAIT_MILLIS, FIRST_WAIT_MILLIS << attempt);
        return ThreadLocalRandom.current().nextLong(most / 2, most);
    }

    private static Long seconds(String text) {
        try {
            return Math.min(LONGEST_WAIT_MILLIS, Math.multiplyExact(1000L, Long.parseLong(text)));
        } catch (ArithmeticException | NumberFormatException dateOrNonsense) {
            return LONGEST_WAIT_MILLIS;
        }
    }

    private static void pause(long millis, JobContext job) {
        try {
            Thread.sleep(Math.max(0, millis));
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
        private final long waitMillis;

        TryAgain(Refusal refusal, long waitMillis) {
            super(refusal);
            this.refusal = refusal;
            this.waitMillis = waitMillis;
        }
    }
}
