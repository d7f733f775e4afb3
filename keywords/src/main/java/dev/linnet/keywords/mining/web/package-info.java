/** Reading from the web, politely and safely. */
@NullMarked
package dev.linnet.keywords.mining.web;

import org.jspecify.annotations.NullMarked;
