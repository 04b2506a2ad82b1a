/// Where things are kept, and how the workstation is configured: user over machine, secrets only by
/// reference. The only room that knows directories.
@NullMarked
package org.tyde.settings;

import org.jspecify.annotations.NullMarked;
