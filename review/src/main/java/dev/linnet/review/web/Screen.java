package dev.linnet.review.web;

/**
 * A page's content before it is drawn.
 *
 * @param title the page's name
 * @param path where it is
 * @param template the template that draws it
 * @param model the template's only parameter
 */
public record Screen(String title, String path, String template, Object model) {}
