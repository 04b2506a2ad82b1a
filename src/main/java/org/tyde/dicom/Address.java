package org.tyde.dicom;

/// Where an element lies within a data set: the tag of an attribute at its own level, the path of
/// one within items, or a private attribute by the name of its creator.
public sealed interface Address permits Tag, TagPath, PrivateTag {}
