package org.tyde.samples;

import org.tyde.dicom.DataSet;

import java.util.function.Supplier;

/// One instance of a demo study, computed when asked for.
///
/// @param studyUid Study Instance UID (0020,000D)
/// @param sopInstanceUid SOP Instance UID (0008,0018)
/// @param make computes the data set, pixel data native little endian; the same bytes each time
public record DemoInstance(String studyUid, String sopInstanceUid, Supplier<DataSet> make) {}
