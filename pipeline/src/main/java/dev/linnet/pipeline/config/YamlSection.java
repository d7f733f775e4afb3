package dev.linnet.pipeline.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file that is read key by key. A wrong value becomes a {@link ConfigProblem} and the default is
 * returned, so that one reading finds every mistake. {@link #finish} reports the keys that nobody asked for.
 */
final class YamlSection {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d|w)");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final String path;
    private final int line;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final List<ConfigProblem> problems;
    private final UnaryOperator<@Nullable String> environment;

    YamlSection(
            String path,
            @Nullable Node node,
            List<ConfigProblem> problems,
            UnaryOperator<@Nullable String> environment) {
        this.path = path;
        this.problems = problems;
        this.environment = environment;
        this.line = node == null ? 0 : lineOf(node);
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(this::add);
        } else if (node != null && !isNull(node)) {
            problems.add(new ConfigProblem(line, path, "holds keys and values, one a line: 'key: value'"));
        }
    }

    private void add(NodeTuple tuple) {
        String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (values.containsKey(key)) {
            problems.add(new ConfigProblem(
                    lineOf(tuple.getKeyNode()), full(key), "stands twice; the first is in line " + lines.get(key)));
            return;
        }
        values.put(key, tuple.getValueNode());
        lines.put(key, lineOf(tuple.getKeyNode()));
    }

    YamlSection section(String key) {
        return new YamlSection(full(key), node(key), problems, environment);
    }

    List<YamlSection> sections(String key) {
        List<YamlSection> result = new ArrayList<>();
        Node node = node(key);
        if (node instanceof SequenceNode sequence) {
            int index = 1;
            for (Node item : sequence.getValue()) {
                result.add(new YamlSection(full(key) + "[" + index++ + "]", item, problems, environment));
            }
        } else if (node instanceof MappingNode) {
            result.add(new YamlSection(full(key), node, problems, environment));
        } else if (node != null && !isNull(node)) {
            problem(key, "is a list: each entry starts with '- '");
        }
        return result;
    }

    String string(String key, String fallback) {
        String value = scalar(key);
        return value == null ? fallback : value;
    }

    @Nullable
    String optional(String key) {
        return scalar(key);
    }

    String required(String key, String example) {
        String value = scalar(key);
        if (value == null || value.isBlank()) {
            problem(key, "is missing; for example '" + lastPart(key) + ": " + example + "'");
            return "";
        }
        return value;
    }

    List<String> strings(String key) {
        Node node = node(key);
        List<String> result = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) {
                if (item instanceof ScalarNode scalar && !isNull(item)) {
                    result.add(expand(key, scalar.getValue()));
                } else {
                    problems.add(new ConfigProblem(lineOf(item), full(key), "is a list of plain words or texts"));
                }
            }
        } else if (node instanceof ScalarNode scalar && !isNull(node)) {
            result.add(expand(key, scalar.getValue()));
        } else if (node != null && !isNull(node)) {
            problem(key, "is a list of plain words or texts, such as [one, two]");
        }
        return result;
    }

    boolean bool(String key, boolean fallback) {
        String value = scalar(key);
        if (value == null) {
            return fallback;
        }
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on" -> true;
            case "false", "no", "off" -> false;
            default -> {
                problem(key, "is true or false, not '" + value + "'");
                yield fallback;
            }
        };
    }

    int integer(String key, int fallback, int from, int to) {
        String value = scalar(key);
        if (value == null) {
            return fallback;
        }
        try {
            int number = Integer.parseInt(value.replace("_", ""));
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the range
        }
        problem(key, "is a whole number from " + from + " to " + to + ", not '" + value + "'");
        return fallback;
    }

    double number(String key, double fallback, double from, double to) {
        String value = scalar(key);
        if (value == null) {
            return fallback;
        }
        try {
            double number = Double.parseDouble(value);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below, with the range
        }
        problem(key, "is a number from " + plain(from) + " to " + plain(to) + ", not '" + value + "'");
        return fallback;
    }

    Duration duration(String key, Duration fallback) {
        String value = scalar(key);
        if (value == null) {
            return fallback;
        }
        Matcher matcher = DURATION.matcher(value.trim());
        if (!matcher.matches() || matcher.group(1).length() > 9) {
            problem(key, "is a time such as 500ms, 10s, 5m, 12h, 30d or 52w, not '" + value + "'");
            return fallback;
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            case "d" -> Duration.ofDays(count);
            default -> Duration.ofDays(7 * count);
        };
    }

    <E extends Enum<E>> E choice(String key, E fallback, Class<E> type) {
        String value = scalar(key);
        E chosen = value == null ? null : chosen(key, "is one of ", value, type);
        return chosen == null ? fallback : chosen;
    }

    /** Any number of choices; an empty list is none of them. */
    <E extends Enum<E>> Set<E> choices(String key, Set<E> fallback, Class<E> type) {
        if (!has(key)) {
            node(key);
            return fallback;
        }
        Set<E> all = new LinkedHashSet<>();
        for (String value : strings(key)) {
            E chosen = chosen(key, "holds any of ", value, type);
            if (chosen != null) {
                all.add(chosen);
            }
        }
        return all;
    }

    private <E extends Enum<E>> @Nullable E chosen(String key, String says, String value, Class<E> type) {
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (name.equalsIgnoreCase(value)) {
                return constant;
            }
            names.add(name);
        }
        problem(key, says + String.join(", ", names) + ", not '" + value + "'" + Words.didYouMean(value, names));
        return null;
    }

    /** The address of a server, which has {@code user} and {@code password} beside it for a login. */
    String url(String key, String fallback) {
        String value = scalar(key);
        if (value == null) {
            return fallback;
        }
        if (UrlCredentials.in(value)) {
            login(key);
            return fallback;
        }
        try {
            URI uri = new URI(value);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        problem(key, "is an address such as http://localhost:8086" + UrlCredentials.not(value));
        return fallback;
    }

    /** Reports that an address holds a login, without the address. */
    void login(String key) {
        problem(
                key,
                "may not hold a user, a password or a token, because addresses are logged: set " + full("user")
                        + " and " + full("password") + " instead (the address is not shown here)");
    }

    boolean has(String key) {
        Node node = values.get(key);
        return node != null && !isNull(node);
    }

    /** Whether the key is written, even without a value. */
    boolean mentions(String key) {
        return values.containsKey(key);
    }

    /** Whether a mistake of this key is already noted. */
    boolean hasProblem(String key) {
        return problems.stream().anyMatch(problem -> problem.key().equals(full(key)));
    }

    void problem(String key, String message) {
        problems.add(new ConfigProblem(lines.getOrDefault(key, line), full(key), message));
    }

    /** Reports the keys that no one has asked for, with the likeliest right one. */
    void finish() {
        for (Map.Entry<String, Integer> entry : lines.entrySet()) {
            if (!asked.contains(entry.getKey())) {
                problems.add(new ConfigProblem(
                        entry.getValue(),
                        full(entry.getKey()),
                        "is not a key that Linnet knows" + Words.didYouMean(entry.getKey(), List.copyOf(asked))));
            }
        }
    }

    private @Nullable String scalar(String key) {
        Node node = node(key);
        if (node == null || isNull(node)) {
            return null;
        }
        if (node instanceof ScalarNode scalar) {
            return expand(key, scalar.getValue());
        }
        problem(key, "is a single value, not a list or a group of keys");
        return null;
    }

    /** Puts environment variables in: a secret stands in the environment, never in the file. */
    private String expand(String key, String value) {
        Matcher matcher = VARIABLE.matcher(value);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String found = environment.apply(name);
            if (found == null) {
                problem(key, "needs the environment variable " + name + ", which is not set: export " + name + "=…");
                found = "";
            }
            matcher.appendReplacement(result, Matcher.quoteReplacement(found));
        }
        return matcher.appendTail(result).toString();
    }

    private @Nullable Node node(String key) {
        asked.add(key);
        return values.get(key);
    }

    private String full(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String lastPart(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static boolean isNull(Node node) {
        return Tag.NULL.equals(node.getTag());
    }

    private static int lineOf(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
