/** What the tests of several modules start: real servers and a real browser, from Debian's packages where they are not installed. */
@NullMarked
package dev.linnet.testkit;

import org.jspecify.annotations.NullMarked;
