package org.tyde.report;

import java.time.Instant;

/// Something a person decided about a report beside its text: that a check before signing is right as it is, or
/// what becomes of another's finding. It stands in the draft, and with the signed report while
/// that can be taken back; what is sent does not have it.
///
/// @param about name of the check, or who found it
/// @param what in words, as it was decided upon
/// @param when it was decided
/// @param by who; empty where nobody is entered
public record Decision(String about, String what, Instant when, String by) {}
