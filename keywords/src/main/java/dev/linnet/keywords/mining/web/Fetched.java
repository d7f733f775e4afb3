package dev.linnet.keywords.mining.web;

import dev.linnet.keywords.mining.page.Charsets;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param address where it came from in the end, after redirects
 * @param mediaType lower case, without parameters; empty if the server named none
 * @param charset what the server declared, if anything
 * @param wordPressPages how many pages of posts a WordPress site says it has; 0 if it says nothing
 * @param body the bytes, inflated
 */
record Fetched(String address, String mediaType, @Nullable String charset, int wordPressPages, byte[] body) {
    String text() {
        return Charsets.html(body, charset);
    }

    boolean isBinary() {
        return Charsets.isBinary(body);
    }
}
