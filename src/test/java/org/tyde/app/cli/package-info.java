/// Facts about the command line, as a person calls it.
@NullMarked
package org.tyde.app.cli;

import org.jspecify.annotations.NullMarked;
