/** Login and logout, where there is a password. */
@NullMarked
package dev.linnet.review.login;

import org.jspecify.annotations.NullMarked;
