/** Many keywords in a TaskManager of one GiB: a real cluster of two processes. */
@NullMarked
package dev.linnet.bench.cluster;

import org.jspecify.annotations.NullMarked;
