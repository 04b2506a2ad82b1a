package org.tyde.codec.imageio;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;

import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;
import javax.imageio.stream.ImageInputStream;

/// A reader of one family of codestreams, found by Image I/O through `META-INF/services`.
public abstract sealed class CodestreamReaderSpi extends ImageReaderSpi {
    /// A frame header stands within this many bytes.
    private static final int HEADER = 1 << 16;

    private final Family family;

    private CodestreamReaderSpi(Family family) {
        super(
                "Tyde",
                "1",
                new String[] {family.format()},
                null,
                new String[] {family.mime()},
                CodestreamReader.class.getName(),
                new Class<?>[] {ImageInputStream.class},
                null,
                false,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                null,
                null);
        this.family = family;
    }

    /// JPEG lossless, Image I/O format `jpeg-lossless`.
    public static final class OfJpegLossless extends CodestreamReaderSpi {
        /// For the service loader.
        public OfJpegLossless() {
            super(Family.JPEG_LOSSLESS);
        }
    }

    /// JPEG-LS, Image I/O format `jpeg-ls`.
    public static final class OfJpegLs extends CodestreamReaderSpi {
        /// For the service loader.
        public OfJpegLs() {
            super(Family.JPEG_LS);
        }
    }

    /// JPEG 2000 codestreams, Image I/O format `jpeg2000`.
    public static final class OfJpeg2000 extends CodestreamReaderSpi {
        /// For the service loader.
        public OfJpeg2000() {
            super(Family.JPEG_2000);
        }
    }

    /// Asked before readers that take every stream beginning like JPEG for their own. One registered later may
    /// still come first: whoever has such a reader asks for ours by the name of the format.
    @Override
    public void onRegistration(ServiceRegistry registry, Class<?> category) {
        var others = registry.getServiceProviders(ImageReaderSpi.class, true);
        while (others.hasNext()) {
            var other = others.next();
            if (other instanceof CodestreamReaderSpi) continue;
            if (Arrays.asList(other.getFormatNames()).contains("jpeg"))
                registry.setOrdering(ImageReaderSpi.class, this, other);
        }
    }

    @Override
    public boolean canDecodeInput(Object source) throws IOException {
        if (!(source instanceof ImageInputStream stream)) return false;
        stream.mark();
        try {
            var head = new byte[HEADER];
            int n = Math.max(0, stream.read(head));
            return family.codestream(Arrays.copyOf(head, n)).isPresent();
        } finally {
            stream.reset();
        }
    }

    @Override
    public ImageReader createReaderInstance(Object extension) {
        return new CodestreamReader(this, family);
    }

    @Override
    public String getDescription(Locale locale) {
        return "Tyde, " + family.format();
    }
}
