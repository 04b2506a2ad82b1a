/// The command line, one class a command. Data on stdout, everything else on stderr; exit code 0 done,
/// 1 the work failed, 2 wrong usage.
@NullMarked
package org.tyde.app.cli;

import org.jspecify.annotations.NullMarked;
