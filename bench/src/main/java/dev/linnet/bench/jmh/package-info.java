/** What is asked of single classes, measured by JMH on one thread and on invented data. */
@NullMarked
package dev.linnet.bench.jmh;

import org.jspecify.annotations.NullMarked;
