package org.tyde.settings;

import java.util.List;
import java.util.Map;

/// One Image I/O plug-in that the machine's `tyde.json` names.
///
/// @param name for people
/// @param jars its files in the machine's `plugins` folder, by bare file name
/// @param formats transfer syntax UID to the Image I/O format name that decodes it
public record Plugin(String name, List<String> jars, Map<String, String> formats) {
    /// @throws IllegalArgumentException where nothing is named, or a jar is not a bare file name
    public Plugin {
        jars = List.copyOf(jars);
        formats = Map.copyOf(formats);
        if (name.isBlank() || jars.isEmpty() || formats.isEmpty())
            throw new IllegalArgumentException("a plug-in has a name, jars and formats");
        for (var jar : jars)
            if (!jar.endsWith(".jar") || jar.contains("/") || jar.contains("\\"))
                throw new IllegalArgumentException("not a jar in the plug-in folder: " + jar);
    }
}
