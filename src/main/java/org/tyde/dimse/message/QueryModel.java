package org.tyde.dimse.message;

import org.tyde.dicom.SopClass;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The information models of PS3.4 C.6.
public enum QueryModel {
    PATIENT_ROOT(
            SopClass.PATIENT_ROOT_QUERY_RETRIEVE_INFORMATION_MODEL_FIND,
            SopClass.PATIENT_ROOT_QUERY_RETRIEVE_INFORMATION_MODEL_MOVE,
            SopClass.PATIENT_ROOT_QUERY_RETRIEVE_INFORMATION_MODEL_GET,
            QueryLevel.PATIENT),
    STUDY_ROOT(
            SopClass.STUDY_ROOT_QUERY_RETRIEVE_INFORMATION_MODEL_FIND,
            SopClass.STUDY_ROOT_QUERY_RETRIEVE_INFORMATION_MODEL_MOVE,
            SopClass.STUDY_ROOT_QUERY_RETRIEVE_INFORMATION_MODEL_GET,
            QueryLevel.STUDY);

    private final String find;
    private final String move;
    private final String get;
    private final QueryLevel root;

    QueryModel(String find, String move, String get, QueryLevel root) {
        this.find = find;
        this.move = move;
        this.get = get;
        this.root = root;
    }

    /// @return the SOP class of its C-FIND
    public String find() {
        return find;
    }

    /// @return the SOP class of its C-MOVE
    public String move() {
        return move;
    }

    /// @return the SOP class of its C-GET
    public String get() {
        return get;
    }

    /// @return its SOP classes
    public List<String> sopClasses() {
        return List.of(find, move, get);
    }

    /// @return its levels, the widest first
    public List<QueryLevel> levels() {
        return Arrays.stream(QueryLevel.values()).filter(l -> l.compareTo(root) >= 0).toList();
    }

    /// @param sopClass of a C-FIND, C-MOVE or C-GET
    /// @return the model it belongs to
    public static Optional<QueryModel> of(String sopClass) {
        return Arrays.stream(values()).filter(m -> m.sopClasses().contains(sopClass)).findFirst();
    }
}
