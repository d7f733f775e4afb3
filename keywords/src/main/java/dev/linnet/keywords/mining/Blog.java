package dev.linnet.keywords.mining;

import java.util.List;

/**
 * What a reading brought: the articles, and what could not be read.
 *
 * @param articles in the order of the sources; each id once
 * @param problems what was left out and why; empty when all went well
 */
public record Blog(List<Article> articles, List<Problem> problems) {
    public Blog {
        articles = List.copyOf(articles);
        problems = List.copyOf(problems);
    }
}
