package org.tyde.app.house;

import org.tyde.codec.CodecRegistry;
import org.tyde.codec.PluginDecoder;
import org.tyde.dicom.TransferSyntax;
import org.tyde.refusal.Refusal;
import org.tyde.settings.Plugin;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Predicate;

import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;

/// Image I/O plug-ins: jars in the machine's `plugins` folder, each plug-in in a class loader of its own that
/// sees the Java platform and nothing of Tyde, used for the transfer syntaxes that the machine's
/// `tyde.json` gives it and that Tyde does not decode itself.
final class Plugins {
    private static final Set<PosixFilePermission> FOR_ALL =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path folder;
    private final Predicate<Path> guarded;
    private final CodecRegistry own;
    private final Map<TransferSyntax, ImageReaderSpi> readers = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();

    /// @param folder that holds the jars
    /// @param guarded whether only an administrator can write to a file or folder
    /// @param own decoders that no plug-in takes the place of
    Plugins(Path folder, Predicate<Path> guarded, CodecRegistry own) {
        this.folder = folder;
        this.guarded = guarded;
        this.own = own;
    }

    /// @return why plug-ins or parts of them are not used, in order
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    /// @param plugins named in the machine's `tyde.json`
    /// @return what decodes with them; empty where nothing could be loaded
    Optional<PluginDecoder> load(List<Plugin> plugins) {
        for (var plugin : plugins) {
            try {
                load(plugin);
            } catch (Refusal refusal) {
                refusals.add(refusal);
            }
        }
        return readers.isEmpty() ? Optional.empty() : Optional.of(new PluginDecoder(readers));
    }

    private void load(Plugin plugin) throws Refusal {
        var loader = loader(plugin);
        var found = new ArrayList<ImageReaderSpi>();
        try {
            var registry = registry();
            for (var spi : ServiceLoader.load(ImageReaderSpi.class, loader)) {
                if (!loader.equals(spi.getClass().getClassLoader())) continue;
                registry.registerServiceProvider(spi, ImageReaderSpi.class);
                found.add(spi);
            }
        } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
            throw new Refusal(
                            AppReason.PLUGIN_BROKEN,
                            plugin.name(),
                            String.valueOf(broken.getMessage()))
                    .because(broken);
        }
        plugin.formats().forEach((uid, format) -> match(plugin, uid, format, found));
    }

    /// A registry of the plug-in's own with the readers of the JDK, which some build upon. That of the
    /// application stays as it is.
    private static ServiceRegistry registry() {
        var registry = new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
        IIORegistry.getDefaultInstance()
                .getServiceProviders(ImageReaderSpi.class, false)
                .forEachRemaining(
                        spi -> {
                            if (spi.getClass().getModule().isNamed())
                                registry.registerServiceProvider(spi, ImageReaderSpi.class);
                        });
        return registry;
    }

    private void match(Plugin plugin, String uid, String format, List<ImageReaderSpi> found) {
        var syntax = TransferSyntax.of(uid);
        if (own.decodes(syntax)) {
            refusals.add(new Refusal(AppReason.PLUGIN_NOT_NEEDED, plugin.name(), syntax.name()));
            return;
        }
        for (var spi : found)
            if (Arrays.stream(spi.getFormatNames()).anyMatch(format::equalsIgnoreCase)) {
                readers.putIfAbsent(syntax, spi);
                return;
            }
        refusals.add(new Refusal(AppReason.PLUGIN_WITHOUT_FORMAT, plugin.name(), format));
    }

    /// Stays open as long as the application runs.
    private ClassLoader loader(Plugin plugin) throws Refusal {
        var urls = new ArrayList<URL>();
        for (var name : plugin.jars()) {
            var jar = folder.resolve(name);
            if (!Files.isRegularFile(jar))
                throw new Refusal(AppReason.PLUGIN_MISSING, plugin.name(), jar);
            for (var one : List.of(folder, jar))
                if (!guarded.test(one))
                    throw new Refusal(AppReason.PLUGIN_WRITABLE, plugin.name(), one);
            try {
                urls.add(jar.toUri().toURL());
            } catch (MalformedURLException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    /// @param path of a file or folder
    /// @return whether only an administrator can write to it: it is root's and no one else's, or, where
    ///     files have no such owners, we ourselves cannot
    static boolean guarded(Path path) {
        try {
            var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            if (view == null) return !Files.isWritable(path);
            var attributes = view.readAttributes();
            return attributes.owner().getName().equals("root")
                    && attributes.permissions().stream().noneMatch(FOR_ALL::contains);
        } catch (IOException unknown) {
            return false;
        }
    }
}
