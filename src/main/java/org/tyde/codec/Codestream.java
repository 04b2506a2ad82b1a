package org.tyde.codec;

/// What a codestream says of the samples in it, before any of them is decoded.
///
/// @param rows of the whole frame
/// @param columns of the whole frame
/// @param components samples of a pixel
/// @param precision bits of a sample, 1 to 38
/// @param signed whether its samples are signed; of the families only JPEG 2000 can say so
/// @param lossless whether the samples are those that were encoded
public record Codestream(
        int rows, int columns, int components, int precision, boolean signed, boolean lossless) {}
