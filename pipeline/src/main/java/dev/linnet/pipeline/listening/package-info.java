/** Whether anybody listened: minutes of which nothing is known are neither quiet nor busy. */
@NullMarked
package dev.linnet.pipeline.listening;

import org.jspecify.annotations.NullMarked;
