package org.tyde.dicomweb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;

import org.tyde.dicom.BulkData;
import org.tyde.dicom.DataSet;
import org.tyde.dicom.Element;
import org.tyde.dicom.Tag;
import org.tyde.dicom.TransferSyntax;
import org.tyde.dicom.Value;
import org.tyde.dicom.io.DicomJson;
import org.tyde.dicom.io.DicomReader;
import org.tyde.dicom.io.DicomWriter;
import org.tyde.refusal.Refusal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// WADO-RS on the serving side (PS3.18 10.4): instances as stored, or native ones rewritten to Explicit
/// VR Little Endian when that is what the client reads; frames, metadata and bulk data.
final class RetrieveService {
    private static final Set<String> REWRITABLE =
            Set.of(
                    TransferSyntax.IMPLICIT_LITTLE.uid(),
                    TransferSyntax.EXPLICIT_BIG.uid(),
                    TransferSyntax.DEFLATED.uid());

    private final Holdings holdings;
    private final String base;

    RetrieveService(Holdings holdings, String base) {
        this.holdings = holdings;
        this.base = base;
    }

    void instances(
            HttpExchange exchange,
            String studyUid,
            Optional<String> seriesUid,
            Optional<String> sopUid)
            throws IOException {
        var held = held(studyUid, seriesUid, sopUid);
        var accepted = acceptedSyntaxes(exchange, MediaType.DICOM);
        var pieces = new ArrayList<MultipartBody.Piece>();
        for (var one : held) piece(one, accepted).ifPresent(pieces::add);
        if (pieces.isEmpty())
            throw new HttpAnswer.Problem(406, "not held in an acceptable transfer syntax");
        int status = pieces.size() == held.size() ? 200 : 206;
        HttpAnswer.multipart(exchange, status, new MultipartBody(MediaType.DICOM, pieces));
    }

    private static Optional<MultipartBody.Piece> piece(
            Holdings.Held one, List<String> acceptedSyntaxes) throws IOException {
        var uid = one.syntax().uid();
        if (acceptedSyntaxes.contains("*") || acceptedSyntaxes.contains(uid)) {
            var file = MultipartBody.Piece.of(one.file());
            var type = MediaType.DICOM.with("transfer-syntax", uid);
            return Optional.of(new MultipartBody.Piece(type, file.length(), file.source()));
        }
        var explicit = TransferSyntax.EXPLICIT_LITTLE;
        if (!REWRITABLE.contains(uid) || !acceptedSyntaxes.contains(explicit.uid()))
            return Optional.empty();
        var bytes = DicomWriter.toBytes(DicomReader.read(one.file()).dataSet(), explicit);
        return Optional.of(
                MultipartBody.Piece.of(
                        MediaType.DICOM.with("transfer-syntax", explicit.uid()), bytes));
    }

    /// Transfer syntaxes of the parts asked for; Explicit VR Little Endian when none is named (PS3.18
    /// 8.7.3.5.2).
    private static List<String> acceptedSyntaxes(HttpExchange exchange, MediaType wanted)
            throws IOException {
        var syntaxes = new ArrayList<String>();
        for (var accepted : HttpAnswer.accepted(exchange)) {
            boolean multipart =
                    accepted.essence().equals("multipart/related")
                            && accepted.parameter("type")
                                    .flatMap(MediaType::parse)
                                    .orElse(wanted)
                                    .covers(wanted);
            if (accepted.essence().equals("*/*") || accepted.essence().equals("multipart/*"))
                syntaxes.add("*");
            else if (multipart)
                syntaxes.add(
                        accepted.parameter("transfer-syntax")
                                .orElse(TransferSyntax.EXPLICIT_LITTLE.uid()));
        }
        if (syntaxes.isEmpty())
            throw new HttpAnswer.Problem(406, "only multipart/related of " + wanted);
        return syntaxes;
    }

    void frames(
            HttpExchange exchange, String studyUid, String seriesUid, String sopUid, String list)
            throws IOException {
        var one = held(studyUid, Optional.of(seriesUid), Optional.of(sopUid)).getFirst();
        var accepted = acceptedSyntaxes(exchange, MediaType.OCTETS);
        boolean asStored = accepted.contains("*") || accepted.contains(one.syntax().uid());
        if (!asStored && one.syntax().encapsulated())
            throw new HttpAnswer.Problem(406, "not held in an acceptable transfer syntax");
        var type = MediaType.OCTETS.with("transfer-syntax", frameSyntax(one).uid());
        var pieces = new ArrayList<MultipartBody.Piece>();
        for (var number : list.split(",")) pieces.add(frame(one, number, type));
        HttpAnswer.multipart(exchange, 200, new MultipartBody(MediaType.OCTETS, pieces));
    }

