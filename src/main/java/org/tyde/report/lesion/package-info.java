/// Lesions over time: which measurements of a patient's studies are of one lesion (by its Tracking Unique
/// Identifier, PS3.16 TID 1501), how its size changed, and sums of diameters. Pure arithmetic over what documents
/// and drawings say; sizes of different kinds or units are never compared, and what was not measured is said to be so.
@NullMarked
package org.tyde.report.lesion;

import org.jspecify.annotations.NullMarked;
