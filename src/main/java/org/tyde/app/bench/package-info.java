/// The benchmarks of `tyde bench`: each measures one thing in this process and prints a line, without peers
/// and without a framework.
@NullMarked
package org.tyde.app.bench;

import org.jspecify.annotations.NullMarked;
