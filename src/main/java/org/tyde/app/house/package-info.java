/// What the whole program stands on: archive, cache, decoders and their plug-ins, secrets and logs, put
/// together from the settings; nothing of it knows a window.
@NullMarked
package org.tyde.app.house;

import org.jspecify.annotations.NullMarked;
