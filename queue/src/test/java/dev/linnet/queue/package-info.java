@NullMarked
package dev.linnet.queue;

import org.jspecify.annotations.NullMarked;
