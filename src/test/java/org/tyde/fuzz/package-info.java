/// Fuzz targets: hostile bytes at every door that strangers' bytes come through. A target is a class
/// `*Fuzz` here with `public static void fuzzerTestOneInput(byte[])`, its work within
/// [org.tyde.fuzz.Hostile#input]; with `public static List<byte[]> seeds()` it says what good input
/// looks like. [org.tyde.fuzz.FuzzTest] finds and runs all of them. What one finds is kept as a file in
/// `samples/broken/` and the target's name in small letters (`DicomReaderFuzz`:
/// `samples/broken/dicomreader`), and is read again in every run.
@NullMarked
package org.tyde.fuzz;

import org.jspecify.annotations.NullMarked;
