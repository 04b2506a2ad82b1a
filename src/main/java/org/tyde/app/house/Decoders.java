package org.tyde.app.house;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tyde.codec.CodecRegistry;
import org.tyde.codec.DeflatedFrameDecoder;
import org.tyde.codec.FrameDecoder;
import org.tyde.codec.NativeDecoder;
import org.tyde.codec.PluginDecoder;
import org.tyde.codec.RleDecoder;
import org.tyde.codec.j2k.Jpeg2000Decoder;
import org.tyde.codec.jpeg.JpegFrameDecoder;
import org.tyde.codec.jpegls.JpegLsDecoder;
import org.tyde.refusal.Refusal;
import org.tyde.settings.SettingsFile;
import org.tyde.settings.TydeHome;
import org.tyde.work.Pieces;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Every decoder of the house, in the order it is asked.
public final class Decoders {
    private static final Logger LOG = LoggerFactory.getLogger(Decoders.class);

    private Decoders() {}

    /// @return all of them, each on its caller's thread
    public static CodecRegistry all() {
        return new CodecRegistry(own(Pieces.ALONE));
    }

    /// @param home whose machine-wide folder may hold plug-ins
    /// @return all of them, each on its caller's thread, and behind them what the machine's plug-ins decode
    public static CodecRegistry installed(TydeHome home) {
        return installed(home, Pieces.ALONE);
    }

    /// @param home whose machine-wide folder may hold plug-ins
    /// @param pieces computes the parts of one frame, where a codestream has parts
    /// @return all of them, and behind them what the machine's plug-ins decode
    public static CodecRegistry installed(TydeHome home, Pieces pieces) {
        var own = new CodecRegistry(own(pieces));
        var plugins = new Plugins(home.plugins(), Plugins::guarded, own);
        Optional<PluginDecoder> decoder = Optional.empty();
        try {
            decoder = plugins.load(new SettingsFile(home).plugins());
        } catch (Refusal unreadable) {
            LOG.warn("{}", unreadable.getMessage());
        }
        for (var refusal : plugins.refusals()) LOG.warn("{}", refusal.getMessage());
        if (decoder.isEmpty()) return own;
        var decoders = new ArrayList<>(own(pieces));
        decoders.add(decoder.get());
        return new CodecRegistry(decoders);
    }

    private static List<FrameDecoder> own(Pieces pieces) {
        return List.of(
                new NativeDecoder(),
                new RleDecoder(),
                new DeflatedFrameDecoder(),
                new JpegFrameDecoder(),
                new JpegLsDecoder(),
                new Jpeg2000Decoder(pieces),
                VideoParts.decoder());
    }
}
