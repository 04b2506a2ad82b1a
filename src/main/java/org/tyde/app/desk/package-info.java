/// One workstation: the models and panes over the house, and what runs between an open case, its report and
/// the one who speaks.
@NullMarked
package org.tyde.app.desk;

import org.jspecify.annotations.NullMarked;
