package org.tyde.report.sign;

import org.tyde.report.ReportHead;

import java.time.Duration;

/// A report that is signed and has not left: it can be taken back.
///
/// @param head whose report, of what
/// @param left how long it still stays; zero where it leaves any moment
public record Staying(ReportHead head, Duration left) {}
