package dev.linnet.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences that the demo's posts are made of: templates with slots, from resource files of our own. */
final class Templates {
    private static final Pattern SLOT = Pattern.compile("\\{([a-z]+)}");
    private static final List<String> TOPIC_SLOT = List.of("{topic}");

    /** Asks for a text about none of the author's topics. */
    private static final String NO_TOPIC = "-";

    private final Map<String, List<String>> slots = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();

    Templates() {
        readSlots("slots.txt");
        readSlots("authors.txt");
        for (String name : List.of(
                "on-topic",
                "extra",
                "off-topic.en",
                "off-topic.es",
                "off-topic.de",
                "off-topic.fr",
                "off-topic.pt",
                "off-topic.ja")) {
            lists.put(name, lines(name + ".txt"));
        }
    }

    /** A post about a topic; {@code topic} empty takes any topic that the author writes about. */
    String onTopic(SplittableRandom random, String topic) {
        String text = fill(pick(random, list("on-topic")), random, topic);
        return random.nextInt(4) == 0 ? text : text + " " + fill(pick(random, list("extra")), random, topic);
    }

    /** A post about anything else, in a language. */
    String offTopic(SplittableRandom random, String language) {
        String text = fill(pick(random, list("off-topic." + language)), random, NO_TOPIC);
        boolean more = language.equals("en") && random.nextInt(3) > 0;
        return more ? text + " " + fill(pick(random, list("extra")), random, NO_TOPIC) : text;
    }

    /** One of a slot's values. */
    String value(SplittableRandom random, String slot) {
        return pick(random, slots.getOrDefault(slot, TOPIC_SLOT));
    }

    private String fill(String template, SplittableRandom random, String topic) {
        Matcher matcher = SLOT.matcher(template);
        StringBuilder text = new StringBuilder();
        String chosen = topic.isEmpty() ? value(random, "topic") : topic;
        while (matcher.find()) {
            String filled = switch (matcher.group(1)) {
                case "topic" -> chosen;
                case "count" -> String.valueOf(2 + random.nextInt(40));
                case "link" ->
                    "https://" + value(random, "second") + ".example/" + Integer.toString(random.nextInt(1 << 30), 36);
                case "tag" ->
                    random.nextInt(3) > 0
                            ? ""
                            : "#" + (topic.equals(NO_TOPIC) ? value(random, "offtag") : camelCase(chosen));
                default -> value(random, matcher.group(1));
            };
            matcher.appendReplacement(text, Matcher.quoteReplacement(filled));
        }
        return matcher.appendTail(text).toString().replaceAll(" {2,}", " ").trim();
    }

    private static String camelCase(String words) {
        StringBuilder tag = new StringBuilder();
        for (String word : words.split("[ -]")) {
            tag.append(Character.toUpperCase(word.charAt(0))).append(word, 1, word.length());
        }
        return tag.toString();
    }

    private List<String> list(String name) {
        List<String> list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("no templates for " + name);
        }
        return list;
    }

    private void readSlots(String file) {
        for (String line : lines(file)) {
            String[] parts = line.split("\t", 2);
            slots.put(parts[0], List.of(parts[1].split("\\|")));
        }
    }

    private static List<String> lines(String file) {
        InputStream in = Templates.class.getResourceAsStream("/demo/stream/" + file);
        if (in == null) {
            throw new IllegalStateException(
                    "the resource demo/stream/" + file + " is missing from Linnet's jar; build it again");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String pick(SplittableRandom random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
