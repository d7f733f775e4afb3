@NullMarked
package dev.linnet.sinks.queue;

import org.jspecify.annotations.NullMarked;