    /// Native frames are handed out with words little endian, however the file is written.
    private static TransferSyntax frameSyntax(Holdings.Held one) {
        return one.syntax().encapsulated() ? one.syntax() : TransferSyntax.EXPLICIT_LITTLE;
    }

    private MultipartBody.Piece frame(Holdings.Held one, String number, MediaType type)
            throws IOException {
        int frame;
        try {
            frame = Integer.parseInt(number.strip());
        } catch (NumberFormatException noNumber) {
            throw new HttpAnswer.Problem(400, "not a list of frame numbers");
        }
        if (frame < 1) throw new HttpAnswer.Problem(400, "frames are numbered from 1");
        BulkData data;
        try {
            data = holdings.frame(one, frame);
        } catch (Refusal none) {
            throw new HttpAnswer.Problem(404, "no such frame");
        }
        return new MultipartBody.Piece(type, data.length(), () -> stream(data));
    }

    void metadata(
            HttpExchange exchange,
            String studyUid,
            Optional<String> seriesUid,
            Optional<String> sopUid)
            throws IOException {
        HttpAnswer.requireJsonAccepted(exchange);
        var answer = JsonNodeFactory.instance.arrayNode();
        for (var one : held(studyUid, seriesUid, sopUid)) {
            var url =
                    "%s/studies/%s/series/%s/instances/%s/bulkdata/"
                            .formatted(base, one.studyUid(), one.seriesUid(), one.sopUid());
            var dataSet = DicomReader.read(one.file()).dataSet(); // bulk data stays on disk
            answer.add(DicomJson.write(dataSet, path -> Optional.of(url + path.replace('/', '.'))));
        }
        HttpAnswer.json(exchange, 200, answer);
    }

    /// Bulk data at a path as the metadata names it: tags, and item numbers in sequences, with dots.
    void bulk(HttpExchange exchange, String studyUid, String seriesUid, String sopUid, String path)
            throws IOException {
        var one = held(studyUid, Optional.of(seriesUid), Optional.of(sopUid)).getFirst();
        var dataSet = DicomReader.read(one.file()).dataSet();
        var element =
                find(dataSet, List.of(path.split("\\.")))
                        .orElseThrow(() -> new HttpAnswer.Problem(404, "no such bulk data"));
        var pieces = new ArrayList<MultipartBody.Piece>();
        switch (element.value()) {
            case Value.Bytes(var data) -> pieces.add(octets(data));
            case Value.Bulk(var data) -> pieces.add(octets(data));
            case Value.Fragments(var _, var fragments) ->
                    fragments.forEach(f -> pieces.add(octets(f)));
            case Value.Items _ -> throw new HttpAnswer.Problem(404, "no such bulk data");
        }
        HttpAnswer.multipart(exchange, 200, new MultipartBody(MediaType.OCTETS, pieces));
    }

    private static Optional<Element> find(DataSet dataSet, List<String> path) throws IOException {
        try {
            var tag = Tag.parse(path.getFirst());
            if (path.size() == 1) return dataSet.element(tag);
            int item = Integer.parseInt(path.get(1)) - 1;
            var items = dataSet.sequence(tag);
            if (path.size() == 2 || item < 0 || item >= items.size()) return Optional.empty();
            return find(items.get(item), path.subList(2, path.size()));
        } catch (IllegalArgumentException noPath) {
            return Optional.empty();
        }
    }

    private static MultipartBody.Piece octets(BulkData data) {
        return new MultipartBody.Piece(MediaType.OCTETS, data.length(), () -> stream(data));
    }

    private static InputStream stream(BulkData data) throws IOException {
        return new ByteArrayInputStream(data.all());
    }

    private List<Holdings.Held> held(
            String studyUid, Optional<String> seriesUid, Optional<String> sopUid)
            throws IOException {
        var held = holdings.held(studyUid, seriesUid, sopUid);
        if (held.isEmpty()) throw new HttpAnswer.Problem(404, "not held");
        return held;
    }
}
