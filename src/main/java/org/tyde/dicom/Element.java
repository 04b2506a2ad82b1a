package org.tyde.dicom;

/// One element of a data set (PS3.5 7.1).
///
/// @param tag its tag
/// @param vr its value representation
/// @param value what it holds
public record Element(Tag tag, Vr vr, Value value) {}
