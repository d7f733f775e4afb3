package dev.linnet.review.suggestions;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Ids in addresses. */
public final class Address {
    private Address() {}

    /** An id as it stands in the query of an address. */
    public static String of(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }
}
