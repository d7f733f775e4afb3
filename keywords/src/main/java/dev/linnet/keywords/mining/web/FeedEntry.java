package dev.linnet.keywords.mining.web;

import dev.linnet.keywords.mining.Article;

/**
 * An entry of a feed.
 *
 * @param article the entry as the feed gives it; its id is the post's address
 * @param whole whether the feed holds the whole post, not only its beginning
 */
record FeedEntry(Article article, boolean whole) {}
