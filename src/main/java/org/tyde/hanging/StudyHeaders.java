package org.tyde.hanging;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// From the headers of a study's instances to what hanging needs to know of it. It decodes every header
/// once: for thousands of images it belongs into a job.
public final class StudyHeaders {
    private final String studyUid;
    private final List<Unplaced> unreadable = new ArrayList<>();

    private StudyHeaders(String studyUid) {
        this.studyUid = studyUid;
    }

    /// What the first header of a series says of the series.
    private record Series(OptionalInt number, String modality, String description, String kernel) {}

    /// @param studyUid Study Instance UID (0020,000D)
    /// @param headers of its instances, in any order, with or without pixels; one of each instance
    /// @return what hanging needs to know; a header that cannot be understood is said in
    ///     [HangStudy#unreadable()] and its image comes without what could not be read
    public static HangStudy read(String studyUid, List<DataSet> headers) {
        return new StudyHeaders(studyUid).read(headers);
    }

    private HangStudy read(List<DataSet> headers) {
        Map<String, List<DataSet>> bySeries = new LinkedHashMap<>();
        for (var header : headers)
            bySeries.computeIfAbsent(text(header, Tag.SERIES_INSTANCE_UID), _ -> new ArrayList<>())
                    .add(header);
        var series = new ArrayList<HangSeries>();
        bySeries.forEach((uid, its) -> series.add(series(uid, its)));
        return new HangStudy(studyUid, series, unreadable);
    }

    private HangSeries series(String uid, List<DataSet> headers) {
        var first = first(headers.getFirst());
        var images = new ArrayList<HangImage>();
        for (var header : headers) {
            if (!header.has(Tag.ROWS)) continue;
            try {
                images.add(ImageFacts.read(header, refused -> no(uid, header, first, refused)));
            } catch (Refusal refused) {
                no(uid, header, first, refused);
            }
        }
        return new HangSeries(
                uid, first.number, first.modality, first.description, first.kernel, images);
    }

    private void no(String seriesUid, DataSet header, Series series, Refusal refused) {
        var name = series.description.isBlank() ? series.modality : series.description;
        unreadable.add(
                new Unplaced(
                        seriesUid,
                        Optional.of(text(header, Tag.SOP_INSTANCE_UID)),
                        Because.of("unplaced.unreadable", name, refused.getMessage())));
    }

    private static Series first(DataSet header) {
        OptionalInt number;
        try {
            number = header.integer(Tag.SERIES_NUMBER);
        } catch (Refusal malformed) {
            number = OptionalInt.empty();
        }
        return new Series(
                number,
                text(header, Tag.MODALITY).toUpperCase(Locale.ROOT),
                text(header, Tag.SERIES_DESCRIPTION),
                text(header, Tag.CONVOLUTION_KERNEL));
    }

    private static String text(DataSet header, Tag tag) {
        try {
            return header.textOr(tag, "");
        } catch (Refusal malformed) {
            return "";
        }
    }
}
