package org.tyde.app;

import org.tyde.codec.CodecRegistry;
import org.tyde.codec.DeflatedFrameDecoder;
import org.tyde.codec.ImageIoDecoder;
import org.tyde.codec.NativeDecoder;
import org.tyde.codec.RleDecoder;
import org.tyde.codec.j2k.Jpeg2000Decoder;
import org.tyde.codec.jpeg.JpegFrameDecoder;
import org.tyde.codec.jpegls.JpegLsDecoder;

import java.util.List;

/// Every decoder of the house, in the order it is asked.
public final class Decoders {
    private Decoders() {}

    /// @return all of them
    public static CodecRegistry all() {
        return new CodecRegistry(
                List.of(
                        new NativeDecoder(),
                        new RleDecoder(),
                        new DeflatedFrameDecoder(),
                        new JpegFrameDecoder(),
                        new JpegLsDecoder(),
                        new Jpeg2000Decoder(),
                        VideoParts.decoder(),
                        new ImageIoDecoder()));
    }
}
