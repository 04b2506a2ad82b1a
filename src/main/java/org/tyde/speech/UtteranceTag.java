package org.tyde.speech;

/// Where an utterance belongs, fixed from the moment the key went down.
///
/// @param report names the report; opaque here
/// @param field names the place in the report, empty for its caret
public record UtteranceTag(String report, String field) {}
