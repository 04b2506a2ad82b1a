package org.tyde.codec.jpeg;

/// One component of a frame (T.81 B.2.2).
///
/// @param id as scans name it
/// @param horizontal sampling factor, 1 to 4
/// @param vertical sampling factor, 1 to 4
/// @param quantization number of its table
record Component(int id, int horizontal, int vertical, int quantization) {}
