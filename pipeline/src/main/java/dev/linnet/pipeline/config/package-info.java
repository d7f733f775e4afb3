/** The user's settings: {@code linnet.yaml}, checked whole before anything starts. */
@NullMarked
package dev.linnet.pipeline.config;

import org.jspecify.annotations.NullMarked;
