package dev.linnet.keywords.mining.page.block;

/**
 * What a page says of its article, by which blocks of it can be recognised. What is not said is empty.
 *
 * @param title the article's title
 * @param description its summary, as search engines show it
 * @param author who wrote it
 * @param body the article itself, where the page gives it to machines
 */
public record Clues(String title, String description, String author, String body) {}
