package org.tyde.ui.settings;

import java.util.Locale;
import java.util.function.Function;

/// A CT window that comes with Tyde.
///
/// @param key 1 to 9
/// @param name in the reader's language
/// @param width in HU
/// @param level in HU
public record StandardPreset(int key, Function<Locale, String> name, double width, double level) {}
