/** Priority, spike and emerging: the three kinds of alert. */
@NullMarked
package dev.linnet.pipeline.alerts;

import org.jspecify.annotations.NullMarked;
