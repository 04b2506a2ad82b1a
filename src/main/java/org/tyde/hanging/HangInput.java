package org.tyde.hanging;

import java.util.Optional;

/// What is to be hung.
///
/// @param current the study to be read
/// @param prior the one to hang beside it, chosen by whoever knows the archive
public record HangInput(HangStudy current, Optional<HangStudy> prior) {}
