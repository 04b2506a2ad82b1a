package org.tyde.codec.j2k;

import org.tyde.codec.j2k.header.Rectangle;

import java.util.List;

/// One resolution of a tile-component (T.800 B.5).
///
/// @param area of its samples (B-14)
/// @param bands LL, or HL LH HH
/// @param precincts in rows
record Resolution(Rectangle area, List<Subband> bands, List<Precinct> precincts) {}
