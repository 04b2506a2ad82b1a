package org.tyde.dimse.message;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.refusal.Refusal;

/// What is asked of an archive (PS3.4 C.4). Its identifiers are checked before they leave the house.
///
/// @param model in which
/// @param level of the answers, or of what is to be retrieved
/// @param keys to match, and empty ones to have answered; the unique keys of the levels above
public record Query(QueryModel model, QueryLevel level, DataSet keys) {
    /// @param studyUid Study Instance UID
    /// @return that study, study root
    public static Query study(String studyUid) {
        return of(QueryLevel.STUDY, Tag.STUDY_INSTANCE_UID, studyUid);
    }

    private static Query of(QueryLevel level, Tag key, String value) {
        return new Query(QueryModel.STUDY_ROOT, level, DataSet.builder().text(key, value).build());
    }

    /// @return the identifier of a C-FIND
    /// @throws Refusal where the model has no such level, or the unique key of a level above is missing
    public DataSet identifier() throws Refusal {
        requireAbove();
        return Identifiers.declared(keys).text(Tag.QUERY_RETRIEVE_LEVEL, level.name()).build();
    }

    /// @return the identifier of a C-MOVE or C-GET: the unique keys alone (PS3.4 C.4.2.1.4)
    /// @throws Refusal where the model has no such level, or a unique key is missing
    public DataSet retrieval() throws Refusal {
        requireAbove();
        if (keys.texts(level.key()).isEmpty()) throw missing(level.key());
        var unique = DataSet.builder().text(Tag.QUERY_RETRIEVE_LEVEL, level.name());
        for (var one : model.levels()) if (one.compareTo(level) <= 0) unique.copy(keys, one.key());
        return unique.build();
    }

    private void requireAbove() throws Refusal {
        if (!model.levels().contains(level))
            throw new Refusal(DimseReason.NO_SUCH_LEVEL, level.name(), model.name())
                    .withRule("PS3.4 C.6");
        for (var above : model.levels())
            if (above.compareTo(level) < 0 && keys.texts(above.key()).size() != 1)
                throw missing(above.key());
    }

    private Refusal missing(Tag key) {
        return new Refusal(DimseReason.KEY_MISSING, level.name(), key.keyword())
                .withPlace(key.toString())
                .withRule("PS3.4 C.4.1.2.1");
    }
}
