/// Background work: jobs that can be watched and cancelled, newest-wins requests, child processes.
/// The only room that starts threads or processes; it knows nothing of what the jobs do.
@NullMarked
package org.tyde.work;

import org.jspecify.annotations.NullMarked;
