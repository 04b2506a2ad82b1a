package org.tyde.dimse.provider;

import org.tyde.dicom.DataSet;
import org.tyde.dicom.Tag;
import org.tyde.dimse.message.Outgoing;
import org.tyde.dimse.message.QueryLevel;
import org.tyde.refusal.Refusal;

import java.util.List;

/// What an archive has to give by DIMSE. Called from many threads at once.
public interface Stock {
    /// @param level of what is searched for
    /// @param keys the unique keys of the levels above may narrow it down
    /// @return every candidate, with the attributes of the levels above too, and the counts (PS3.4
    ///     C.3.4); what does not match is left out by the service
    /// @throws Refusal when they cannot be listed
    List<DataSet> candidates(QueryLevel level, DataSet keys) throws Refusal;

    /// @param level of what is searched for
    /// @param tag of a key
    /// @return whether candidates of that level are matched by it; else it is ignored, and said so
    ///     (status FF01)
    boolean matchesBy(QueryLevel level, Tag tag);

    /// @param level of what is retrieved
    /// @param keys the unique keys of that level and of those above, each a list; an instance is meant
    ///     when it agrees with all of them
    /// @return what is held of it, in the order to send it
    /// @throws Refusal when it cannot be listed
    List<Outgoing> held(QueryLevel level, DataSet keys) throws Refusal;
}
