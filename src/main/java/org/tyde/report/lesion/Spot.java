package org.tyde.report.lesion;

import org.tyde.geometry.Point3;

/// Where in the patient something was measured. Places of two frames of reference cannot be compared.
///
/// @param frameOfReference Frame of Reference UID (0020,0052)
/// @param centre mm, LPS
public record Spot(String frameOfReference, Point3 centre) {}
