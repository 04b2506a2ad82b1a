/// The windows of the workstation and what stands in all of them: rail, patient strip, foot line, the
/// search over all commands, the sheet of keys. Opens studies, changes patient in all windows in one
/// frame, and hands the keys to whoever acts on them.
@NullMarked
package org.tyde.ui.shell;

import org.jspecify.annotations.NullMarked;
