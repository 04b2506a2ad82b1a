package org.tyde.dicomweb;

import static org.tyde.dicom.Tag.*;

import org.tyde.dicom.DataSet;
import org.tyde.refusal.Refusal;
import org.tyde.work.JobContext;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The store service (STOW-RS, PS3.18 10.5), a bounded number of instances a request.
public final class StowClient {
    private static final int BATCH_COUNT = 50;
    private static final long BATCH_BYTES = 256L << 20;

    private final Exchange exchange;

    StowClient(Exchange exchange) {
        this.exchange = exchange;
    }

    /// What the archive says about what it was sent.
    ///
    /// @param stored SOP Instance UIDs it now has
    /// @param failed those it refused, and for each that it does not mention one without a name
    public record Receipt(List<String> stored, List<Failure> failed) {
        /// Keeps its own copies.
        public Receipt {
            stored = List.copyOf(stored);
            failed = List.copyOf(failed);
        }
    }

    /// One instance that was not stored.
    ///
    /// @param sopUid its SOP Instance UID, empty where the archive names none
    /// @param reason Failure Reason (0008,1197), 0 where none is given
    public record Failure(String sopUid, int reason) {
        /// @return the reason as PS3.4 B.2.3 and PS3.18 10.5.3 write it, such as `0xC000`
        public String text() {
            return String.format(Locale.ROOT, "0x%04X", reason);
        }
    }

    /// @param files instances in PS3.10 form
    /// @param job who waits; progress counts instances
    /// @return what became of each
    /// @throws Refusal when a request as a whole is refused or breaks; earlier ones may have been stored
    public Receipt send(List<Path> files, JobContext job) throws Refusal {
        var pieces = new ArrayList<MultipartBody.Piece>();
        try {
            for (var file : files) pieces.add(MultipartBody.Piece.of(file));
        } catch (IOException unreadable) {
            throw DicomwebReason.NOT_STORED
                    .of(exchange.endpoint(), files.size(), files.size(), "?")
                    .because(unreadable);
        }
        return sendPieces(pieces, job);
    }

    /// @param pieces instances in PS3.10 form
    /// @param job who waits; progress counts instances
    /// @return what became of each
    /// @throws Refusal when a request as a whole is refused or breaks; earlier ones may have been stored
    public Receipt sendPieces(List<MultipartBody.Piece> pieces, JobContext job) throws Refusal {
        var stored = new ArrayList<String>();
        var failed = new ArrayList<Failure>();
        var batch = new ArrayList<MultipartBody.Piece>();
        long bytes = 0;
        int done = 0;
        for (var piece : pieces) {
            if (!batch.isEmpty()
                    && (batch.size() == BATCH_COUNT || bytes + piece.length() > BATCH_BYTES)) {
                post(batch, stored, failed, job);
                job.progress(done += batch.size(), pieces.size());
                batch.clear();
                bytes = 0;
            }
            batch.add(piece);
            bytes += piece.length();
        }
        if (!batch.isEmpty()) post(batch, stored, failed, job);
        job.progress(pieces.size(), pieces.size());
        return new Receipt(stored, failed);
    }

    /// An archive that takes less at once is sent halves.
    private void post(
            List<MultipartBody.Piece> batch,
            List<String> stored,
            List<Failure> failed,
            JobContext job)
            throws Refusal {
        int before = stored.size() + failed.size();
        try {
            postAll(batch, stored, failed, job);
        } catch (Refusal refusal) {
            if (refusal.reason() != DicomwebReason.TOO_MUCH_AT_ONCE || batch.size() == 1)
                throw refusal;
            int half = batch.size() / 2;
            post(batch.subList(0, half), stored, failed, job);
            post(batch.subList(half, batch.size()), stored, failed, job);
            return;
        }
        for (int said = stored.size() + failed.size() - before; said < batch.size(); said++)
            failed.add(new Failure("", 0));
    }

    private void postAll(
            List<MultipartBody.Piece> batch,
            List<String> stored,
            List<Failure> failed,
            JobContext job)
            throws Refusal {
        var endpoint = exchange.endpoint();
        var body = new MultipartBody(MediaType.DICOM, batch);
        var publisher =
                BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(body::open), body.length());
        var accept = MediaType.DICOM_JSON.essence();
        var ask = Ask.post(endpoint.at("studies"), body.type(), publisher, accept);
        try (var answer = exchange.answer(ask, job)) {
            var all = QidoClient.dataSets(endpoint, answer);
            if (all.isEmpty()) throw DicomwebReason.BROKEN_JSON.of(endpoint);
            read(all.getFirst(), stored, failed);
        } catch (Refusal known) {
            throw known;
        } catch (IOException atClosing) {
            throw DicomwebReason.BROKEN_OFF.of(endpoint).because(atClosing);
        }
    }

    private static void read(DataSet answer, List<String> stored, List<Failure> failed)
            throws Refusal {
        for (var item : answer.sequence(REFERENCED_SOP_SEQUENCE))
            stored.add(item.textOr(REFERENCED_SOP_INSTANCE_UID, ""));
        for (var tag : List.of(FAILED_SOP_SEQUENCE, OTHER_FAILURES_SEQUENCE))
            for (var item : answer.sequence(tag))
                failed.add(
                        new Failure(
                                item.textOr(REFERENCED_SOP_INSTANCE_UID, ""),
                                item.integer(FAILURE_REASON).orElse(0)));
    }
}
